import { expect, test } from 'vitest';
import { countAll, DOCUMENTS_AT_ONCE } from '../../../renderer/features/search/count-all.ts';
import type { InputOf, OutputOf } from '../../../src/contract/contract.ts';

const ids = Array.from({ length: DOCUMENTS_AT_ONCE + 5 }, (_none, at) => at + 1);
const answer = (input: InputOf<'search.find'>): OutputOf<'search.find'> => {
  const asked = input.documentIds ?? [];
  return {
    total: asked.length * 2,
    complete: true,
    hits: [],
    documents: asked.map((documentId) => ({ documentId, documentName: `D${documentId}`, hits: 2 })),
    forms: [
      { key: 'a', written: 'a', count: 1 },
      { key: asked.includes(1) ? 'b' : 'c', written: '', count: asked.length },
    ],
  };
};

test('portions are added up: hits, documents in order, forms with the most frequent first', async () => {
  const calls: number[] = [];
  const counted = await countAll(
    { text: 'mot' },
    ids,
    (input) => {
      calls.push(input.documentIds?.length ?? 0);
      return Promise.resolve(answer(input));
    },
    new AbortController().signal,
  );
  expect(calls).toEqual([DOCUMENTS_AT_ONCE, 5]);
  expect(counted.total).toBe(ids.length * 2);
  expect(counted.documents.map((each) => each.documentId)).toEqual(ids);
  expect(counted.forms.map(({ key, count }) => `${key}${count}`)).toEqual([
    `b${DOCUMENTS_AT_ONCE}`,
    'c5',
    'a2',
  ]);
});

test('nothing more is asked once nobody waits', async () => {
  const waiting = new AbortController();
  let calls = 0;
  const counting = countAll(
    { text: 'mot' },
    ids,
    (input) => {
      calls += 1;
      waiting.abort();
      return Promise.resolve(answer(input));
    },
    waiting.signal,
  );
  await expect(counting).rejects.toThrow(/abort/iu);
  expect(calls).toBe(1);
});
