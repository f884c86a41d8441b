import type { SetKind } from '../../../src/sets/contract.ts';
import { name, set, withId } from './choices.ts';
import type { GeneratorsOf, Situation } from './situation.ts';

async function members(s: Situation, kind: SetKind): Promise<number[]> {
  const lists = {
    codes: () => s.client.codes.list({}),
    documents: () => s.client.documents.list({}),
    participants: () => s.client.participants.list({}),
  };
  const ids = s.dice.some((await lists[kind]()).map((each) => each.id));
  return s.dice.chance(20) ? [...ids, 999_999] : ids;
}

export const setGenerators: GeneratorsOf<'sets'> = {
  'sets.create': async (s) => {
    const kind = s.dice.pick(['codes', 'documents', 'participants'] as const)!;
    return { kind, name: name(s), memberIds: await members(s, kind) };
  },
  'sets.update': (s) =>
    withId(set(s), async (setId) => ({
      setId,
      ...(s.dice.chance(2) ? { name: name(s) } : {}),
      ...(s.dice.chance(2)
        ? { memberIds: await members(s, s.dice.pick(['codes', 'documents'] as const)!) }
        : {}),
    })),
  'sets.remove': (s) => withId(set(s), (setId) => ({ setId })),
};
