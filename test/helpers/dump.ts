import Database from 'better-sqlite3';

/**
 * Every row of every table of a project file as texts, for comparing two states. Of the tables that are written once and
 * never changed, the rows that a document refers to; the history itself is left out.
 */
export function dumpProject(path: string): readonly string[] {
  const db = new Database(path, { readonly: true });
  try {
    const tables = db
      .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`)
      .pluck()
      .all()
      .filter((name) => !name.startsWith('history_'))
      .toSorted();
    const limits: Readonly<Record<string, string>> = {
      original: 'WHERE id IN (SELECT original_id FROM document)',
      text_version: 'WHERE id IN (SELECT text_version_id FROM document)',
      paragraph: 'WHERE text_version_id IN (SELECT text_version_id FROM document)',
    };
    return tables.flatMap((table) => {
      const columns = db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
      const rows = db.prepare(`SELECT * FROM ${table} ${limits[table] ?? ''} ORDER BY ${columns.map((_, i) => i + 1).join(', ')}`);
      return rows.all().map((row) => `${table} ${JSON.stringify(row, bytesAsHex)}`);
    });
  } finally {
    db.close();
  }
}

function bytesAsHex(_key: string, value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value;
}
