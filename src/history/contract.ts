import { z } from 'zod';
import { query, task } from '../contract/define.ts';
import { id, nothing, timestamp } from '../contract/common.ts';

const named = z.strictObject({ id, name: z.string() });

/** What a step changed, by name, as far as a person wants to read it; the counts are of all of them. */
export const touched = z.strictObject({
  documents: z.array(named),
  documentCount: z.number().int(),
  codes: z.array(named),
  codeCount: z.number().int(),
});
export type Touched = z.output<typeof touched>;

/** Where something that changed can be seen now; absent parts are not there any more. */
export const changePlace = z.strictObject({
  documentId: id.optional(),
  start: z.number().int().optional(),
  codingId: id.optional(),
  codeId: id.optional(),
  memoId: id.optional(),
});
export type ChangePlace = z.output<typeof changePlace>;

export const CHANGE_AREAS = ['codings', 'codes', 'memos', 'documents', 'others'] as const;

/** One thing that is otherwise than before, as a sentence in the language of the call. */
export const changeLine = z.strictObject({
  area: z.enum(CHANGE_AREAS),
  text: z.string(),
  /** How many things the sentence is about. */
  count: z.number().int(),
  place: changePlace,
});
export type ChangeLine = z.output<typeof changeLine>;

/** What one person's work of one day came to. */
export const changesOfDay = z.strictObject({
  /** `2021-03-03`, in this machine's time zone. */
  day: z.string(),
  coderName: z.string(),
  /** How many steps; what was undone again is none. */
  steps: z.number().int(),
  lines: z.array(changeLine),
});
export type ChangesOfDay = z.output<typeof changesOfDay>;

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
  /** The documents and codes it is about, where they were asked for. */
  touched: touched.optional(),
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
    z.strictObject({
      limit: z.number().int().min(1).max(100_000).optional(),
      before: id.optional(),
      /** Only steps whose sentence or coder contains this, whatever the case and the accents. */
      search: z.string().max(200).optional(),
      coderName: z.string().optional(),
      /** Names the documents and codes too. */
      touched: z.boolean().optional(),
    }),
    z.array(historyStep),
  ),
  /** What work since a moment came to: by day, newest first, and by coder. What was undone does not count. */
  'history.changes': query(
    z.strictObject({ since: timestamp, until: timestamp.optional(), coderName: z.string().optional() }),
    z.array(changesOfDay),
  ),
  /** Moments to ask from: the end of the last sitting of the person who codes now, and who worked at all. */
  'history.moments': query(
    nothing,
    z.strictObject({ lastSession: timestamp.nullable(), coderNames: z.array(z.string()) }),
  ),
  /** Answers the step that was undone, or `null` when there was nothing to undo. */
  'history.undo': task(nothing, historyStep.nullable()),
  'history.redo': task(nothing, historyStep.nullable()),
  /**
   * Undoes or redoes step by step until the step is the last one done; 0: until nothing is. Stopped, or overtaken by
   * other work, it leaves the project between two steps; `reached` tells.
   */
  'history.goTo': task(
    z.strictObject({ stepId: z.number().int().min(0) }),
    z.strictObject({ undone: z.number().int(), redone: z.number().int(), reached: z.boolean() }),
  ),
};
