import { spawn, type SpawnOptions } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { setTimeout as later } from 'node:timers/promises';
import { operationNamed } from './operations.ts';
import type { Journal } from './places.ts';
import { CHILD, type Call } from './recording.ts';
import { callOf } from './replay.ts';
import { verdictOn, type Verdict } from './verdict.ts';

/** Where a process is killed: when it makes this call for the so-manieth time; or so many microseconds after an answer. */
export type Where =
  | { readonly call: string; readonly time: number }
  | { readonly answers: number; readonly microseconds: number };

/** Calls by which files are changed, and which a process makes on its main thread only: they can be counted from outside. */
const COUNTED = new Set(['pwrite64', 'ftruncate', 'unlink', 'rename', 'link', 'fsync', 'fdatasync']);

/** Every place at which a recorded session can be killed. */
export function placesIn(calls: readonly Call[]): readonly Where[] {
  const times = new Map<string, number>();
  return calls.flatMap(({ name: call }) => {
    if (!COUNTED.has(call)) return [];
    const time = (times.get(call) ?? 0) + 1;
    times.set(call, time);
    return [{ call, time }];
  });
}

export interface KilledSession {
  readonly operation: string;
  readonly journal: Journal;
  readonly seed: number;
  /** What `prepare` left, put aside; and where it prepared that. */
  readonly start: string;
  readonly folder: string;
  /** What the project holds at the start and after each answer. */
  readonly digests: readonly (string | null)[];
}

export interface Killed extends Verdict {
  /** Whether the process came to the place at all. */
  readonly killed: boolean;
  readonly acknowledged: number;
}

/** Starts an operation on a copy of the start, kills the process there, and looks at what it left. */
export async function killReally(
  strace: string | null,
  { operation, journal, seed, start, folder, digests }: KilledSession,
  where: Where,
): Promise<Killed> {
  cpSync(start, folder, { recursive: true });
  try {
    const program = [CHILD, operation, folder, journal, String(seed)];
    const { signal, said } = await ('call' in where
      ? runUnder(strace ?? 'strace', program, where)
      : runUntil(program, where));
    const told = said.split('\n').filter((line) => line.startsWith('ack '));
    const verdict = await verdictOn(folder, journal, {
      states: digests,
      told: told.map(callOf),
      operation: operationNamed(operation),
    });
    return { ...verdict, killed: signal === 'SIGKILL' && !said.includes('done'), acknowledged: told.length };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Ended {
  readonly signal: NodeJS.Signals | null;
  readonly said: string;
}

function runUnder(
  strace: string,
  program: readonly string[],
  { call, time }: { readonly call: string; readonly time: number },
): Promise<Ended> {
  const inject = ['-e', `trace=${call}`, '-e', `inject=${call}:signal=SIGKILL:when=${time}`];
  return ended(spawn(strace, ['-f', '-o', '/dev/null', ...inject, process.execPath, ...program], QUIET));
}

/** Where no call can be counted: by chance, so long after so many answers. */
function runUntil(
  program: readonly string[],
  { answers, microseconds }: { readonly answers: number; readonly microseconds: number },
): Promise<Ended> {
  const child = spawn(process.execPath, program, QUIET);
  let seen = 0;
  child.stdout?.on('data', (chunk: Buffer) => {
    const before = seen;
    seen += chunk.toString().split('\n').length - 1;
    if (before < answers && seen >= answers)
      void later(microseconds / 1000).then(() => child.kill('SIGKILL'));
  });
  return ended(child);
}

const QUIET: SpawnOptions = { stdio: ['ignore', 'pipe', 'ignore'] };

function ended(child: ReturnType<typeof spawn>): Promise<Ended> {
  let said = '';
  child.stdout?.on('data', (chunk) => (said += String(chunk)));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (_code, signal) => resolve({ signal, said }));
  });
}
