import { cpSync, rmSync } from 'node:fs';
import { Dice } from '../random-commands/dice.ts';
import { DiskModel } from './disk-model.ts';
import { operationNamed } from './operations.ts';
import type { Journal } from './places.ts';
import { record, type Call } from './recording.ts';
import { startDigest } from './start.ts';
import { verdictOn, type Verdict } from './verdict.ts';

export type End = 'killed' | 'power lost';

export interface Replayed extends Verdict {
  readonly end: End;
  /** How many of the recorded calls had been made. */
  readonly after: number;
  /** The call that was not made any more. */
  readonly before: string;
  readonly acknowledged: number;
}

export interface ReplayOptions {
  /** So many for each end. */
  readonly count: number;
  readonly ends: readonly End[];
  /** Only before this call, as an earlier run told it. */
  readonly only?: number | undefined;
}

export interface Session {
  readonly operation: string;
  readonly journal: Journal;
  readonly seed: number;
}

/**
 * Records one session, and looks at what it would have left at some of its calls: half of them where one kind of call
 * follows another (a sync, a rename, another file), the others anywhere.
 */
export async function replaySession(
  strace: string,
  folder: string,
  { operation, journal, seed }: Session,
  { count, ends, only }: ReplayOptions,
): Promise<{ readonly calls: number; readonly replayed: readonly Replayed[] }> {
  const [start, work, found] = [`${folder}/start`, `${folder}/work`, `${folder}/found`];
  await operationNamed(operation).prepare(start, journal);
  const first = await startDigest(start, journal, found);
  cpSync(start, work, { recursive: true });
  const calls = await record(strace, operation, work, journal, seed);
  const digests: (string | null)[] = [first, ...acknowledged(calls)];
  // The calls name the folder in which they were made: it gets back what stood there before them.
  rmSync(work, { recursive: true });
  cpSync(start, work, { recursive: true });
  const model = new DiskModel(work);
  rmSync(work, { recursive: true });
  const dice = new Dice(seed);
  const points = ends.map((end) => ({
    end,
    at: only === undefined ? choosePoints(calls, count, dice) : new Set([only]),
  }));
  const replayed: Replayed[] = [];
  let told = 0;
  for (const [index, call] of calls.entries()) {
    for (const { end } of points.filter(({ at }) => at.has(index))) {
      if (end === 'killed') model.writeKilled(found);
      else model.writePowerLoss(found, new Dice(seed + index));
      const allowed = new Set([digests[told] ?? null, digests[told + 1] ?? digests[told] ?? null]);
      const verdict = await verdictOn(found, journal, { digests: allowed });
      replayed.push({ ...verdict, end, after: index, before: describe(call), acknowledged: told });
      rmSync(found, { recursive: true });
    }
    model.apply(call);
    if (isAcknowledgement(call)) told += 1;
  }
  return { calls: calls.length, replayed };
}

function isAcknowledgement(call: Call): boolean {
  return call.does === 'tell' && call.line.startsWith('ack ');
}

/** What the project held after each answer. */
export function acknowledged(calls: readonly Call[]): string[] {
  return calls.flatMap((call) =>
    call.does === 'tell' && isAcknowledgement(call) ? [call.line.trim().split(' ').at(-1) ?? ''] : [],
  );
}

function choosePoints(calls: readonly Call[], count: number, dice: Dice): ReadonlySet<number> {
  const turns = calls.flatMap((call, index) => {
    const last = calls[index - 1];
    return last === undefined || last.name !== call.name || fdOf(last) !== fdOf(call) ? [index] : [];
  });
  const points = new Set<number>();
  const wanted = Math.min(count, calls.length);
  while (points.size < wanted)
    points.add(
      points.size < Math.min(turns.length, wanted) / 2 ? (dice.pick(turns) ?? 0) : dice.below(calls.length),
    );
  return points;
}

const fdOf = (call: Call): number | null => ('fd' in call ? call.fd : null);

/** In words, for the one who looks for the cause. */
function describe(call: Call): string {
  const { bytes, ...rest } = call.does === 'write' ? call : { ...call, bytes: null };
  return `${JSON.stringify(rest)}${bytes === null ? '' : ` of ${bytes.length} bytes`}`;
}
