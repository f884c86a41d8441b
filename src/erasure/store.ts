import { checkpoint, prepareOnce, type Connection } from '../database/connection.ts';
import { indexText } from '../documents/index-store.ts';
import { documentReads } from '../documents/store.ts';

/** No command can write a setting of this name: it says that something is being taken out for good. */
const PENDING = '_erasure';

const statements = prepareOnce((db) => ({
  pending: db.prepare<[string], string>('SELECT value FROM setting WHERE key = ?').pluck(),
  setPending: db.prepare<[string, string]>(
    `INSERT INTO setting (key, value) VALUES (?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE excluded.value = 'true'`,
  ),
  clearPending: db.prepare<[string]>('DELETE FROM setting WHERE key = ?'),
  unindexAll: db.prepare<[]>(`INSERT INTO text_index (text_index) VALUES ('delete-all')`),
  unmarkAll: db.prepare<[]>('DELETE FROM indexed_text'),
  textsInUse: db.prepare<[], { id: number; text: string }>(
    'SELECT id, text FROM text_version WHERE id IN (SELECT text_version_id FROM document) ORDER BY id',
  ),
  // What undo and redo may still put back stays.
  removeUnusedTexts: db.prepare<[]>(
    `DELETE FROM text_version WHERE id NOT IN (SELECT text_version_id FROM document)
       AND id NOT IN (${inHistory('text_version_id')})`,
  ),
  removeUnusedOriginals: db.prepare<[]>(
    `DELETE FROM original WHERE id NOT IN (SELECT original_id FROM document WHERE original_id IS NOT NULL)
       AND id NOT IN (${inHistory('original_id')})`,
  ),
}));

/** The values of a column of `document` in what the history keeps. */
function inHistory(column: string): string {
  return ['old_row', 'new_row']
    .map(
      (row) => `SELECT ${row} ->> '${column}' FROM history_change
        WHERE table_name = 'document' AND ${row} ->> '${column}' IS NOT NULL`,
    )
    .join(' UNION ALL ');
}

/** What was begun to be taken out of this file and not finished: of its backups too, or not; `null`: nothing. */
export function pendingErasure(db: Connection): { readonly backups: boolean } | null {
  const value = statements(db).pending.get(PENDING);
  return value === undefined ? null : { backups: value !== 'false' };
}

/** Says, outside of the history, that the file (and its backups) are still to be written anew. */
export function setErasurePending(db: Connection, backups: boolean): void {
  statements(db).setPending.run(PENDING, JSON.stringify(backups));
}

export function clearErasurePending(db: Connection): void {
  statements(db).clearPending.run(PENDING);
}

/**
 * Removes the texts that no document has and no undo can bring back, and makes the index anew: one that only forgets
 * rows keeps their words for a while. Answers how many texts went.
 */
export function removeUnusedTexts(db: Connection): number {
  const { unindexAll, unmarkAll, removeUnusedTexts: remove, textsInUse } = statements(db);
  unindexAll.run();
  unmarkAll.run();
  const removed = remove.run().changes;
  for (const { id, text } of textsInUse.all()) indexText(db, id, text, documentReads(db).paragraphs.all(id));
  return removed;
}

/** Removes the files of documents that are gone and that no undo can bring back. */
export function removeUnusedOriginals(db: Connection): number {
  return statements(db).removeUnusedOriginals.run().changes;
}

/**
 * Writes the file anew, so that no free page and no side file keeps what was removed. Answers whether it is done: while
 * another program reads the file, the side file cannot be emptied.
 */
export function rewriteFile(db: Connection): boolean {
  db.exec('VACUUM');
  if (db.pragma('journal_mode', { simple: true }) !== 'wal') return true;
  return !checkpoint(db, 'truncate').busy;
}

/** From here on, what is deleted is overwritten. */
export function overwriteDeleted(db: Connection): void {
  db.pragma('secure_delete = ON');
}
