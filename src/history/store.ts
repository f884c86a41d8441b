import { prepareOnce, type Connection } from '../database/connection.ts';
import {
  columnsOf,
  defaultsOf,
  HISTORY_TABLES,
  isHistoryTable,
  type HistoryTable,
} from '../database/history-triggers.ts';

export interface StepRow {
  readonly id: number;
  readonly command: string;
  readonly details: string;
  readonly coder_name: string;
  readonly at: string;
  readonly merge_key: string | null;
  readonly state: 'done' | 'undone' | 'abandoned';
  /** 1 when what it could be undone with was taken out for good. */
  readonly sealed: 0 | 1;
}

export interface ChangeRow {
  readonly id: number;
  readonly table_name: string;
  readonly row_id: number;
  readonly old_row: string | null;
  readonly new_row: string | null;
}

/** Statements that a read-only connection can prepare too. */
export const historyReads = prepareOnce((db) => ({
  lastDone: db.prepare<[], StepRow>(
    `SELECT * FROM history_step WHERE state = 'done' AND sealed = 0 ORDER BY id DESC LIMIT 1`,
  ),
  firstUndone: db.prepare<[], StepRow>(
    `SELECT * FROM history_step WHERE state = 'undone' AND sealed = 0 ORDER BY id LIMIT 1`,
  ),
  newest: db.prepare<[], StepRow>('SELECT * FROM history_step ORDER BY id DESC LIMIT 1'),
  byId: db.prepare<[number], StepRow>('SELECT * FROM history_step WHERE id = ?'),
  changeCount: db.prepare<[number], number>('SELECT count(*) FROM history_change WHERE step_id = ?').pluck(),
  /** Steps newest first, of whatever state. */
  backward: db.prepare<[number], StepRow>('SELECT * FROM history_step WHERE id < ? ORDER BY id DESC'),
  doneBackward: db.prepare<[], StepRow>(`SELECT * FROM history_step WHERE state = 'done' ORDER BY id DESC`),
  coderNames: db
    .prepare<[], string>('SELECT DISTINCT coder_name FROM history_step ORDER BY coder_name')
    .pluck(),
  countBetween: db
    .prepare<[string, number, number], number>(
      'SELECT count(*) FROM history_step WHERE state = ? AND id > ? AND id <= ? AND sealed = 0',
    )
    .pluck(),
  changes: db.prepare<[number], ChangeRow>('SELECT * FROM history_change WHERE step_id = ? ORDER BY id'),
  documentName: db.prepare<[number], string>('SELECT name FROM document WHERE id = ?').pluck(),
  codeName: db.prepare<[number], string>('SELECT name FROM code WHERE id = ?').pluck(),
  memoTitle: db.prepare<[number], string>('SELECT title FROM memo WHERE id = ?').pluck(),
  codingPlace: db.prepare<[number], { documentId: number; start: number }>(
    'SELECT document_id AS documentId, start_utf16 AS start FROM coding WHERE id = ?',
  ),
  /** The last images of codes and documents that are gone, for their names. */
  goneNames: db.prepare<[string], { id: number; name: string }>(
    `SELECT row_id AS id, old_row ->> 'name' AS name FROM history_change
     WHERE table_name = ? AND new_row IS NULL ORDER BY id`,
  ),
  tables: db
    .prepare<[number], string>('SELECT DISTINCT table_name FROM history_change WHERE step_id = ?')
    .pluck(),
  documents: db
    .prepare<[number], number>(
      `SELECT DISTINCT id FROM (
         SELECT CASE table_name WHEN 'document' THEN row_id ELSE coalesce(new_row, old_row) ->> 'document_id' END AS id
         FROM history_change WHERE step_id = ?) WHERE id IS NOT NULL`,
    )
    .pluck(),
  codes: db
    .prepare<[number], number>(
      `SELECT DISTINCT id FROM (
         SELECT CASE table_name WHEN 'code' THEN row_id ELSE coalesce(new_row, old_row) ->> 'code_id' END AS id
         FROM history_change WHERE step_id = ?) WHERE id IS NOT NULL`,
    )
    .pluck(),
}));

