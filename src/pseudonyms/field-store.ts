import { prepareOnce, type Connection } from '../database/connection.ts';

/** A row's text that may hold names, outside of the transcripts. */
export interface FieldRow {
  readonly id: number;
  readonly value: string;
  /** What it belongs to, for display. */
  readonly title: string;
}

export interface Field {
  /** `table.column`. */
  readonly place: string;
  readonly rows: readonly FieldRow[];
}

/** Table, columns, and what a row is called when it is shown. */
const TABLES = [
  ['project', ['name', 'description'], 'name'],
  ['document', ['name', 'file_name'], 'name'],
  ['participant', ['name'], 'name'],
  ['speaker', ['label', 'name'], 'name'],
  ['guide_topic', ['title'], 'title'],
  ['variable', ['name'], 'name'],
  ['variable_value', ['value'], 'value'],
  [
    'code',
    ['name', 'brief_definition', 'full_definition', 'when_to_use', 'when_not_to_use', 'example'],
    'name',
  ],
  ['hypothesis', ['label', 'title', 'statement'], 'label'],
  ['hypothesis_group', ['name'], 'name'],
  ['memo', ['title', 'body'], 'title'],
  ['named_set', ['name'], 'name'],
] as const satisfies readonly (readonly [string, readonly string[], string])[];

const statements = prepareOnce((db) => [
  ...TABLES.flatMap(([table, columns, title]) =>
    columns.map((column) => ({
      place: `${table}.${column}`,
      read: db.prepare<[], FieldRow>(`SELECT id, ${column} AS value, ${title} AS title FROM ${table}`),
      write: db.prepare<[string, number]>(`UPDATE ${table} SET ${column} = ? WHERE id = ?`),
    })),
  ),
  // A pattern of speakers may name them; the values of settings are JSON.
  {
    place: 'setting.value',
    read: db.prepare<[], FieldRow>(
      `SELECT id, value ->> '$' AS value, key AS title FROM setting WHERE json_type(value) = 'text'`,
    ),
    write: db.prepare<[string, number]>('UPDATE setting SET value = json_quote(?) WHERE id = ?'),
  },
]);

/** Coders decide about their own names: these are only reported. */
const coders = prepareOnce((db) =>
  db.prepare<[], FieldRow>('SELECT id, name AS value, name AS title FROM coder'),
);

const pastCoders = prepareOnce((db) =>
  db.prepare<[], FieldRow>(
    `SELECT min(id) AS id, coder_name AS value, coder_name AS title FROM history_step
     WHERE coder_name NOT IN (SELECT name FROM coder) GROUP BY coder_name ORDER BY id`,
  ),
);

/** Every name, title and prose of the project, field by field. */
export function namedFields(db: Connection): Field[] {
  return statements(db).map(({ place, read }) => ({ place, rows: read.all() }));
}

export function coderField(db: Connection): Field {
  return { place: 'coder.name', rows: coders(db).all() };
}

/** Under which names coders worked, as the steps of the history say; those that they have now are left out. */
export function historyCoders(db: Connection): Field {
  return { place: 'history_step.coder_name', rows: pastCoders(db).all() };
}

/** Writes a field of a row; with ` (2)`, ` (3)`… behind it when another row has that name already. */
export function writeField(db: Connection, place: string, id: number, value: string): void {
  const statement = statements(db).find((each) => each.place === place);
  if (statement === undefined) throw new Error(`no such field: ${place}`);
  for (let number = 1; ; number += 1) {
    try {
      statement.write.run(number === 1 ? value : `${value} (${number})`, id);
      return;
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_UNIQUE';
      if (!taken) throw error;
    }
  }
}
