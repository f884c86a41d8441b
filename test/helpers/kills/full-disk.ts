import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Dice } from '../random-commands/dice.ts';
import { operationNamed } from './operations.ts';
import type { Journal } from './places.ts';
import { CHILD } from './recording.ts';
import { callOf } from './replay.ts';
import { startDigest } from './start.ts';
import { verdictOn, type Verdict } from './verdict.ts';

const KILOBYTE = 1024;
const ROOMY = '256m';

/** Why no small disk can be made here, in words; `null` where it can. */
export function whyNoSmallDisk(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'a small disk can only be made by root on Linux';
  const folder = mkdtempSync(join(tmpdir(), 'repere-disk-'));
  try {
    if (!mount(folder, 'size=64k')) return 'no disk can be mounted here';
    unmount(folder);
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export interface FullDiskSession extends Verdict {
  /** How many calls were answered, and how many were refused because the disk was full. */
  readonly acknowledged: number;
  readonly refused: number;
}

/**
 * One session on a disk that becomes full: it goes on for a while, closes (or is killed), somebody makes room, and the
 * next process opens the project.
 */
export async function fullDiskSession(journal: Journal, seed: number): Promise<FullDiskSession> {
  const place = mkdtempSync(join(tmpdir(), 'repere-full-'));
  const disk = join(place, 'disk');
  mkdirSync(disk);
  let mounted = false;
  try {
    const start = join(place, 'start');
    await operationNamed('a full disk').prepare(start, journal);
    const first = await startDigest(start, journal, join(place, 'scratch'));
    const room = 150 + new Dice(seed).below(350);
    mounted = mount(disk, `size=${Math.ceil(sizeOf(start) / KILOBYTE) + room}k`);
    if (!mounted) throw new Error('the small disk cannot be mounted');
    const folder = join(disk, 'work');
    cpSync(start, folder, { recursive: true });
    const said = await work(folder, journal, seed);
    const told = said.filter((line) => line.startsWith('ack '));
    const refused = said.filter((line) => line.startsWith('refused disk.full'));
    const odd = said.filter((line) => line.startsWith('refused ') && !refused.includes(line));
    mount(disk, `remount,size=${ROOMY}`);
    const states = [first, ...told.map((line) => line.split(' ').at(-1) ?? '')];
    const verdict = await verdictOn(folder, journal, { states, told: told.map(callOf) });
    const problems = [...verdict.problems, ...odd];
    if (said.at(-1) !== 'done') problems.push(`the session ended with: ${said.slice(-3).join(' / ')}`);
    return { ...verdict, problems, acknowledged: told.length, refused: refused.length };
  } finally {
    if (mounted) unmount(disk);
    rmSync(place, { recursive: true, force: true });
  }
}

function work(folder: string, journal: Journal, seed: number): Promise<readonly string[]> {
  const program = [CHILD, 'a full disk', folder, journal, String(seed)];
  const child = spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (chunk) => (said += String(chunk)));
  child.stderr.on('data', (chunk) => (said += String(chunk)));
  return new Promise((resolve) => child.on('close', () => resolve(said.trim().split('\n'))));
}

function mount(folder: string, options: string): boolean {
  return spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status === 0;
}

function unmount(folder: string): void {
  spawnSync('umount', [folder]);
}

/** What a folder takes on a disk, in whole blocks of 4 kB. */
function sizeOf(folder: string): number {
  const block = 4 * KILOBYTE;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => Math.ceil(statSync(join(folder, name)).size / block) * block + block)
    .reduce((sum, size) => sum + size, 0);
}
