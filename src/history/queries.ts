import type { InFeature, QueryHandlers, TaskHandlers } from '../contract/handlers.ts';
import type { Connection } from '../database/connection.ts';
import { RepereError } from '../errors/codes.ts';
import { openSession } from '../host/state.ts';
import type { Locale } from '../settings/contract.ts';
import type { historyContract, HistoryStep } from './contract.ts';
import { stepLabel } from './labels.ts';
import { replayStep } from './recorder.ts';
import { historyReads, type StepRow } from './store.ts';

function toStep(db: Connection, row: StepRow, locale: Locale): HistoryStep {
  return {
    id: row.id,
    command: row.command,
    label: stepLabel(row.command, row.details, locale),
    coderName: row.coder_name,
    at: row.at,
    state: row.state,
    changes: historyReads(db).changeCount.get(row.id) ?? 0,
  };
}

export const historyQueries: QueryHandlers<InFeature<typeof historyContract, 'query'>> = {
  'history.state': ({ db, locale }) => {
    const reads = historyReads(db);
    const [undo, redo] = [reads.lastDone.get(), reads.firstUndone.get()];
    return {
      undo: undo === undefined ? null : toStep(db, undo, locale),
      redo: redo === undefined ? null : toStep(db, redo, locale),
      savedAt: reads.newest.get()?.at ?? null,
    };
  },

  'history.list': ({ db, locale }, { limit, before }) =>
    historyReads(db)
      .list.all(before ?? Number.MAX_SAFE_INTEGER, limit ?? 1_000)
      .map((row) => ({
        id: row.id,
        command: row.command,
        label: stepLabel(row.command, row.details, locale),
        coderName: row.coder_name,
        at: row.at,
        state: row.state,
        changes: row.changes,
      })),
};

function replay(direction: 'undo' | 'redo'): TaskHandlers<'history.undo'>['history.undo'] {
  return ({ core, locale }) => {
    const session = openSession(core);
    if (session.writer === null) throw new RepereError('project.read-only');
    const replayed = replayStep(session.writer, direction);
    if (replayed === null) return null;
    session.changed(replayed.event);
    core.emit(replayed.event);
    const row = historyReads(session.writer).byId.get(replayed.stepId);
    return row === undefined ? null : toStep(session.writer, row, locale);
  };
}

export const historyTasks: TaskHandlers<InFeature<typeof historyContract, 'task'>> = {
  'history.undo': replay('undo'),
  'history.redo': replay('redo'),
};
