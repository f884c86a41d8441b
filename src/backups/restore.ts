import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  readdirSync,
  renameSync,
  rmSync,
  unlinkSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { acquireLock, isLock, lockHolder } from '../database/lock.ts';
import { SIDE_FILES } from '../database/side-files.ts';
import { isSound, syncToDisk } from '../database/verified-copy.ts';
import { RepereError } from '../errors/codes.ts';
import type { Locale } from '../settings/contract.ts';
import { localMoment, PROJECT_ENDING } from './names.ts';

const KEPT = { fr: 'avant restauration', en: 'before restoring' } as const;
const BESIDE = { fr: 'sauvegarde du', en: 'backup of' } as const;
/** File systems take names of 255 bytes; ours leave room for `-journal` and a number. */
const LONGEST_BYTES = 230;

/**
 * Brings a copy of a backup into the folder where it shall be used, under a name of its own, and looks whether it is
 * whole. Throws `backups.copy-missing`, `backups.copy-damaged`, `disk.full` and the like; nothing is left behind then.
 */
export function stageCopy(file: string, target: string): string {
  const mark = createHash('sha256').update(target).digest('hex').slice(0, 8);
  const staged = join(dirname(target), `.repere-restore-${mark}.partial`);
  if (!existsSync(file)) throw new RepereError('backups.copy-missing', { file: basename(file) });
  if (!existsSync(dirname(target)))
    throw new RepereError('project.folder-missing', { path: dirname(target) });
  try {
    for (const suffix of ['', ...SIDE_FILES]) rmSync(`${staged}${suffix}`, { force: true });
    copyFileSync(file, staged);
    chmodSync(staged, 0o600);
    if (!isSound(staged)) throw new RepereError('backups.copy-damaged', { file: basename(file) });
    syncToDisk(staged);
    return staged;
  } catch (error) {
    rmSync(staged, { force: true });
    throw error;
  }
}

/** Gives a staged copy a name that nothing has. Throws `project.exists`. */
export function placeBeside(staged: string, target: string): void {
  try {
    if (existsSync(target)) throw new RepereError('project.exists', { path: target });
    const aside = besideName(target, new Date(), 'fr');
    for (const suffix of SIDE_FILES)
      if (existsSync(`${target}${suffix}`)) renameSync(`${target}${suffix}`, `${aside}${suffix}`);
    moveWithoutReplacing(staged, target);
    syncToDisk(dirname(target));
  } finally {
    rmSync(staged, { force: true });
  }
}

/**
 * Puts a staged copy where the project is. What is there goes aside first, with everything that SQLite left beside it:
 * a `-wal` of another state would be played into the copy. Answers where it is now; `null` when there was nothing.
 * Throws `project.locked` when somebody has it open. However it ends, no state is mixed with another.
 */
export function placeInstead(staged: string, target: string, locale: Locale, dataDir: string): string | null {
  const lock = lockFor(target, dataDir);
  try {
    const kept = putAside(target, locale);
    renameSync(staged, target);
    syncToDisk(dirname(target));
    return kept;
  } finally {
    lock.release();
    rmSync(staged, { force: true });
  }
}

/** Throws `project.locked` when somebody else has a project open. */
export function refuseWhenOpen(target: string): void {
  const holder = lockHolder(target);
  if (holder !== null)
    throw new RepereError('project.locked', {
      path: target,
      user: holder.user,
      host: holder.host,
      since: holder.since,
    });
}

/** `NAME (sauvegarde du 2026-11-30 14h05).repere` beside the project, or with a number when that is there. */
export function besideName(path: string, at: Date, locale: Locale): string {
  return freeName(path, `${BESIDE[locale]} ${localMoment(at)}`);
}

/** The file first, then what lies beside it: killed in between, there is no project rather than half of one. */
function putAside(target: string, locale: Locale): string | null {
  const isThere = existsSync(target);
  const left = SIDE_FILES.filter((suffix) => existsSync(`${target}${suffix}`));
  if (!isThere && left.length === 0) return null;
  const interrupted = isThere ? null : interruptedName(target, left);
  const kept = interrupted ?? freeName(target, `${KEPT[locale]} ${localMoment(new Date())}`);
  if (isThere) renameSync(target, kept);
  for (const suffix of left) renameSync(`${target}${suffix}`, `${kept}${suffix}`);
  return isThere || interrupted !== null ? kept : null;
}

/** Where a restore that was killed put the file to which these side files belong. */
function interruptedName(target: string, left: readonly string[]): string | null {
  const base = stemOf(target);
  const starts = Object.values(KEPT).map((words) => `${base} (${words} `);
  const found = readdirSync(dirname(target))
    .filter((name) => name.endsWith(PROJECT_ENDING) && starts.some((start) => name.startsWith(start)))
    .map((name) => join(dirname(target), name))
    .filter((path) => left.every((suffix) => !existsSync(`${path}${suffix}`)));
  return found.toSorted().at(-1) ?? null;
}

function freeName(path: string, words: string): string {
  for (let number = 1; ; number += 1) {
    const ending = ` (${words})${number === 1 ? '' : ` ${number}`}${PROJECT_ENDING}`;
    let base = stemOf(path);
    while (Buffer.byteLength(base + ending) > LONGEST_BYTES) base = [...base].slice(0, -1).join('');
    const name = join(dirname(path), `${base}${ending}`);
    if (['', ...SIDE_FILES].every((suffix) => !existsSync(`${name}${suffix}`))) return name;
  }
}

function stemOf(path: string): string {
  return basename(path, PROJECT_ENDING);
}

function lockFor(target: string, dataDir: string) {
  refuseWhenOpen(target);
  const lock = acquireLock(target, dataDir);
  if (isLock(lock)) return lock;
  const { user, host, since } = lock;
  throw new RepereError('project.locked', { path: target, user, host, since });
}

/** `rename` would replace what appeared meanwhile; a link does not. Not every file system has links. */
function moveWithoutReplacing(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EEXIST') throw new RepereError('project.exists', { path: to }, { cause: error });
    renameSync(from, to);
    return;
  }
  unlinkSync(from);
}
