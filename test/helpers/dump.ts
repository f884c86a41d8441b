import Database from 'better-sqlite3';

/** Of the tables that are written once and never changed, the rows that a document refers to. */
const LIMITS: Readonly<Record<string, string>> = {
  original: 'WHERE id IN (SELECT original_id FROM document)',
  text_version: 'WHERE id IN (SELECT text_version_id FROM document)',
  paragraph: 'WHERE text_version_id IN (SELECT text_version_id FROM document)',
};

/** Tells every row of every table of a project file as texts, for comparing two states; the history and the search index are left out. */
export class ProjectDump {
  readonly #db: Database.Database;
  readonly #tables: readonly { readonly name: string; readonly rows: Database.Statement<[], unknown[]> }[];

  constructor(path: string) {
    this.#db = new Database(path, { readonly: true });
    this.#tables = this.#db
      .prepare<[], string>(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
           AND name NOT LIKE 'history\\_%' ESCAPE '\\' AND name NOT LIKE '%index%' ORDER BY name`,
      )
      .pluck()
      .all()
      .map((name) => ({
        name,
        rows: this.#db
          .prepare<[], unknown[]>(`SELECT * FROM ${name} ${LIMITS[name] ?? ''} ORDER BY 1, 2`)
          .raw(),
      }));
  }

  take(): readonly string[] {
    return this.#tables.flatMap(({ name, rows }) =>
      rows.all().map((row) => `${name} ${JSON.stringify(row, bytesAsHex)}`),
    );
  }

  close(): void {
    this.#db.close();
  }
}

function bytesAsHex(_key: string, value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value;
}
