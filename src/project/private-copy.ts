import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { openWritable } from '../database/connection.ts';
import { copyWithSideFiles } from '../database/side-files.ts';
import { migrate, verifySchema, type Migration } from '../database/migrate.ts';
import { isRunning } from '../database/process-identity.ts';

export interface PrivateCopy {
  readonly path: string;
  remove(): void;
}

/**
 * A copy of a project with its side files that only this person can read, made whole and brought up to date, for
 * looking into a file that lies where nothing can be written: a read-only disk, a folder of somebody else's.
 */
export function privateCopy(path: string, dataDir: string, migrations: readonly Migration[]): PrivateCopy {
  const folder = makeFolder(dataDir);
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const copy = join(folder, basename(path));
    copyWithSideFiles(path, copy);
    const db = openWritable(copy, 'delete');
    try {
      verifySchema(db, migrations, path);
      migrate(db, migrations, path);
    } finally {
      db.close();
    }
    return { path: copy, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

const PREFIX = 'view-';

function makeFolder(dataDir: string): string {
  const parent = join(dataDir, 'views');
  try {
    mkdirSync(parent, { recursive: true, mode: 0o700 });
    removeForgotten(parent);
    return mkdtempSync(join(parent, `${PREFIX}${process.pid}-`));
  } catch {
    // The data folder cannot be written either.
    return mkdtempSync(join(tmpdir(), 'repere-'));
  }
}

/** Copies of processes that ended without removing them. */
function removeForgotten(parent: string): void {
  for (const name of readdirSync(parent)) {
    const pid = Number(/^view-(\d+)-/u.exec(name)?.[1]);
    const alive = Number.isInteger(pid) && isRunning({ pid, host: '', machine: null, start: null });
    if (name.startsWith(PREFIX) && !alive) rmSync(join(parent, name), { recursive: true, force: true });
  }
}
