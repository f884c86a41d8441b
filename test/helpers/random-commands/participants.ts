import { anyId, document, name, participant, place, withId } from './choices.ts';
import { asVariable, table } from './drafts.ts';
import type { GeneratorsOf } from './situation.ts';

const VALUES = ['Sciences', '12', '2020-05-18', '1,5', 'oui', '', 'pas une date'];

export const participantGenerators: GeneratorsOf<'participants' | 'surveys' | 'variables'> = {
  'participants.create': async (s) => ({ name: name(s) }),
  'participants.rename': (s) => withId(participant(s), (participantId) => ({ participantId, name: name(s) })),
  'participants.move': (s) =>
    withId(participant(s), (participantId) => ({ participantId, position: place(s) })),
  'participants.remove': (s) => withId(participant(s), (participantId) => ({ participantId })),
  'participants.importTable': async (s) => {
    const { draftId, columns } = await table(s);
    const keyColumn = s.dice.chance(8) ? 1 : 0;
    const chosen = columns.filter(({ column }) => column !== keyColumn || s.dice.chance(8)).map(asVariable);
    return {
      draftId: s.dice.chance(20) ? 'gone' : draftId,
      keyColumn,
      columns: chosen,
      updateExisting: !s.dice.chance(4),
      createMissing: !s.dice.chance(4),
      clearEmpty: s.dice.chance(3),
    };
  },
  'surveys.import': async (s) => {
    const { draftId, columns } = await table(s);
    const last = columns.at(-1)!;
    return {
      draftId,
      respondent: s.dice.chance(2) ? { column: 0 } : { template: s.dice.pick(['Répondant {n}', 'R'])! },
      variables: columns.slice(1, -1).map(asVariable),
      answers: [{ column: last.column, question: last.title }],
    };
  },
  'variables.create': async (s) => ({
    name: name(s),
    scope: s.dice.pick(['participant', 'document'] as const)!,
    type: s.dice.pick(['text', 'integer', 'float', 'boolean', 'date', 'category'] as const)!,
  }),
  'variables.rename': async (s) =>
    withId(
      anyId(s, () => s.client.variables.list({})),
      (variableId) => ({ variableId, name: name(s) }),
    ),
  'variables.remove': async (s) =>
    withId(
      anyId(s, () => s.client.variables.list({})),
      (variableId) => ({ variableId }),
    ),
  'variables.setValue': async (s) => {
    const variable = s.dice.pick(await s.client.variables.list({}));
    if (variable === undefined) return null;
    const target = await (variable.scope === 'participant' ? participant(s) : document(s));
    return target === null
      ? null
      : { variableId: variable.id, targetId: target, value: s.dice.pick(VALUES)! };
  },
};