export const historyWrites = prepareOnce((db) => ({
  addStep: db.prepare<[string, string, string, string, string | null]>(
    `INSERT INTO history_step (command, details, coder_name, at, merge_key, state) VALUES (?, ?, ?, ?, ?, 'done')`,
  ),
  open: db.prepare<[number]>('INSERT INTO temp.current_step (id) VALUES (?)'),
  close: db.prepare<[]>('DELETE FROM temp.current_step'),
  touch: db.prepare<[string, string, number]>('UPDATE history_step SET details = ?, at = ? WHERE id = ?'),
  abandonUndone: db.prepare<[]>(`UPDATE history_step SET state = 'abandoned' WHERE state = 'undone'`),
  mark: db.prepare<['done' | 'undone', number]>('UPDATE history_step SET state = ? WHERE id = ?'),
  changesForward: db.prepare<[number], ChangeRow>(
    'SELECT * FROM history_change WHERE step_id = ? ORDER BY id',
  ),
  changesBackward: db.prepare<[number], ChangeRow>(
    'SELECT * FROM history_change WHERE step_id = ? ORDER BY id DESC',
  ),
  highestChange: db
    .prepare<[number], number | null>('SELECT max(id) FROM history_change WHERE step_id = ?')
    .pluck(),
  // A merged step keeps, for a row that was only updated, its first old image and its last new one.
  foldUpdates: db.prepare<[{ step: number }]>(
    `UPDATE history_change AS kept SET new_row = (
       SELECT new_row FROM history_change AS later WHERE later.step_id = kept.step_id
         AND later.table_name = kept.table_name AND later.row_id = kept.row_id ORDER BY later.id DESC LIMIT 1)
     WHERE kept.step_id = @step AND kept.old_row IS NOT NULL AND kept.new_row IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM history_change AS other WHERE other.step_id = @step
         AND other.table_name = kept.table_name AND other.row_id = kept.row_id
         AND (other.old_row IS NULL OR other.new_row IS NULL))
       AND kept.id = (SELECT min(id) FROM history_change AS first WHERE first.step_id = @step
         AND first.table_name = kept.table_name AND first.row_id = kept.row_id)`,
  ),
  dropFolded: db.prepare<[{ step: number }]>(
    `DELETE FROM history_change WHERE step_id = @step AND EXISTS (
       SELECT 1 FROM history_change AS first WHERE first.step_id = @step AND first.table_name = history_change.table_name
         AND first.row_id = history_change.row_id AND first.id < history_change.id)
     AND NOT EXISTS (SELECT 1 FROM history_change AS other WHERE other.step_id = @step
         AND other.table_name = history_change.table_name AND other.row_id = history_change.row_id
         AND (other.old_row IS NULL OR other.new_row IS NULL))`,
  ),
  rows: new Map(HISTORY_TABLES.map((table) => [table, rowWriter(db, table)])),
}));

interface RowWriter {
  put(images: readonly string[]): void;
  set(images: readonly string[]): void;
  remove(rowIds: readonly number[]): void;
}

/** Writes row images back, column by column as they were; rows that come or go together take one statement. */
function rowWriter(db: Connection, table: HistoryTable): RowWriter {
  const columns = columnsOf(db, table);
  // An image made before a migration lacks the columns that it added: they get their defaults.
  const defaults = defaultsOf(db, table);
  const orDefault = (column: string, value: string) =>
    defaults.has(column) ? `coalesce(${value}, ${defaults.get(column)})` : value;
  const blank = Object.fromEntries(columns.map((column) => [column, null]));
  const insert = db.prepare<[string]>(
    `INSERT INTO ${table} (${columns.join(', ')})
     SELECT ${columns.map((column) => orDefault(column, `value ->> '$.${column}'`)).join(', ')} FROM json_each(?) ORDER BY key`,
  );
  const update = db.prepare(
    `UPDATE ${table} SET ${columns
      .filter((column) => column !== 'id')
      .map((column) => `${column} = ${orDefault(column, `@${column}`)}`)
      .join(', ')} WHERE id = @id`,
  );
  const remove = db.prepare<[string]>(`DELETE FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`);
  return {
    put: (images) => void insert.run(`[${images.join(',')}]`),
    set: (images) => {
      for (const image of images) update.run({ ...blank, ...(JSON.parse(image) as Record<string, unknown>) });
    },
    remove: (rowIds) => void remove.run(JSON.stringify(rowIds)),
  };
}

type Move = 'put' | 'set' | 'remove';

/** Replays changes, in the order given, towards their old (`back`) or their new images. */
export function replayChanges(
  db: Connection,
  changes: readonly ChangeRow[],
  direction: 'back' | 'forth',
): void {
  for (let from = 0; from < changes.length;) {
    const first = changes[from];
    if (first === undefined) return;
    const move = moveOf(first, direction);
    let end = from + 1;
    while (isSameRun(first, move, changes[end], direction)) end += 1;
    replayRun(db, first.table_name, move, changes.slice(from, end), direction);
    from = end;
  }
}

function moveOf(change: ChangeRow, direction: 'back' | 'forth'): Move {
  const [target, present] =
    direction === 'back' ? [change.old_row, change.new_row] : [change.new_row, change.old_row];
  return target === null ? 'remove' : present === null ? 'put' : 'set';
}

function isSameRun(
  first: ChangeRow,
  move: Move,
  next: ChangeRow | undefined,
  direction: 'back' | 'forth',
): boolean {
  return next !== undefined && next.table_name === first.table_name && moveOf(next, direction) === move;
}

function replayRun(
  db: Connection,
  table: string,
  move: Move,
  changes: readonly ChangeRow[],
  direction: 'back' | 'forth',
): void {
  const writer = isHistoryTable(table) ? historyWrites(db).rows.get(table) : undefined;
  if (writer === undefined) throw new Error(`unknown table in history: ${table}`);
  if (move === 'remove') {
    writer.remove(changes.map((change) => change.row_id));
    return;
  }
  const images = changes.map((change) => (direction === 'back' ? change.old_row : change.new_row) ?? '');
  if (move === 'put') writer.put(images);
  else writer.set(images);
}
