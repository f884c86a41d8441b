import type { Connection } from './connection.ts';

/**
 * Tables whose rows a person changes. `original`, `text_version` and what is derived from it are written once and never
 * changed, so a document's history is which of them it points to.
 */
export const HISTORY_TABLES = [
  'project',
  'setting',
  'coder',
  'participant',
  'document',
  'speaker',
  'turn',
  'guide_topic',
  'topic_span',
  'variable',
  'variable_value',
  'code',
  'hypothesis',
  'hypothesis_group',
  'code_mapping',
  'coding',
  'coding_link',
  'memo',
  'pseudonym',
  'codebook_version',
  'code_lineage',
  'named_set',
  'named_set_member',
] as const;

export type HistoryTable = (typeof HISTORY_TABLES)[number];

export function isHistoryTable(name: string): name is HistoryTable {
  return (HISTORY_TABLES as readonly string[]).includes(name);
}

/** Column names of a table in their order. */
export function columnsOf(db: Connection, table: HistoryTable): readonly string[] {
  return db
    .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
    .all(table)
    .map((row) => row.name);
}

/** Columns that have a default (none of them takes NULL), with it as SQL. */
export function defaultsOf(db: Connection, table: HistoryTable): ReadonlyMap<string, string> {
  const rows = db
    .prepare<[string], { name: string; value: string }>(
      'SELECT name, dflt_value AS value FROM pragma_table_info(?) WHERE "notnull" = 1 AND dflt_value IS NOT NULL',
    )
    .all(table);
  return new Map(rows.map(({ name, value }) => [name, value]));
}

/**
 * Makes the triggers that write row images into `history_change` while a step is open. They are temporary: they live
 * with the connection, always fit the schema, and the file itself holds no code. Cascades of foreign keys fire them too;
 * `INSERT OR REPLACE` would not, which is why no statement of the program uses it.
 */
export function createHistoryTriggers(db: Connection): void {
  db.exec('CREATE TEMP TABLE current_step (id INTEGER PRIMARY KEY)');
  for (const table of HISTORY_TABLES) {
    const columns = columnsOf(db, table);
    const image = (row: 'OLD' | 'NEW') =>
      `json_object(${columns.map((column) => `'${column}', ${row}."${column}"`).join(', ')})`;
    const changed = columns.map((column) => `OLD."${column}" IS NOT NEW."${column}"`).join(' OR ');
    const record = (id: string, before: string, after: string) =>
      `INSERT INTO history_change (step_id, table_name, row_id, old_row, new_row)
       SELECT id, '${table}', ${id}, ${before}, ${after} FROM current_step`;
    const open = 'EXISTS (SELECT 1 FROM current_step)';
    db.exec(`
      CREATE TEMP TRIGGER history_insert_${table} AFTER INSERT ON main.${table} WHEN ${open}
      BEGIN ${record('NEW.id', 'NULL', image('NEW'))}; END;
      CREATE TEMP TRIGGER history_update_${table} AFTER UPDATE ON main.${table} WHEN ${open} AND (${changed})
      BEGIN ${record('OLD.id', image('OLD'), image('NEW'))}; END;
      CREATE TEMP TRIGGER history_delete_${table} AFTER DELETE ON main.${table} WHEN ${open}
      BEGIN ${record('OLD.id', image('OLD'), 'NULL')}; END;
    `);
  }
}
