import type { Connection } from '../database/connection.ts';
import type { ChangedEvent } from '../contract/wire.ts';
import { replayStep } from './recorder.ts';
import { historyReads } from './store.ts';

/** How long, and how many, steps are replayed before others are let in. */
const SLICE_MS = 60;
const SLICE_STEPS = 100;

export interface Travel {
  readonly undone: number;
  readonly redone: number;
  /** Whether the wanted step is now the last one that is done. */
  readonly reached: boolean;
}

export interface Traveller {
  /** What became of the project since the last time, as one event. */
  readonly tell: (event: ChangedEvent) => void;
  /** Lets other calls in; throws when the person wants to stop. */
  readonly pause: (done: number, total: number) => Promise<void>;
}

/**
 * Undoes or redoes until a step is the last one done (0: none is). Every single step is a transaction of its own, so
 * that stopping leaves the project as it was after one of them. When somebody works on meanwhile, it ends there: what
 * they did is not undone unseen.
 */
export async function travelTo(db: Connection, stepId: number, traveller: Traveller): Promise<Travel> {
  const reads = historyReads(db);
  const target = stepId === 0 ? undefined : reads.byId.get(stepId);
  const direction = target?.state === 'undone' ? 'redo' : 'undo';
  const total =
    direction === 'redo'
      ? (reads.countBetween.get('undone', 0, stepId) ?? 0)
      : (reads.countBetween.get('done', stepId, Number.MAX_SAFE_INTEGER) ?? 0);
  const next = (): number | null => {
    const id = direction === 'undo' ? reads.lastDone.get()?.id : reads.firstUndone.get()?.id;
    return id === undefined || (direction === 'undo' ? id <= stepId : id > stepId) ? null : id;
  };
  let count = 0;
  const newest = reads.newest.get()?.id;
  if (stepId !== 0 && (target === undefined || target.state === 'abandoned'))
    return { undone: 0, redone: 0, reached: false };
  while (next() !== null) {
    const events: ChangedEvent[] = [];
    const until = performance.now() + SLICE_MS;
    while (next() !== null && events.length < SLICE_STEPS && performance.now() < until) {
      const replayed = replayStep(db, direction);
      if (replayed === null) break;
      events.push(replayed.event);
      count += 1;
    }
    const event = joined(events);
    if (event === null) break;
    traveller.tell(event);
    if (next() === null) break;
    await traveller.pause(count, total);
    if (reads.newest.get()?.id !== newest) break;
  }
  const [undone, redone] = direction === 'undo' ? [count, 0] : [0, count];
  return { undone, redone, reached: next() === null };
}

/** Several steps as one event; it bears the number of the last. */
function joined(events: readonly ChangedEvent[]): ChangedEvent | null {
  const last = events.at(-1);
  if (last === undefined) return null;
  const all = <T>(of: (event: ChangedEvent) => readonly T[]): readonly T[] => [
    ...new Set(events.flatMap(of)),
  ];
  return {
    ...last,
    documents: all(({ documents }) => documents),
    codes: all(({ codes }) => codes),
    tables: all(({ tables }) => tables),
  };
}
