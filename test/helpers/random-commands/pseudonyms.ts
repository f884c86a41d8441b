import { anyId, withId } from './choices.ts';
import type { GeneratorsOf } from './situation.ts';

const SPOKEN_NAMES = ['Référent', 'R1', 'ENQ', 'Bien', 'long été', 'Urgence'];
const PSEUDONYMS = ['Participant', 'Éloïse', 'A', 'X 😀'];

export const pseudonymGenerators: GeneratorsOf<'pseudonyms'> = {
  'pseudonyms.add': async (s) => ({
    kind: s.dice.pick(['person', 'place', 'other'] as const)!,
    name: s.dice.pick(SPOKEN_NAMES)!,
    replacement: s.dice.pick(PSEUDONYMS)!,
  }),
  'pseudonyms.update': async (s) =>
    withId(
      anyId(s, () => s.client.pseudonyms.list({})),
      (pseudonymId) => ({ pseudonymId, replacement: s.dice.pick(PSEUDONYMS)! }),
    ),
  'pseudonyms.remove': async (s) =>
    withId(
      anyId(s, () => s.client.pseudonyms.list({})),
      (pseudonymId) => ({ pseudonymIds: [pseudonymId] }),
    ),
  'pseudonyms.import': async (s) => ({
    csv: `nom;pseudonyme\n${s.dice.pick(SPOKEN_NAMES)!};${s.dice.pick(PSEUDONYMS)!};lieu`,
  }),
  'pseudonyms.apply': async (s) => ({ elision: s.dice.pick(['none', 'de', 'all'] as const)! }),
};
