import { z } from 'zod';
import { command, query } from '../contract/define.ts';
import { colour, done, guid, id, name, prose, range, shape, stance, timestamp } from '../contract/common.ts';

export const coding = z.strictObject({
  id,
  guid,
  documentId: id,
  codeId: id,
  coderId: id,
  ...range,
  stance: stance.nullable(),
  /** The memo attached to this coding, if any. */
  memoId: id.nullable(),
  memo: z.string().nullable(),
  createdAt: timestamp,
  modifiedAt: timestamp,
});
export type Coding = z.output<typeof coding>;

const created = z.strictObject({ codingIds: z.array(id), alreadyThere: z.number().int() });

export const codingsContract = {
  /** By start, then longer first. */
  'codings.ofDocument': query(z.strictObject({ documentId: id }), z.array(coding)),
  /** Applies one or several codes to a passage. An exact duplicate of the same coder is left out quietly. */
  'codings.create': command(
    z.strictObject({
      documentId: id,
      ...range,
      codeIds: z.array(id).min(1).max(100),
      stance: stance.nullable().optional(),
    }),
    created,
  ),
  /** Makes a code and applies it to a passage, in one step; mapped when a hypothesis is given. */
  'codings.createWithNewCode': command(
    z.strictObject({
      documentId: id,
      ...range,
      name,
      parentId: id.nullable().optional(),
      colour: colour.optional(),
      shape: shape.optional(),
      hypothesisId: id.optional(),
      hypothesisGroupId: id.optional(),
      stance: stance.nullable().optional(),
    }),
    z.strictObject({ codeId: id, codingId: id }),
  ),
  /** Applies one code (made with its missing parents when needed) to many passages, in one step. */
  'codings.createMany': command(
    z.strictObject({
      codePath: z.string().min(1).max(10_000),
      passages: z.array(z.strictObject({ documentId: id, ...range })).max(200_000),
    }),
    z.strictObject({ codeId: id, codings: z.number().int(), alreadyThere: z.number().int() }),
  ),
  'codings.resize': command(z.strictObject({ codingId: id, ...range }), done, {
    mergeKey: (input) => `resize:${input.codingId}`,
  }),
  'codings.setStance': command(
    z.strictObject({ codingIds: z.array(id).min(1), stance: stance.nullable() }),
    done,
  ),
  /** The memo of a coding: an empty text removes it. */
  'codings.setMemo': command(z.strictObject({ codingId: id, body: prose }), done, {
    mergeKey: (input) => `coding-memo:${input.codingId}`,
  }),
  'codings.remove': command(z.strictObject({ codingIds: z.array(id).min(1) }), done),
};
