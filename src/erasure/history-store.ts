import { prepareOnce, type Connection } from '../database/connection.ts';

const statements = prepareOnce((db) => ({
  steps: db.prepare<[], { id: number; details: string }>('SELECT id, details FROM history_step'),
  setDetails: db.prepare<[string, number]>('UPDATE history_step SET details = ? WHERE id = ?'),
  lastDone: db
    .prepare<[string], number | null>(
      `SELECT max(id) FROM history_step WHERE state = 'done' AND sealed = 0
         AND id IN (SELECT value FROM json_each(?))`,
    )
    .pluck(),
  // Undo goes backward step by step: what lies before a step that cannot be undone cannot be undone either.
  seal: db.prepare<[{ last: number; touched: string }]>(
    `UPDATE history_step SET sealed = 1, merge_key = NULL
     WHERE sealed = 0 AND (id <= @last OR id IN (SELECT value FROM json_each(@touched)))`,
  ),
  removeChanges: db.prepare<[]>(
    'DELETE FROM history_change WHERE step_id IN (SELECT id FROM history_step WHERE sealed = 1)',
  ),
  abandonUndone: db.prepare<[]>(`UPDATE history_step SET state = 'abandoned' WHERE state = 'undone'`),
  images: db.prepare<[], { id: number; table_name: string; old_row: string | null; new_row: string | null }>(
    `SELECT id, table_name, old_row, new_row FROM history_change
     WHERE table_name IN ('project', 'code', 'hypothesis', 'memo', 'codebook_version')`,
  ),
  setImages: db.prepare<[string | null, string | null, number]>(
    'UPDATE history_change SET old_row = ?, new_row = ? WHERE id = ?',
  ),
}));

/** What stands in a label for what is gone. */
export const GONE = '…';

/**
 * Closes to undo what touched something that goes, and all before it: their images go. What was done since stays
 * undoable; what was undone cannot be redone. Answers how many steps were closed.
 */
export function sealSteps(db: Connection, touched: readonly number[]): number {
  const { lastDone, seal, removeChanges, abandonUndone, steps, setDetails } = statements(db);
  const ids = JSON.stringify(touched);
  const closed = seal.run({ last: lastDone.get(ids) ?? 0, touched: ids }).changes;
  abandonUndone.run();
  removeChanges.run();
  const gone = new Set(touched);
  for (const { id, details } of steps.all()) {
    if (!gone.has(id)) continue;
    setDetails.run(JSON.stringify(JSON.parse(details, hideText)), id);
  }
  return closed;
}

function hideText(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? GONE : value;
}

/** Changes what labels of steps say. */
export function scrubDetails(db: Connection, scrub: (text: string) => string): void {
  const { steps, setDetails } = statements(db);
  for (const { id, details } of steps.all()) {
    const scrubbed = JSON.stringify(
      JSON.parse(details, (_key, value: unknown) => (typeof value === 'string' ? scrub(value) : value)),
    );
    if (scrubbed !== details) setDetails.run(scrubbed, id);
  }
}

/** Changes the prose that undo and redo would bring back; `scrub` answers the new image of a row of a table. */
export function scrubImages(db: Connection, scrub: (table: string, image: string) => string): void {
  const { images, setImages } = statements(db);
  for (const { id, table_name: table, old_row: before, new_row: after } of images.all()) {
    const [old, fresh] = [before, after].map((row) => (row === null ? null : scrub(table, row)));
    if (old !== before || fresh !== after) setImages.run(old ?? null, fresh ?? null, id);
  }
}
