import { z } from 'zod';
import { query, task } from '../contract/define.ts';
import { id, nothing, timestamp } from '../contract/common.ts';

/** A step as a person reads it; `label` is a sentence in the language of the call. */
export const historyStep = z.strictObject({
  id,
  command: z.string(),
  label: z.string(),
  coderName: z.string(),
  at: timestamp,
  /** `abandoned`: undone, then other work was done instead; kept for the audit trail. */
  state: z.enum(['done', 'undone', 'abandoned']),
  changes: z.number().int(),
});
export type HistoryStep = z.output<typeof historyStep>;

export const historyContract = {
  /** What undo and redo would do now; `savedAt` is when the last step was written. */
  'history.state': query(
    nothing,
    z.strictObject({
      undo: historyStep.nullable(),
      redo: historyStep.nullable(),
      savedAt: timestamp.nullable(),
    }),
  ),
  /** Newest first. */
  'history.list': query(
    z.strictObject({ limit: z.number().int().min(1).max(100_000).optional(), before: id.optional() }),
    z.array(historyStep),
  ),
  /** Answers the step that was undone, or `null` when there was nothing to undo. */
  'history.undo': task(nothing, historyStep.nullable()),
  'history.redo': task(nothing, historyStep.nullable()),
};
