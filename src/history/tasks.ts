import type { InFeature, TaskContext, TaskHandlers } from '../contract/handlers.ts';
import type { ChangedEvent } from '../contract/wire.ts';
import type { Connection } from '../database/connection.ts';
import { RepereError } from '../errors/codes.ts';
import { openSession } from '../host/state.ts';
import type { historyContract } from './contract.ts';
import { replayStep } from './recorder.ts';
import { toStep } from './steps.ts';
import { historyReads } from './store.ts';
import { travelTo } from './travel.ts';

/** The connection that replays, and what tells everybody of it. */
function replayer(core: TaskContext['core']): { db: Connection; tell: (event: ChangedEvent) => void } {
  const session = openSession(core);
  return {
    db: session.writable(),
    tell: (event) => {
      session.changed(event);
      core.emit(event);
    },
  };
}

function replay(direction: 'undo' | 'redo'): TaskHandlers<'history.undo'>['history.undo'] {
  return ({ core, locale }) => {
    const { db, tell } = replayer(core);
    const replayed = replayStep(db, direction);
    if (replayed === null) return null;
    tell(replayed.event);
    const row = historyReads(db).byId.get(replayed.stepId);
    return row === undefined ? null : toStep(db, row, locale);
  };
}

export const historyTasks: TaskHandlers<InFeature<typeof historyContract, 'task'>> = {
  'history.undo': replay('undo'),
  'history.redo': replay('redo'),
  'history.goTo': ({ core, progress }, { stepId }) => {
    const { db, tell } = replayer(core);
    const isOpen = (): boolean => core.session?.writer === db;
    return travelTo(db, stepId, {
      tell,
      pause: async (done, total) => {
        await progress(done, total, '');
        // Another window may have closed the project.
        if (!isOpen()) throw new RepereError('call.cancelled');
      },
    });
  },
};
