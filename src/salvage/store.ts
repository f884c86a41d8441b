import type { Connection } from '../database/connection.ts';
import { isCorrupt } from '../database/quick-check.ts';

type Row = Readonly<Record<string, unknown>>;

/** How many rows a table says it has, by itself or by its smallest index; `null` when neither can be read. */
export function countOf(db: Connection, table: string): number | null {
  const counts = ['NOT INDEXED', ''].map((how) =>
    attempt(() => db.prepare<[], number>(`SELECT count(*) FROM main."${table}" ${how}`).pluck().get()),
  );
  const known = counts.filter((count) => count !== null);
  return known.length === 0 ? null : Math.max(...known);
}

/** The rows of a table of a file in which nothing is wrong; of one without the table, none. */
export function* rowsOf(db: Connection, table: string): Generator<Row> {
  const rows = attempt(() => db.prepare<[], Row>(`SELECT * FROM main."${table}" ORDER BY rowid`).iterate());
  if (rows !== null) yield* rows;
}

/** What cannot be read is `null`; every other failure is one. */
export function attempt<T>(read: () => T | undefined): T | null {
  try {
    return read() ?? null;
  } catch (error) {
    if (isCorrupt(error) || isUnreadable(error)) return null;
    throw error;
  }
}

function isUnreadable(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // A schema that lost a table, or a value that is no text any more.
  return code === 'SQLITE_ERROR' || code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_MISMATCH');
}

/** Puts rows into a table of the new project, one by one; `false` for one that it does not take. */
export function inserter(db: Connection, table: string): (row: Row) => boolean {
  const columns = new Set(
    db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table),
  );
  const made = new Map<string, ReturnType<Connection['prepare']>>();
  return (row) => {
    const names = Object.keys(row).filter((name) => columns.has(name));
    const list = names.map((name) => `"${name}"`).join(', ');
    const insert =
      made.get(list) ??
      db.prepare(
        `INSERT INTO "${table}" (${list}) VALUES (${names.map(() => '?').join(', ')}) ON CONFLICT DO NOTHING`,
      );
    made.set(list, insert);
    try {
      return insert.run(names.map((name) => row[name])).changes > 0;
    } catch (error) {
      // A value that its column does not take: the row was damaged itself. A full disk is another matter.
      if (!isRefusedValue(error)) throw error;
      return false;
    }
  };
}

/** Whether a table does not take a value, by its type or by what it checks. */
export function isRefusedValue(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return (
    code.startsWith('SQLITE_CONSTRAINT') || code.startsWith('SQLITE_MISMATCH') || code === 'SQLITE_TOOBIG'
  );
}

/** Takes out what points to something that is not there, until nothing does; answers how many rows of each table went. */
export function removeDangling(db: Connection): ReadonlyMap<string, number> {
  const gone = new Map<string, number>();
  for (;;) {
    const dangling = db
      .prepare<[], { table: string; rowid: number; fkid: number }>(
        'SELECT "table", rowid, fkid FROM pragma_foreign_key_check',
      )
      .all();
    if (dangling.length === 0) return gone;
    for (const { table, rowid, fkid } of dangling) {
      const key = db
        .prepare<[string, number], { from: string; rule: string }>(
          'SELECT "from", on_delete AS rule FROM pragma_foreign_key_list(?) WHERE id = ?',
        )
        .get(table, fkid);
      if (key?.rule === 'SET NULL') {
        db.prepare(`UPDATE "${table}" SET "${key.from}" = NULL WHERE rowid = ?`).run(rowid);
      } else {
        const { changes } = db.prepare(`DELETE FROM "${table}" WHERE rowid = ?`).run(rowid);
        gone.set(table, (gone.get(table) ?? 0) + changes);
      }
    }
  }
}

/** Closes the whole history to undo: its images do not fit what is here any more. */
export function closeHistory(db: Connection): void {
  db.exec(`
    DELETE FROM history_change;
    UPDATE history_step SET sealed = 1, merge_key = NULL, state = CASE state WHEN 'undone' THEN 'abandoned' ELSE state END;
  `);
}

/** Ranges that lie outside of their text, or end before they begin, are no passages any more. */
export function removeOutside(db: Connection): ReadonlyMap<string, number> {
  const gone = new Map<string, number>();
  for (const table of ['coding', 'turn', 'topic_span', 'memo']) {
    const { changes } = db
      .prepare(
        `DELETE FROM "${table}" WHERE document_id IS NOT NULL AND end_utf16 > (
           SELECT length_utf16 FROM document JOIN text_version ON text_version.id = text_version_id
           WHERE document.id = "${table}".document_id)`,
      )
      .run();
    if (changes > 0) gone.set(table, changes);
  }
  return gone;
}

/** A code whose chain of parents never ends stands at the top. */
export function breakCycles(db: Connection): void {
  const codes = db
    .prepare<[], { id: number; parent: number | null }>('SELECT id, parent_id AS parent FROM code')
    .all();
  const parents = new Map(codes.map(({ id, parent }) => [id, parent]));
  for (const { id } of codes) {
    const seen = new Set<number>();
    let at: number | null = id;
    while (at !== null && !seen.has(at)) {
      seen.add(at);
      at = parents.get(at) ?? null;
    }
    if (at === null) continue;
    parents.set(id, null);
    db.prepare('UPDATE code SET parent_id = NULL WHERE id = ?').run(id);
  }
}

export const textsOf = (db: Connection): readonly { readonly id: number; readonly text: string }[] =>
  db.prepare<[], { id: number; text: string }>('SELECT id, text FROM text_version ORDER BY id').all();

/** A project without its first row has none: then it gets a name that says where it comes from. */
export function ensureProject(db: Connection, guid: string, name: string, now: string): void {
  db.prepare(
    'INSERT INTO project (id, guid, name, created_at) VALUES (1, ?, ?, ?) ON CONFLICT DO NOTHING',
  ).run(guid, name, now);
}
