import { code, hypothesis, name, place, prose, withCodes, withId } from './choices.ts';
import type { GeneratorsOf } from './situation.ts';

export const codeGenerators: GeneratorsOf<'codes'> = {
  'codes.create': async (s) => ({
    name: name(s),
    ...(s.dice.chance(3) ? { hypothesisId: (await hypothesis(s)) ?? 1 } : {}),
    ...(s.dice.chance(2) ? { parentId: await code(s) } : {}),
    ...(s.dice.chance(3) ? { position: place(s) } : {}),
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
  'codes.moveMany': (s) =>
    withCodes(s, async (codeIds) => ({
      codeIds,
      parentId: s.dice.chance(2) ? null : await code(s),
      position: place(s),
    })),
  'codes.recolour': (s) =>
    withCodes(s, (codeIds) => ({
      codeIds,
      colour: 1 + s.dice.below(24),
      wholeBranch: s.dice.chance(2),
      ...(s.dice.chance(2) ? { shape: 'square' as const } : {}),
    })),
  'codes.makeFolder': (s) => withCodes(s, (codeIds) => ({ codeIds, name: name(s) })),
  'codes.merge': (s) =>
    withCodes(s, (codeIds) =>
      withId(code(s), (intoId) => ({
        codeIds,
        intoId,
        definitions: s.dice.pick(['keep', 'join'] as const)!,
      })),
    ),
  'codes.split': async (s) => {
    const quotation = s.dice.pick((await s.client.analysis.segments({})).quotations);
    if (quotation === undefined) return null;
    const other = await code(s);
    const codingIds = [quotation.codingId];
    return {
      codeId: quotation.codeId,
      parts: [
        s.dice.chance(2) || other === null ? { codingIds, name: name(s) } : { codingIds, codeId: other },
      ],
      under: s.dice.pick(['beside', 'inside'] as const)!,
    };
  },
  'codes.remove': async (s) => {
    const reassignToId = s.dice.chance(2) ? await code(s) : null;
    return withCodes(s, (codeIds) => ({ codeIds, ...(reassignToId === null ? {} : { reassignToId }) }));
  },
};
