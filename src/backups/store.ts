import { openReadOnly, prepareOnce, type Connection } from '../database/connection.ts';

export interface CopyCounts {
  readonly documents: number;
  readonly codings: number;
}

export const backupReads = prepareOnce((db) => ({
  name: db.prepare<[], string>('SELECT name FROM project WHERE id = 1').pluck(),
  guid: db.prepare<[], string>('SELECT guid FROM project WHERE id = 1').pluck(),
  counts: db.prepare<[], CopyCounts>(
    'SELECT (SELECT count(*) FROM document) AS documents, (SELECT count(*) FROM coding) AS codings',
  ),
  /** Grows or changes with everything that is done: numbers given to steps and changes are never given twice. */
  stamp: db
    .prepare<[], string>(
      `SELECT json_array(
         (SELECT seq FROM sqlite_sequence WHERE name = 'history_step'),
         (SELECT seq FROM sqlite_sequence WHERE name = 'history_change'),
         (SELECT count(*) FROM history_step WHERE state = 'undone'))`,
    )
    .pluck(),
}));

/** Reads a copy's figures from the copy; `null` when they cannot be read. */
export function countsOfCopy(path: string): CopyCounts | null {
  let copy: Connection | null = null;
  try {
    copy = openReadOnly(path);
    return backupReads(copy).counts.get() ?? null;
  } catch {
    // Older than these tables, or damaged: the list shows it without figures.
    return null;
  } finally {
    copy?.close();
  }
}
