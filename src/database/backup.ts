import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { RepereError } from '../errors/codes.ts';
import { writeCompactCopy, type Connection } from './connection.ts';
import { freshPath } from './fresh-file.ts';

/** How many copies of one project are kept; the oldest go first. */
export const KEPT_BACKUPS = 10;
/** A project that is opened gets a copy when the newest is older than this. */
export const BACKUP_INTERVAL_MS = 24 * 60 * 60 * 1000;

/** The folder that holds the copies of one project. */
export function backupFolder(dataDir: string, projectGuid: string): string {
  return join(dataDir, 'backups', projectGuid);
}

/**
 * Writes a compact copy of an open project, checks it, and only then gives it its name; the oldest copies beyond
 * {@link KEPT_BACKUPS} go. Answers the copy's path. Throws `project.damaged` when the copy does not pass SQLite's check.
 */
export function backUp(
  db: Connection,
  folder: string,
  projectPath: string,
  reason: 'daily' | 'migration' | 'manual',
): string {
  mkdirSync(folder, { recursive: true });
  const stamp = new Date().toISOString().replaceAll(/[:.]/gu, '-');
  const target = join(folder, `${basename(projectPath, '.repere')}.${stamp}.${reason}.repere`);
  const partial = freshPath(folder);
  try {
    writeCompactCopy(db, partial);
    if (!passesCheck(partial))
      throw new RepereError('project.damaged', { path: projectPath, backups: folder });
    renameSync(partial, target);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
  for (const old of listBackups(folder).slice(KEPT_BACKUPS)) rmSync(old, { force: true });
  return target;
}

/** Complete copies in a folder, newest first. */
export function listBackups(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith('.repere'))
      .map((file) => join(folder, file))
      .toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  } catch {
    // No folder yet: no copies.
    return [];
  }
}

/**
 * Puts one new copy in the place of all in a folder, unfinished ones too, once it is there; answers how many complete
 * ones went.
 */
export function renewBackups(
  db: Connection,
  folder: string,
  projectPath: string,
): { readonly backup: string; readonly backupsRemoved: number } {
  const backupsRemoved = listBackups(folder).length;
  const backup = backUp(db, folder, projectPath, 'manual');
  for (const file of readdirSync(folder).map((name) => join(folder, name)))
    if (file !== backup) rmSync(file, { force: true });
  return { backup, backupsRemoved };
}

/** Whether the newest copy is older than the interval. */
export function backupIsDue(folder: string, now: number): boolean {
  const newest = listBackups(folder)[0];
  return newest === undefined || now - statSync(newest).mtimeMs > BACKUP_INTERVAL_MS;
}

/** Whether SQLite finds nothing wrong with a file. */
export function passesCheck(path: string): boolean {
  const copy = new Database(path, { readonly: true });
  try {
    return copy.pragma('quick_check', { simple: true }) === 'ok';
  } finally {
    copy.close();
  }
}
