import type { Connection } from '../database/connection.ts';
import { isCorrupt } from '../database/quick-check.ts';

type Row = Readonly<Record<string, unknown>>;

/** Rows behind the last one that can be told are looked for so far. */
const BEYOND = 2_000;
/** A number of a row above this is itself damage. */
const HIGHEST_ROW = 50_000_000;

/** How many rows a table says it has, by itself or by its smallest index; `null` when neither can be read. */
export function countOf(db: Connection, table: string): number | null {
  const counts = ['NOT INDEXED', ''].map((how) =>
    attempt(() => db.prepare<[], number>(`SELECT count(*) FROM main."${table}" ${how}`).pluck().get()),
  );
  const known = counts.filter((count) => count !== null);
  return known.length === 0 ? null : Math.max(...known);
}

/**
 * The rows of a table, in their order: as far as they can be read in one go, then one by one behind each page that
 * cannot.
 */
export function* rowsOf(db: Connection, table: string, onLoss: () => void): Generator<Row> {
  let last = 0;
  const rows = attempt(() =>
    db.prepare<[], Row>(`SELECT rowid AS "#", * FROM main."${table}" NOT INDEXED ORDER BY rowid`).iterate(),
  );
  const all = rows === null ? null : wholeRows(rows);
  for (;;) {
    const next = all?.() ?? null;
    if (next === 'end') return;
    if (next === null) break;
    last = Number(next['#']);
    yield next;
  }
  onLoss();
  const one = attempt(() =>
    db.prepare<[number], Row>(`SELECT rowid AS "#", * FROM main."${table}" NOT INDEXED WHERE rowid = ?`),
  );
  if (one === null) return;
  const highest = highestOf(db, table, last);
  for (let id = last + 1; id <= highest; id += 1) {
    const row = attempt(() => one.get(id));
    if (row !== null) yield row;
  }
}

/** Answers the next row, `'end'`, or `null` where a page cannot be read. */
function wholeRows(rows: IterableIterator<Row>): () => Row | 'end' | null {
  return () =>
    attempt(() => {
      const { value, done } = rows.next();
      return done === true ? 'end' : value;
    });
}

function highestOf(db: Connection, table: string, last: number): number {
  const asked = [
    attempt(() => db.prepare<[], number>(`SELECT max(rowid) FROM main."${table}"`).pluck().get()),
    attempt(() =>
      db.prepare<[string], number>('SELECT seq FROM main.sqlite_sequence WHERE name = ?').pluck().get(table),
    ),
  ].map((each) => each ?? 0);
  const known = Math.max(...asked.filter((each) => each > 0 && each < HIGHEST_ROW), 0);
  return known > last ? known : last + BEYOND;
}

/** What cannot be read is `null`; every other failure is one. */
function attempt<T>(read: () => T | undefined): T | null {
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

/** Puts rows into a table of the new project; answers how many it took. */
export function insertRows(
  db: Connection,
  table: string,
  rows: Iterable<Row>,
): { read: number; refused: number } {
  const columns = new Set(
    db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table),
  );
  let read = 0;
  let refused = 0;
  for (const row of rows) {
    read += 1;
    const names = Object.keys(row).filter((name) => columns.has(name));
    const places = names.map(() => '?').join(', ');
    const list = names.map((name) => `"${name}"`).join(', ');
    try {
      const { changes } = db
        .prepare(`INSERT INTO "${table}" (${list}) VALUES (${places}) ON CONFLICT DO NOTHING`)
        .run(names.map((name) => row[name]));
      if (changes === 0) refused += 1;
    } catch (error) {
      // A value that its column does not take: the row was damaged itself. A full disk is another matter.
      if (!isRefusedValue(error)) throw error;
      refused += 1;
    }
  }
  return { read, refused };
}

function isRefusedValue(error: unknown): boolean {
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
