import { cpSync, renameSync, rmSync } from 'node:fs';
import type { CallName } from '../../../src/contract/contract.ts';
import { Dice } from '../random-commands/dice.ts';
import { DiskModel } from './disk-model.ts';
import type { Operation } from './furnish.ts';
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
 * Records one session, and looks at what it would have left at some of its calls, from where the operation begins: half
 * of them where one kind of call follows another (a sync, a rename, another file), the others anywhere.
 */
export async function replaySession(
  strace: string,
  folder: string,
  { operation, journal, seed }: Session,
  { count, ends, only }: ReplayOptions,
): Promise<{ readonly calls: number; readonly replayed: readonly Replayed[] }> {
  // All happens at one place: backups know their project by its path.
  const [start, work] = [`${folder}/start`, `${folder}/work`];
  const what = operationNamed(operation);
  await what.prepare(work, journal);
  renameSync(work, start);
  const first = await startDigest(start, journal, work);
  cpSync(start, work, { recursive: true });
  const calls = await record(strace, operation, work, journal, seed);
  const states: (string | null)[] = [first, ...acknowledged(calls)];
  // The calls name the folder in which they were made: it gets back what stood there before them.
  rmSync(work, { recursive: true });
  cpSync(start, work, { recursive: true });
  const model = new DiskModel(work);
  rmSync(work, { recursive: true });
  const dice = new Dice(seed);
  const points = ends.map((end) => ({
    end,
    at: only === undefined ? choosePoints(calls, startOf(calls, what), count, dice) : new Set([only]),
  }));
  const replayed: Replayed[] = [];
  const told: CallName[] = [];
  for (const [index, call] of calls.entries()) {
    for (const { end } of points.filter(({ at }) => at.has(index))) {
      if (end === 'killed') model.writeKilled(work);
      else model.writePowerLoss(work, new Dice(seed + index));
      const verdict = await verdictOn(work, journal, { states, told, operation: what });
      replayed.push({ ...verdict, end, after: index, before: describe(call), acknowledged: told.length });
      rmSync(work, { recursive: true });
    }
    model.apply(call);
    if (isAcknowledgement(call)) told.push(callOf(call.line));
  }
  return { calls: calls.length, replayed };
}

function isAcknowledgement(call: Call): call is Extract<Call, { does: 'tell' }> {
  return call.does === 'tell' && call.line.startsWith('ack ');
}

/** Which call a line of the process tells of. */
export function callOf(line: string): CallName {
  return line.split(' ')[2] as CallName;
}

/** What the project held after each answer. */
export function acknowledged(calls: readonly Call[]): string[] {
  return calls.flatMap((call) => (isAcknowledgement(call) ? [call.line.trim().split(' ').at(-1) ?? ''] : []));
}

/** Behind the answer that was given before the one that the operation is about. */
function startOf(calls: readonly Call[], { from }: Operation): number {
  if (from === undefined) return 0;
  const end = calls.findIndex((call) => isAcknowledgement(call) && callOf(call.line) === from);
  return calls.slice(0, end).findLastIndex(isAcknowledgement) + 1;
}

function choosePoints(calls: readonly Call[], start: number, count: number, dice: Dice): ReadonlySet<number> {
  const turns = calls.flatMap((call, index) => {
    const last = calls[index - 1];
    const isTurn = last === undefined || last.name !== call.name || fdOf(last) !== fdOf(call);
    return isTurn && index >= start ? [index] : [];
  });
  const points = new Set<number>();
  const wanted = Math.min(count, calls.length - start);
  while (points.size < wanted)
    points.add(
      points.size < Math.min(turns.length, wanted) / 2
        ? (dice.pick(turns) ?? 0)
        : start + dice.below(calls.length - start),
    );
  return points;
}

const fdOf = (call: Call): number | null => ('fd' in call ? call.fd : null);

/** In words, for the one who looks for the cause. */
function describe(call: Call): string {
  const { bytes, ...rest } = call.does === 'write' ? call : { ...call, bytes: null };
  return `${JSON.stringify(rest)}${bytes === null ? '' : ` of ${bytes.length} bytes`}`;
}
