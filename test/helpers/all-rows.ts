import Database from 'better-sqlite3';

/** All rows of a project, in plain SQL; `null` where a page cannot be read. The index of words is derived, and left out. */
export function allRowsOf(path: string): string | null {
  const db = new Database(path, { readonly: true });
  try {
    const tables = db
      .prepare<[], string>(
        `SELECT name FROM sqlite_schema
         WHERE type = 'table' AND name NOT LIKE 'text_index%' AND name NOT LIKE 'sqlite%' ORDER BY name`,
      )
      .pluck()
      .all();
    return JSON.stringify(tables.map((table) => db.prepare(`SELECT * FROM "${table}" ORDER BY 1, 2`).all()));
  } catch {
    return null;
  } finally {
    db.close();
  }
}
