import { statSync } from 'node:fs';
import { RepereError } from '../errors/codes.ts';
import type { Connection } from './connection.ts';

/** Up to this size the whole file is looked through at opening, in bytes: some 150 ms. */
const WHOLE_UP_TO_BYTES = 24 * 1024 * 1024;

/**
 * Looks whether a file can be worked in, at every opening: the whole of a file of ordinary size, of a larger one every
 * page that leads to rows. The copies that are made meanwhile are checked whole. Throws `project.damaged`.
 */
export function quickCheck(db: Connection, path: string, backups: string): void {
  try {
    const whole = statSync(path).size <= WHOLE_UP_TO_BYTES;
    if (whole ? db.pragma('quick_check(1)', { simple: true }) === 'ok' : walks(db)) return;
  } catch (error) {
    if (!isCorrupt(error)) throw error;
  }
  throw new RepereError('project.damaged', { path, backups });
}

/** Counting reads every page of a table's tree, and none of the texts that hang on it. */
function walks(db: Connection): boolean {
  const tables = db
    .prepare<[], string>(
      "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'text_index%'",
    )
    .pluck()
    .all();
  for (const table of tables)
    db.prepare(`SELECT count(*) FROM main."${table.replaceAll('"', '""')}" NOT INDEXED`).get();
  return true;
}

/** The tables of a file, for looking through them one by one; the index of words only when it is asked for. */
export function tablesToCheck(db: Connection, withIndex: boolean): readonly string[] {
  return db
    .prepare<[], string>(
      `SELECT name FROM main.sqlite_schema WHERE type = 'table' ${withIndex ? '' : "AND name <> 'text_index'"}`,
    )
    .pluck()
    .all();
}

/** Whether SQLite finds nothing wrong with one table. */
export function tableIsSound(db: Connection, table: string): boolean {
  return db.pragma(`quick_check("${table.replaceAll('"', '""')}")`, { simple: true }) === 'ok';
}

/** What SQLite says when pages are not what they should be. */
export function isCorrupt(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB' || code === 'SQLITE_IOERR_SHORT_READ';
}
