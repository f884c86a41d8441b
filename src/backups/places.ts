import { chmodSync, closeSync, mkdirSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { freshPath } from '../database/fresh-file.ts';
import { RepereError } from '../errors/codes.ts';
import type { CoreState } from '../host/state.ts';

/** Where copies lie unless a person chose another folder. */
export function usualPlace(core: CoreState): string {
  return join(core.options.dataDir, 'backups');
}

/** Where copies go. */
export function backupPlace(core: CoreState): string {
  const { backupDir } = core.settings.get();
  return backupDir === '' ? usualPlace(core) : backupDir;
}

/** Everywhere copies may lie: where they go now, the usual folder, and those that were chosen before. */
export function allPlaces(core: CoreState): readonly string[] {
  const { earlierBackupDirs } = core.settings.get();
  return [...new Set([backupPlace(core), usualPlace(core), ...earlierBackupDirs])];
}

/** Whether a file is one of our copies, which nobody should work in. */
export function isBackupCopy(core: CoreState, path: string): boolean {
  return allPlaces(core).some((place) => {
    const inside = relative(place, resolve(path));
    return inside !== '' && !inside.startsWith('..') && !isAbsolute(inside);
  });
}

/**
 * Makes sure that the place for copies is there. The usual one is made; a chosen one may be a disk that is not plugged
 * in, in whose place no folder must be made. Throws `backups.place-missing`, and the system's errors.
 */
export function openPlace(core: CoreState): string {
  const place = backupPlace(core);
  if (place === usualPlace(core)) makePrivateFolder(place);
  else if (!isFolder(place)) throw new RepereError('backups.place-missing', { path: place });
  return place;
}

/** A folder that only this person can read. Throws the system's errors. */
export function makePrivateFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  chmodSync(path, 0o700);
}

/** Throws `backups.place-unusable` unless copies can be written into a folder that a person chose. */
export function checkPlace(path: string): void {
  if (!isAbsolute(path)) throw new RepereError('backups.place-unusable', { path, reason: 'path' });
  const trial = freshPath(path);
  if (!isFolder(path)) throw new RepereError('backups.place-missing', { path });
  try {
    const descriptor = openSync(trial, 'wx', 0o600);
    try {
      // Without a name at once: should this be ended here, nothing is left.
      rmSync(trial, { force: true });
      writeSync(descriptor, 'x');
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw new RepereError('backups.place-unusable', { path, reason: reasonOf(error) }, { cause: error });
  }
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** The system's short word for what went wrong. */
export function reasonOf(error: unknown): string {
  if (error instanceof RepereError) return error.code;
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.message : String(error);
}
