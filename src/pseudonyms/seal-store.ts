import type { Connection } from '../database/connection.ts';
import { prepareOnce } from '../database/connection.ts';
import type { NameEntry } from '../text/name-forms.ts';

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
  emptyOriginals: db.prepare<[]>(`UPDATE original SET bytes = x'', byte_length = 0 WHERE byte_length > 0`),
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

/** Empties the imported files; their digests stay, so that a file that comes again is still recognised. */
export function emptyOriginals(db: Connection): number {
  return statements(db).emptyOriginals.run().changes;
}
