import { anyId, name, prose, withId } from './choices.ts';
import type { GeneratorsOf } from './situation.ts';

export const projectGenerators: GeneratorsOf<'project' | 'settings' | 'coders'> = {
  'project.update': async (s) => ({
    ...(s.dice.chance(2) ? { name: name(s) } : {}),
    ...(s.dice.chance(2) ? { description: prose(s) } : {}),
    ...(s.dice.chance(2) ? { contacted: s.dice.chance(3) ? null : s.dice.below(40) } : {}),
  }),
  'settings.setProject': async (s) => ({
    key: s.dice.pick(['margin.width', 'codings.overlaps', 'codings.overlaps', 'panel'])!,
    value: s.dice.pick(['1', '"join"', '[1,2]', null, 'not json'])!,
  }),
  'coders.rename': async (s) =>
    withId(
      anyId(s, () => s.client.coders.list({})),
      (coderId) => ({ coderId, name: name(s) }),
    ),
};
