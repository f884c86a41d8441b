import { openScratch, type Connection } from '../database/connection.ts';
import type { Migration } from '../database/migrate.ts';
import type { PageRow } from './pages/rows.ts';

/** What the rows of a table look like. */
interface Shape {
  readonly table: string;
  readonly columns: readonly string[];
  readonly types: readonly string[];
  /** Rows of before a column was added have fewer values. */
  readonly least: number;
  readonly take: (values: readonly unknown[]) => void;
}

/** Tells rows of one table from those of another, by what the tables of the schema take. */
export interface Shapes {
  /** The table that takes most of these rows, at least half of them; `null` when there is none. */
  tableOf(rows: readonly PageRow[]): string | null;
  /** Whether a table takes most of these rows. */
  fits(table: string, rows: readonly PageRow[]): boolean;
  /** The columns of a table, in the order in which a row has their values. */
  columnsOf(table: string): readonly string[];
  close(): void;
}

const GUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d/u;

/** The shapes of tables as migrations make them; a row is tried on the table itself, with all that it checks. */
export function shapesOf(migrations: readonly Migration[], tables: readonly string[]): Shapes {
  const db = openScratch();
  const least = new Map<string, number>();
  for (const { sql } of migrations) {
    db.exec(sql);
    for (const table of tables) {
      const { length } = columnsIn(db, table);
      if (length > 0 && !least.has(table)) least.set(table, length);
    }
  }
  const shapes = new Map([...least].map(([table, count]) => [table, shapeOf(db, table, count)] as const));
  const taken = (shape: Shape, rows: readonly PageRow[]): readonly PageRow[] =>
    rows.filter((row) => takes(shape, row));
  const trying = <T>(ask: () => T): T => {
    db.exec('BEGIN');
    try {
      return ask();
    } finally {
      db.exec('ROLLBACK');
    }
  };
  return {
    tableOf: (rows) =>
      trying(() => {
        const all = [...shapes.values()]
          .map((shape) => ({ shape, fitting: taken(shape, rows) }))
          .filter(({ fitting }) => fitting.length * 2 >= rows.length && fitting.length > 0)
          .map(({ shape, fitting }) => ({
            shape,
            score: [fitting.length, plausible(shape, fitting)] as const,
          }));
        all.sort((a, b) => b.score[0] - a.score[0] || b.score[1] - a.score[1]);
        return all[0]?.shape.table ?? null;
      }),
    fits: (table, rows) =>
      trying(() => {
        const shape = shapes.get(table);
        return shape !== undefined && taken(shape, rows).length * 2 >= rows.length;
      }),
    columnsOf: (table) => shapes.get(table)?.columns ?? [],
    close: () => db.close(),
  };
}

function shapeOf(db: Connection, table: string, least: number): Shape {
  const columns = columnsIn(db, table);
  const made = new Map<number, (values: readonly unknown[]) => void>();
  return {
    table,
    columns,
    types: db.prepare<[string], string>('SELECT type FROM pragma_table_info(?)').pluck().all(table),
    least,
    take: (values) => {
      const { length } = values;
      const known = made.get(length) ?? inserting(db, table, columns.slice(0, length));
      made.set(length, known);
      known(values);
    },
  };
}

function inserting(
  db: Connection,
  table: string,
  columns: readonly string[],
): (values: readonly unknown[]) => void {
  const names = columns.map((name) => `"${name}"`).join(', ');
  const insert = db.prepare(
    `INSERT INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  return (values) => insert.run(values);
}

const columnsIn = (db: Connection, table: string): readonly string[] =>
  db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);

/** Every table of ours has its row's number first, which stands beside the row and not in it. */
function takes({ columns, types, least, take }: Shape, { rowid, values }: PageRow): boolean {
  if (values[0] !== null || values.length < least || values.length > columns.length) return false;
  // A table would take a number for a text, as its figures.
  if (values.some((value, index) => value !== null && kindOf(value) !== types[index])) return false;
  try {
    take([rowid, ...values.slice(1)]);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    // The same number or name twice is no matter of shape.
    return code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY';
  }
}

function kindOf(value: unknown): string {
  if (typeof value === 'string') return 'TEXT';
  return value instanceof Uint8Array ? 'BLOB' : 'INTEGER';
}

/** How many values look like what the name of their column says. */
function plausible({ columns }: Shape, rows: readonly PageRow[]): number {
  let count = 0;
  for (const { values } of rows)
    for (const [index, value] of values.entries()) {
      const name = columns[index] ?? '';
      const pattern = name === 'guid' ? GUID : /(?:^|_)at$/u.test(name) ? TIME : null;
      if (pattern !== null && typeof value === 'string' && pattern.test(value)) count += 1;
    }
  return count;
}
