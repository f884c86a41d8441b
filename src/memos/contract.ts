import { z } from 'zod';
import { command, query } from '../contract/define.ts';
import { done, guid, id, name, nothing, prose, range, timestamp } from '../contract/common.ts';

export const memoTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('free') }),
  z.strictObject({ kind: z.literal('project') }),
  z.strictObject({ kind: z.enum(['document', 'code', 'coding', 'participant', 'hypothesis']), id }),
]);
export type MemoTarget = z.output<typeof memoTarget>;

export const memo = z.strictObject({
  id,
  guid,
  title: z.string(),
  body: z.string(),
  target: memoTarget,
  /** Where in the document's text it stands; `null` for a memo about the whole of something. */
  passage: z.strictObject(range).nullable(),
  coderName: z.string(),
  createdAt: timestamp,
  modifiedAt: timestamp,
});
export type Memo = z.output<typeof memo>;

export const memosContract = {
  'memos.list': query(nothing, z.array(memo)),
  'memos.create': command(
    z.strictObject({
      title: name,
      body: prose,
      target: memoTarget,
      /** For a memo of a document: the passage it is about. */
      passage: z.strictObject(range).optional(),
    }),
    z.strictObject({ memoId: id }),
  ),
  'memos.update': command(
    z.strictObject({ memoId: id, title: name.optional(), body: prose.optional() }),
    done,
    { mergeKey: (input) => `memo:${input.memoId}` },
  ),
  'memos.remove': command(z.strictObject({ memoId: id }), done),
};
