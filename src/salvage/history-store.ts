import type { Connection } from '../database/connection.ts';
import { columnsOf, HISTORY_TABLES } from '../database/history-triggers.ts';
import { isRefusedValue } from './store.ts';

export interface DoubtfulRow {
  readonly table: string;
  readonly id: number;
  readonly standing: 'likely' | 'doubtful';
}

/** Whether something was being taken out for good when the file was left: what is in doubt then stays out. */
function isErasing(db: Connection): boolean {
  return db.prepare("SELECT 1 FROM setting WHERE key = '_erasure'").get() !== undefined;
}

/**
 * What each row was last, as the history has it; no image for one that is gone. What was done counts; of a row that only
 * undone steps touched, what was there before them.
 */
function readHistory(db: Connection): void {
  db.exec(`
    CREATE TEMP TABLE IF NOT EXISTS last_state (
      table_name TEXT NOT NULL, row_id INTEGER NOT NULL, image TEXT, PRIMARY KEY (table_name, row_id)
    ) WITHOUT ROWID;
    DELETE FROM last_state;
    INSERT INTO last_state
      SELECT table_name, row_id, image FROM (
        SELECT table_name, row_id, new_row AS image, max(history_change.id) FROM history_change
        JOIN history_step ON history_step.id = step_id WHERE state = 'done' GROUP BY table_name, row_id);
    INSERT INTO last_state
      SELECT table_name, row_id, image FROM (
        SELECT table_name, row_id, old_row AS image, min(history_change.id) FROM history_change
        JOIN history_step ON history_step.id = step_id GROUP BY table_name, row_id)
      WHERE true ON CONFLICT DO NOTHING;
  `);
}

/**
 * Takes out of rows in doubt those that the history knows to be deleted, and the more doubtful ones all when something
 * was being taken out for good; answers the rows that stay.
 */
export function dropDeleted(db: Connection, rows: readonly DoubtfulRow[]): readonly DoubtfulRow[] {
  if (rows.length === 0) return rows;
  readHistory(db);
  const erasing = isErasing(db);
  const isGone = db
    .prepare<[string, number], number>(
      'SELECT image IS NULL FROM temp.last_state WHERE table_name = ? AND row_id = ?',
    )
    .pluck();
  return rows.filter(({ table, id, standing }) => {
    const goes = (erasing && standing === 'doubtful') || isGone.get(table, id) === 1;
    if (goes) db.prepare(`DELETE FROM "${table}" WHERE id = ?`).run(id);
    return !goes;
  });
}

/** Brings back from the history, read whole, what it knows to be there and no page holds; answers how many of each table. */
export function restoreLost(db: Connection): ReadonlyMap<string, number> {
  readHistory(db);
  const restored = new Map<string, number>();
  const there = new Set(
    db.prepare<[], string>("SELECT name FROM main.sqlite_schema WHERE type = 'table'").pluck().all(),
  );
  for (const table of HISTORY_TABLES.filter((each) => there.has(each))) {
    const images = db
      .prepare<[string], string>(
        `SELECT image FROM temp.last_state WHERE table_name = ? AND image IS NOT NULL
           AND row_id NOT IN (SELECT id FROM main."${table}") ORDER BY row_id`,
      )
      .pluck()
      .all(table);
    const columns = columnsOf(db, table);
    for (const image of images) {
      const row = JSON.parse(image) as Record<string, string | number | null>;
      // What the image does not have was added later, and has a value by itself.
      const known = columns.filter((column) => column in row);
      const list = known.map((column) => `"${column}"`).join(', ');
      try {
        const { changes } = db
          .prepare(
            `INSERT INTO main."${table}" (${list}) VALUES (${known.map(() => '?').join(', ')}) ON CONFLICT DO NOTHING`,
          )
          .run(known.map((column) => row[column]));
        restored.set(table, (restored.get(table) ?? 0) + changes);
      } catch (error) {
        if (!isRefusedValue(error)) throw error;
      }
    }
  }
  return restored;
}
