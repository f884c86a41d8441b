import type { Connection } from '../database/connection.ts';
import type { ChangedEvent } from '../contract/wire.ts';
import { historyReads, historyWrites, replayChanges, type StepRow } from './store.ts';

/** Two commands with one merge key join when the second comes within this time of the first, in milliseconds. */
export const MERGE_WINDOW_MS = 1_000;

export interface StepRequest {
  readonly command: string;
  readonly coderName: string;
  readonly mergeKey: string | null;
  /** ISO time of the command. */
  readonly now: string;
}

export interface Recorded<T> {
  readonly value: T;
  /** `null` when the command changed nothing; then nothing was written at all. */
  readonly event: ChangedEvent | null;
}

/** What a command may say for its label; `undefined` values are left out. */
export type StepDetails = Readonly<Record<string, string | number | boolean | null | undefined>>;

/**
 * Runs a command as one transaction and one history step. When it throws, or changes nothing, the file is as before.
 * `run` gets a function that stores what the step's label will say.
 */
export function recordStep<T>(
  db: Connection,
  request: StepRequest,
  run: (describe: (details: StepDetails) => void) => T,
): Recorded<T> {
  const reads = historyReads(db);
  const writes = historyWrites(db);
  let details: StepDetails = {};
  db.exec('BEGIN IMMEDIATE');
  try {
    const merged = mergeTarget(db, request);
    const before = merged === null ? null : writes.highestChange.get(merged.id);
    const stepId =
      merged?.id ??
      Number(
        writes.addStep.run(request.command, '{}', request.coderName, request.now, request.mergeKey)
          .lastInsertRowid,
      );
    writes.open.run(stepId);
    const value = run((given) => {
      details = given;
    });
    writes.close.run();
    const changed =
      merged === null
        ? (reads.changeCount.get(stepId) ?? 0) > 0
        : writes.highestChange.get(stepId) !== before;
    if (!changed) {
      db.exec('ROLLBACK');
      return { value, event: null };
    }
    writes.touch.run(JSON.stringify(details), request.now, stepId);
    if (merged !== null) {
      writes.foldUpdates.run({ step: stepId });
      writes.dropFolded.run({ step: stepId });
    }
    writes.abandonUndone.run();
    const event = changedEvent(db, stepId, request.command, 'command');
    db.exec('COMMIT');
    return { value, event };
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

function mergeTarget(db: Connection, request: StepRequest): StepRow | null {
  if (request.mergeKey === null) return null;
  const newest = historyReads(db).newest.get();
  if (newest === undefined || newest.state !== 'done' || newest.sealed === 1) return null;
  const age = Date.parse(request.now) - Date.parse(newest.at);
  const same =
    newest.merge_key === request.mergeKey &&
    newest.command === request.command &&
    newest.coder_name === request.coderName;
  return same && age >= 0 && age <= MERGE_WINDOW_MS ? newest : null;
}

function changedEvent(
  db: Connection,
  stepId: number,
  command: string,
  origin: ChangedEvent['origin'],
): ChangedEvent {
  const reads = historyReads(db);
  return {
    type: 'changed',
    origin,
    command,
    stepId,
    documents: reads.documents.all(stepId),
    codes: reads.codes.all(stepId),
    tables: reads.tables.all(stepId),
  };
}

/** Undoes the last step that is done, or redoes the first that is undone. `null` when there is none. */
export function replayStep(
  db: Connection,
  direction: 'undo' | 'redo',
): { readonly stepId: number; readonly event: ChangedEvent } | null {
  const reads = historyReads(db);
  const writes = historyWrites(db);
  db.exec('BEGIN IMMEDIATE');
  try {
    const step = direction === 'undo' ? reads.lastDone.get() : reads.firstUndone.get();
    if (step === undefined) {
      db.exec('ROLLBACK');
      return null;
    }
    // Rows come back in whatever order they went: references are checked when all are there.
    db.pragma('defer_foreign_keys = ON');
    const changes = direction === 'undo' ? writes.changesBackward : writes.changesForward;
    replayChanges(db, changes.all(step.id), direction === 'undo' ? 'back' : 'forth');
    writes.mark.run(direction === 'undo' ? 'undone' : 'done', step.id);
    const event = changedEvent(db, step.id, step.command, direction);
    db.exec('COMMIT');
    return { stepId: step.id, event };
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
