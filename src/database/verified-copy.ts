import { chmodSync, closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setImmediate as nextTick } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { RepereError } from '../errors/codes.ts';
import { freshPath } from './fresh-file.ts';
import { isCorrupt, tableIsSound, tablesToCheck } from './quick-check.ts';
import { SIDE_FILES } from './side-files.ts';
import { writeCompactCopy, type Connection } from './connection.ts';

/** Pages that are copied between two calls; 256 of 4 kB keep a window's call waiting for some 30 ms at most. */
const PIECE_PAGES = 256;

/**
 * Writes a compact copy of an open project in one go, checks it, and only then gives it its name; mode 600. Throws
 * `project.damaged` when the copy does not pass SQLite's check, and the system's errors; nothing is left behind then.
 */
export function writeCopy(db: Connection, target: string): void {
  const partial = freshPath(dirname(target));
  try {
    makeEmpty(partial);
    writeCompactCopy(db, partial);
    if (!isSound(partial))
      throw new RepereError('project.damaged', { path: db.name, backups: dirname(target) });
    settle(partial, target);
  } catch (error) {
    removeWithSideFiles(partial);
    throw error;
  }
}

/** The same of a file that nobody has open; one that is damaged or that SQLite cannot read throws. */
export function writeCopyOfFile(path: string, target: string): void {
  const db = new Database(path, { readonly: true, fileMustExist: true });
  try {
    writeCopy(db, target);
  } finally {
    db.close();
  }
}

/**
 * The same page by page, so that calls are answered in between; changes that these make are in the copy. `goOn` is
 * asked between pieces: when it says no, the copy is given up and `false` is the answer.
 */
export async function writeCopyInPieces(
  db: Connection,
  target: string,
  goOn: () => boolean,
): Promise<boolean> {
  const partial = freshPath(dirname(target));
  try {
    makeEmpty(partial);
    await db.backup(partial, {
      progress: () => {
        if (!goOn()) throw new GivenUp();
        return PIECE_PAGES;
      },
    });
    await checkInPieces(partial, goOn, db.name);
    // The disk takes the most time: nobody waits for it.
    await syncMeanwhile(partial);
    if (!goOn()) throw new GivenUp();
    settle(partial, target);
    return true;
  } catch (error) {
    removeWithSideFiles(partial);
    if (error instanceof GivenUp || !goOn()) return false;
    throw error;
  }
}

class GivenUp extends Error {}

/** Whether SQLite finds nothing wrong with a file that nobody else has open. */
export function isSound(path: string): boolean {
  const copy = new Database(path, { readonly: true });
  try {
    return copy.pragma('quick_check', { simple: true }) === 'ok';
  } catch (error) {
    if (isCorrupt(error)) return false;
    throw error;
  } finally {
    copy.close();
  }
}

/** Table by table, with room for other calls in between. */
async function checkInPieces(path: string, goOn: () => boolean, source: string): Promise<void> {
  const copy = new Database(path);
  try {
    // A copied page says that the file is written ahead; a copy is one single file.
    copy.pragma('journal_mode = DELETE');
    for (const table of tablesToCheck(copy, true)) {
      if (!goOn()) return;
      if (!tableIsSound(copy, table))
        throw new RepereError('project.damaged', { path: source, backups: dirname(path) });
      await nextTick();
    }
  } finally {
    copy.close();
  }
}

async function syncMeanwhile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Made by us rather than by SQLite, so that nobody else can read it at any moment. */
function makeEmpty(path: string): void {
  removeWithSideFiles(path);
  closeSync(openSync(path, 'wx', 0o600));
}

/** On the disk, then under its name: a copy that can be seen is whole, even if the power fails. */
export function settle(partial: string, target: string): void {
  chmodSync(partial, 0o600);
  syncToDisk(partial);
  renameSync(partial, target);
  syncToDisk(dirname(target));
}

export function syncToDisk(path: string): void {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch (error) {
    // Windows opens no folders.
    if (process.platform === 'win32') return;
    throw error;
  }
  try {
    fsyncSync(descriptor);
  } catch (error) {
    // Windows, and some network drives, sync no folders and no files that are open for reading.
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code !== 'EPERM' && code !== 'EINVAL' && code !== 'EBADF') throw error;
  } finally {
    closeSync(descriptor);
  }
}

function removeWithSideFiles(path: string): void {
  for (const suffix of ['', ...SIDE_FILES]) rmSync(`${path}${suffix}`, { force: true });
}
