import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { freshPath, sweepFresh } from '../database/fresh-file.ts';
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
  const staged = freshPath(dirname(target));
  if (!existsSync(file)) throw new RepereError('backups.copy-missing', { file: basename(file) });
  if (!existsSync(dirname(target)))
    throw new RepereError('project.folder-missing', { path: dirname(target) });
  sweepFresh(dirname(target));
  try {
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
 * Throws `project.locked` when somebody has it open. Whatever ends it half-way, under the project's name is what was
 * there or the copy, at the latest once {@link finishRestore} was called; and no state is mixed with another.
 */
export function placeInstead(staged: string, target: string, locale: Locale, dataDir: string): string | null {
  const lock = lockFor(target, dataDir);
  try {
    const kept = linkAside(target, locale);
    if (kept === null) return placeInSteps(staged, target, locale);
    try {
      renameSync(staged, target);
    } catch (error) {
      unlinkSync(kept);
      throw error;
    }
    syncToDisk(dirname(target));
    return kept;
  } finally {
    lock.release();
    rmSync(staged, { force: true });
  }
}

/**
 * Goes on with a restore that was killed at this path, or takes away what it had begun with. Whoever calls may not have
 * the file open. A restore that somebody else is at is left to them.
 */
export function finishRestore(target: string, dataDir: string): void {
  const ready = readyName(target);
  const isReady = existsSync(ready);
  if (!isReady && (statSync(target, { throwIfNoEntry: false })?.nlink ?? 1) === 1) return;
  const lock = acquireLock(target, dataDir);
  if (!isLock(lock)) return;
  try {
    if (isReady && !existsSync(target)) placeReady(ready, target, 'fr');
    else {
      rmSync(ready, { force: true });
      for (const link of keptNames(target).filter((each) => isSameFile(each, target))) unlinkSync(link);
    }
  } finally {
    lock.release();
  }
}

/** Whether there is a project to open at a path: the file, or the copy that a killed restore was putting there. */
export function canBeOpened(path: string): boolean {
  return existsSync(path) || existsSync(readyName(path));
}

/** A second name for the one file that a project is; `null` when it is none, or more than one, or there are no links here. */
function linkAside(target: string, locale: Locale): string | null {
  if (!existsSync(target) || SIDE_FILES.some((suffix) => existsSync(`${target}${suffix}`))) return null;
  const kept = freeName(target, `${KEPT[locale]} ${localMoment(new Date())}`);
  try {
    linkSync(target, kept);
    return kept;
  } catch {
    // Not every file system has links.
    return null;
  }
}

/** For a moment there is no project: the copy waits under a name by which it is known again, should this be ended. */
function placeInSteps(staged: string, target: string, locale: Locale): string | null {
  const ready = readyName(target);
  renameSync(staged, ready);
  syncToDisk(dirname(target));
  try {
    return placeReady(ready, target, locale);
  } finally {
    if (existsSync(target)) rmSync(ready, { force: true });
  }
}

function placeReady(ready: string, target: string, locale: Locale): string | null {
  const kept = putAside(target, locale);
  renameSync(ready, target);
  syncToDisk(dirname(target));
  return kept;
}

/** A whole copy that is to be put in the place of a project, beside it. */
function readyName(target: string): string {
  const mark = createHash('sha256').update(basename(target)).digest('hex').slice(0, 16);
  return join(dirname(target), `.~restore-${mark}`);
}

function isSameFile(one: string, other: string): boolean {
  const [a, b] = [one, other].map((path) => statSync(path, { bigint: true, throwIfNoEntry: false }));
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev;
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
  const found = keptNames(target).filter((path) => left.every((suffix) => !existsSync(`${path}${suffix}`)));
  return found.toSorted().at(-1) ?? null;
}

/** What was ever put aside for a copy of this project. */
function keptNames(target: string): readonly string[] {
  const base = stemOf(target);
  const starts = Object.values(KEPT).map((words) => `${base} (${words} `);
  return readdirSync(dirname(target))
    .filter((name) => name.endsWith(PROJECT_ENDING) && starts.some((start) => name.startsWith(start)))
    .map((name) => join(dirname(target), name));
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
