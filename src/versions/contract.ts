import { z } from 'zod';
import { command, query } from '../contract/define.ts';
import { colour, done, guid, id, name, nothing, shape, timestamp } from '../contract/common.ts';

/** A state of the codebook that was kept. */
export const codebookVersion = z.strictObject({
  id,
  guid,
  /** Empty when the program kept it and nobody named it since. */
  name: z.string(),
  /** Why it was kept: a person wanted it, or codes were about to be merged, split or removed. */
  reason: z.enum(['named', 'merge', 'split', 'remove']),
  /** The codes that were about to change. */
  subject: z.string(),
  coderName: z.string(),
  createdAt: timestamp,
  codes: z.number().int(),
});
export type CodebookVersion = z.output<typeof codebookVersion>;

const pieces = z.array(z.strictObject({ kind: z.enum(['same', 'removed', 'added']), text: z.string() }));
const look = z.strictObject({ colour, shape });
/** `Parent/Child`, as in the newer codebook, or as in the older one for what went. */
const path = z.string();

/** One thing that is different between two codebooks. */
export const codebookChange = z.discriminatedUnion('kind', [
  /** `from`: the code it was split from. */
  z.strictObject({ kind: z.literal('added'), path, from: path.nullable() }),
  z.strictObject({ kind: z.literal('removed'), path }),
  z.strictObject({ kind: z.literal('merged'), path, into: path }),
  z.strictObject({ kind: z.literal('renamed'), path, from: z.string(), to: z.string() }),
  /** From below one code to below another; `null`: the top. */
  z.strictObject({ kind: z.literal('moved'), path, from: path.nullable(), to: path.nullable() }),
  /** The sub-codes of this code, or the codes at the top, stand in another order. */
  z.strictObject({ kind: z.literal('reordered'), path: path.nullable() }),
  z.strictObject({ kind: z.literal('look'), path, from: look, to: look }),
  z.strictObject({ kind: z.literal('folder'), path, isFolder: z.boolean() }),
  z.strictObject({
    kind: z.literal('definition'),
    path,
    field: z.enum(['briefDefinition', 'fullDefinition', 'whenToUse', 'whenNotToUse', 'example']),
    pieces,
  }),
  z.strictObject({
    kind: z.literal('mapped'),
    path,
    label: z.string(),
    group: z.string().nullable(),
    wholeBranch: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('unmapped'), path, label: z.string(), group: z.string().nullable() }),
  z.strictObject({
    kind: z.literal('hypothesis'),
    label: z.string(),
    change: z.enum(['added', 'removed', 'changed']),
    pieces,
  }),
  /** A group of a hypothesis that came (`from` is `null`), went (`to` is `null`) or has another name. */
  z.strictObject({
    kind: z.literal('group'),
    label: z.string(),
    from: z.string().nullable(),
    to: z.string().nullable(),
  }),
]);
export type CodebookChange = z.output<typeof codebookChange>;

export const versionsContract = {
  /** The newest first. */
  'versions.list': query(nothing, z.array(codebookVersion)),
  /** From a version to another one, or to the codebook as it is now (`null`). */
  'versions.difference': query(z.strictObject({ fromId: id, toId: id.nullable() }), z.array(codebookChange)),
  'versions.create': command(z.strictObject({ name }), z.strictObject({ versionId: id })),
  'versions.rename': command(z.strictObject({ versionId: id, name }), done),
  'versions.remove': command(z.strictObject({ versionId: id }), done),
};
