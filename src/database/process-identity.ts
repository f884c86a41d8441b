import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** What tells a process from a later one that got the same number, and a machine from another of the same name. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly host: string;
  /** The machine's own lasting name, where it has one: a laptop changes its host name from network to network. */
  readonly machine: string | null;
  /** When the process began, in a form that only this system compares; `null` where the system does not tell. */
  readonly start: string | null;
}

/** How far two readings of one start may lie apart where the system tells it in clock time, in milliseconds. */
const START_TOLERANCE_MS = 5_000;
const ASK_TIMEOUT_MS = 5_000;

export function thisProcess(): ProcessIdentity {
  return {
    pid: process.pid,
    host: hostname(),
    machine: machineName(),
    start: process.platform === 'linux' ? linuxStart(process.pid) : ownStart(),
  };
}

/** Whether what is said of a process can be looked up here. */
export function isOfThisMachine(other: ProcessIdentity): boolean {
  const machine = machineName();
  return other.machine !== null && machine !== null ? other.machine === machine : other.host === hostname();
}

/** Whether a process of this machine still runs: the number is taken, and by one that began when it says. */
export function isRunning({ pid, start }: ProcessIdentity): boolean {
  if (!numberIsTaken(pid)) return false;
  if (start === null) return true;
  const now = startOf(pid);
  if (now === null) return true;
  const clocks = [start, now].map((each) => /^clock:(\d+)$/u.exec(each)?.[1]);
  const [before, after] = clocks.map(Number);
  if (clocks.some((each) => each === undefined) || before === undefined || after === undefined)
    return start === now;
  return Math.abs(before - after) <= START_TOLERANCE_MS;
}

function numberIsTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function startOf(pid: number): string | null {
  if (pid === process.pid) return thisProcess().start;
  if (process.platform === 'linux') return linuxStart(pid);
  return process.platform === 'win32' ? windowsStart(pid) : unixStart(pid);
}

/** Ticks since a start of the machine that has a name of its own: no clock that is set can change them. */
function linuxStart(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is a name in brackets that may hold spaces; the start is the 22nd.
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return ticks === undefined ? null : `boot:${boot}:${ticks}`;
  } catch {
    return null;
  }
}

function ownStart(): string {
  return `clock:${Math.round(Date.now() - process.uptime() * 1_000)}`;
}

function unixStart(pid: number): string | null {
  const told = ask('ps', ['-p', String(pid), '-o', 'lstart=']);
  const time = told === null ? Number.NaN : Date.parse(told);
  return Number.isNaN(time) ? null : `clock:${time}`;
}

function windowsStart(pid: number): string | null {
  const script = `[DateTimeOffset]::new((Get-Process -Id ${pid}).StartTime).ToUnixTimeMilliseconds()`;
  const told = ask('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', script])?.trim() ?? '';
  return /^\d+$/u.test(told) ? `clock:${told}` : null;
}

function ask(program: string, args: readonly string[]): string | null {
  try {
    const env = { ...process.env, LC_ALL: 'C' };
    return execFileSync(program, args, {
      encoding: 'utf8',
      timeout: ASK_TIMEOUT_MS,
      env,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    // The system does not tell: the number alone must do.
    return null;
  }
}

function machineName(): string | null {
  if (process.platform !== 'linux') return null;
  try {
    const name = readFileSync('/etc/machine-id', 'utf8').trim();
    // Containers of one image share the name, but not their numbers of processes.
    return name === '' ? null : `${name} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return null;
  }
}
