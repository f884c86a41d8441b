import { code, codings, document, hypothesis, memo, name, participant, prose, withId } from './choices.ts';
import type { GeneratorsOf } from './situation.ts';

export const memoGenerators: GeneratorsOf<'memos'> = {
  'memos.create': async (s) => {
    const kind = s.dice.pick([
      'free',
      'project',
      'document',
      'code',
      'coding',
      'participant',
      'hypothesis',
    ] as const)!;
    if (kind === 'free' || kind === 'project') return { title: name(s), body: prose(s), target: { kind } };
    const id = await {
      document,
      code,
      participant,
      hypothesis,
      coding: async () => s.dice.pick(await codings(s)) ?? null,
    }[kind](s);
    return id === null ? null : { title: name(s), body: prose(s), target: { kind, id } };
  },
  'memos.update': (s) => withId(memo(s), (memoId) => ({ memoId, body: prose(s) })),
  'memos.remove': (s) => withId(memo(s), (memoId) => ({ memoId })),
};
