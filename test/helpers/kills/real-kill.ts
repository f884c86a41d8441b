import { spawn } from 'node:child_process';
import { cpSync } from 'node:fs';
import { setTimeout as later } from 'node:timers/promises';
import type { Journal } from './places.ts';
import { CHILD, type Call } from './recording.ts';
import { verdictOn, type Verdict } from './verdict.ts';

/** Where a process is killed: when it makes this call for the so-manieth time; or so many microseconds after an answer. */
export type Where =
  | { readonly call: string; readonly time: number }
  | { readonly answers: number; readonly microseconds: number };

/** The calls by which SQLite, and nothing else of a process, changes files: only these can be counted from outside. */
const COUNTED = new Set(['pwrite64', 'ftruncate', 'unlink', 'rename', 'link', 'fsync', 'fdatasync']);

/** Every place at which a recorded session can be killed. */
export function places(calls: readonly Call[]): readonly Where[] {
  const times = new Map<string, number>();
  return calls.flatMap(({ name: call }) => {
    if (!COUNTED.has(call)) return [];
    const time = (times.get(call) ?? 0) + 1;
    times.set(call, time);
    return [{ call, time }];
  });
}

export interface Killed extends Verdict {
  /** Whether the process came to the place at all. */
  readonly killed: boolean;
}

/** Starts an operation on a copy of `start` in `folder`, kills the process there, and looks at what it left. */
export async function killReally(
  strace: string | null,
  {
    operation,
    journal,
    seed,
  }: { readonly operation: string; readonly journal: Journal; readonly seed: number },
  {
    start,
    folder,
    first,
  }: { readonly start: string; readonly folder: string; readonly first: string | null },
  where: Where,
): Promise<Killed> {
  cpSync(start, folder, { recursive: true });
  const program = [CHILD, operation, folder, journal, String(seed)];
  const { signal, said } = await ('call' in where
    ? runUnder(strace ?? '', program, where)
    : runUntil(program, where));
  const told = said.split('\n').filter((line) => line.startsWith('ack '));
  const last = told.at(-1)?.split(' ').at(-1) ?? first;
  const verdict = await verdictOn(folder, journal, { digests: new Set([last]), next: true });
  return { ...verdict, killed: signal === 'SIGKILL' && !said.includes('done') };
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
  const options = ['-f', '--seccomp-bpf', '-o', '/dev/null', '-e', `trace=${call}`];
  const inject = ['-e', `inject=${call}:signal=SIGKILL:when=${time}`];
  const child = spawn(strace, [...options, ...inject, process.execPath, ...program], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return ended(child);
}

/** Where no call can be counted: by chance, so long after so many answers. */
function runUntil(
  program: readonly string[],
  { answers, microseconds }: { readonly answers: number; readonly microseconds: number },
): Promise<Ended> {
  const child = spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'ignore'] });
  let seen = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    const before = seen;
    seen += chunk.toString().split('\n').length - 1;
    if (before < answers && seen >= answers)
      void later(microseconds / 1000).then(() => child.kill('SIGKILL'));
  });
  return ended(child);
}

function ended(child: ReturnType<typeof spawn>): Promise<Ended> {
  let said = '';
  child.stdout?.on('data', (chunk) => (said += String(chunk)));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (_code, signal) => resolve({ signal, said }));
  });
}
