import type { Connection } from '../database/connection.ts';
import { checkpoint, prepareOnce } from '../database/connection.ts';
import { documentReads } from '../documents/store.ts';
import type { NameEntry } from '../text/name-forms.ts';
import { indexText } from '../documents/index-store.ts';

const statements = prepareOnce((db) => ({
  steps: db.prepare<[], { id: number; details: string }>('SELECT id, details FROM history_step'),
  setDetails: db.prepare<[string, number]>('UPDATE history_step SET details = ? WHERE id = ?'),
  // What was undone can never be redone: it counts as abandoned.
  sealSteps: db.prepare<[]>(
    `UPDATE history_step SET sealed = 1, merge_key = NULL,
       state = CASE state WHEN 'undone' THEN 'abandoned' ELSE state END`,
  ),
  oldEntries: db.prepare<[], NameEntry>(
    `SELECT DISTINCT row_id AS id, row ->> 'kind' AS kind, row ->> 'name' AS name, row ->> 'replacement' AS replacement
     FROM (SELECT row_id, old_row AS row FROM history_change WHERE table_name = 'pseudonym' AND old_row IS NOT NULL
           UNION ALL
           SELECT row_id, new_row FROM history_change WHERE table_name = 'pseudonym' AND new_row IS NOT NULL)
     ORDER BY row_id`,
  ),
  removeChanges: db.prepare<[]>('DELETE FROM history_change'),
  removeKey: db.prepare<[]>('DELETE FROM pseudonym'),
  unindexAll: db.prepare<[]>(`INSERT INTO text_index (text_index) VALUES ('delete-all')`),
  unmarkAll: db.prepare<[]>('DELETE FROM indexed_text'),
  removeOldTexts: db.prepare<[]>(
    'DELETE FROM text_version WHERE id NOT IN (SELECT text_version_id FROM document)',
  ),
  removeOldOriginals: db.prepare<[]>(
    'DELETE FROM original WHERE id NOT IN (SELECT original_id FROM document WHERE original_id IS NOT NULL)',
  ),
  emptyOriginals: db.prepare<[]>(`UPDATE original SET bytes = x'', byte_length = 0 WHERE byte_length > 0`),
  textsInUse: db.prepare<[], { id: number; text: string }>(
    'SELECT id, text FROM text_version WHERE id IN (SELECT text_version_id FROM document) ORDER BY id',
  ),
}));

/** What the table of names held at some time, as the history knows it; the ids may repeat. */
export function oldEntries(db: Connection): NameEntry[] {
  return statements(db).oldEntries.all();
}

/** Closes the whole history to undo and takes the rows out that it kept; answers how many steps there are. */
export function sealHistory(db: Connection, scrub: (text: string) => string): number {
  const { steps, setDetails, sealSteps, removeChanges } = statements(db);
  for (const { id, details } of steps.all()) {
    const values = Object.entries(JSON.parse(details) as Record<string, unknown>).map(([key, value]) => [
      key,
      typeof value === 'string' ? scrub(value) : value,
    ]);
    const scrubbed = JSON.stringify(Object.fromEntries(values));
    if (scrubbed !== details) setDetails.run(scrubbed, id);
  }
  removeChanges.run();
  return sealSteps.run().changes;
}

/** Takes the table of names out. */
export function removeKey(db: Connection): number {
  return statements(db).removeKey.run().changes;
}

/**
 * Removes the texts that no document has any more, and makes the index anew: one that only forgets rows keeps their
 * words for a while.
 */
export function removeOldTexts(db: Connection): number {
  const { unindexAll, unmarkAll, removeOldTexts: remove, textsInUse } = statements(db);
  unindexAll.run();
  unmarkAll.run();
  const removed = remove.run().changes;
  for (const { id, text } of textsInUse.all()) indexText(db, id, text, documentReads(db).paragraphs.all(id));
  return removed;
}

/** Removes the files of documents that are gone. */
export function removeOldOriginals(db: Connection): number {
  return statements(db).removeOldOriginals.run().changes;
}

/** Empties the imported files; their digests stay, so that a file that comes again is still recognised. */
export function emptyOriginals(db: Connection): number {
  return statements(db).emptyOriginals.run().changes;
}

/** Writes the file anew, so that no free page and no side file keeps what was removed. */
export function rewriteFile(db: Connection): void {
  db.exec('VACUUM');
  if (db.pragma('journal_mode', { simple: true }) === 'wal') checkpoint(db, 'truncate');
}

/** From here on, what is deleted is overwritten. */
export function deleteForGood(db: Connection): void {
  db.pragma('secure_delete = ON');
}
