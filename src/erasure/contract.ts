import { z } from 'zod';
import { query, task } from '../contract/define.ts';
import { id, nothing } from '../contract/common.ts';
import { occurrence } from '../pseudonyms/contract.ts';

const finished = {
  /** The new backup that took the place of all others. */
  backup: z.string().nullable(),
  backupsRemoved: z.number().int(),
  /** Another program reads the file: the rest is done when the project is opened the next time. */
  unfinished: z.boolean(),
  /** Other files of the project in its folder, absolute: they still hold what was taken out. */
  otherFiles: z.array(z.string()),
};

export const erasureReport = z.strictObject({
  documents: z.number().int(),
  codings: z.number().int(),
  memos: z.number().int(),
  /** Steps that cannot be undone any more. */
  steps: z.number().int(),
  /** Memos, definitions and other fields out of which quotations were taken. */
  quotations: z.number().int(),
  originals: z.number().int(),
  ...finished,
});
export type ErasureReport = z.output<typeof erasureReport>;

/** A document in which a participant speaks: it goes whole, or only their turns in it are emptied. */
export const withdrawnDocument = z.strictObject({
  id,
  name: z.string(),
  whole: z.boolean(),
  turns: z.number().int(),
});

export const withdrawal = z.strictObject({
  name: z.string(),
  documents: z.array(withdrawnDocument),
  codings: z.number().int(),
  memos: z.number().int(),
  /** Values of variables. */
  values: z.number().int(),
  /** Entries of the table of names. */
  pseudonyms: z.number().int(),
  steps: z.number().int(),
  /** Where one of the names of the person stands, outside of what goes. */
  mentions: z.array(occurrence),
});
export type Withdrawal = z.output<typeof withdrawal>;

export const withdrawalReport = z.strictObject({
  ...withdrawal.shape,
  quotations: z.number().int(),
  originals: z.number().int(),
  ...finished,
});
export type WithdrawalReport = z.output<typeof withdrawalReport>;

export const erasureContract = {
  /** Documents that were deleted, but whose words the history keeps so that it can be undone. */
  'documents.deleted': query(nothing, z.array(z.strictObject({ id, name: z.string() }))),
  /** What deleting documents for good would take along; those that are deleted already count too. */
  'documents.erasureImpact': query(
    z.strictObject({ documentIds: z.array(id).min(1) }),
    z.strictObject({ codings: z.number().int(), memos: z.number().int(), steps: z.number().int() }),
  ),
  /** Takes documents, deleted ones too, out of the project, its history and its backups. It cannot be undone. */
  'documents.deleteForGood': task(
    z.strictObject({ confirmed: z.literal(true), documentIds: z.array(id).min(1) }),
    erasureReport,
  ),
  /** What the withdrawal of a participant's consent would take away, and what would still mention them. */
  'participants.withdrawal': query(z.strictObject({ participantId: id }), withdrawal),
  /**
   * Takes all that a participant said, and what says who they are, out of the project, its history and its backups. It
   * cannot be undone. What others say of them stays, and is told.
   */
  'participants.withdraw': task(
    z.strictObject({ confirmed: z.literal(true), participantId: id }),
    withdrawalReport,
  ),
};
