import { code, hypothesis, name, place, prose, withId } from './choices.ts';
import type { GeneratorsOf } from './situation.ts';

export const codeGenerators: GeneratorsOf<'codes'> = {
  'codes.create': async (s) => ({
    name: name(s),
    ...(s.dice.chance(3) ? { hypothesisId: (await hypothesis(s)) ?? 1 } : {}),
    ...(s.dice.chance(2) ? { parentId: await code(s) } : {}),
    ...(s.dice.chance(4) ? { isFolder: true } : {}),
    ...(s.dice.chance(4) ? { colour: 1 + s.dice.below(24) } : {}),
  }),
  'codes.update': (s) =>
    withId(code(s), (codeId) => ({
      codeId,
      ...(s.dice.chance(2) ? { name: name(s) } : {}),
      ...(s.dice.chance(2) ? { briefDefinition: prose(s), example: prose(s) } : {}),
      ...(s.dice.chance(3) ? { shape: s.dice.pick(['round', 'square', 'diamond'] as const)! } : {}),
    })),
  'codes.move': (s) =>
    withId(code(s), async (codeId) => ({
      codeId,
      parentId: s.dice.chance(2) ? null : await code(s),
      position: place(s),
    })),
  'codes.remove': (s) => withId(code(s), (id) => ({ codeIds: [id] })),
};
