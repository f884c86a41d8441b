import { randomUUID } from 'node:crypto';
import type { Connection } from '../database/connection.ts';
import { HISTORY_TABLES } from '../database/history-triggers.ts';
import { latestVersion, migrate, schemaVersion, type Migration } from '../database/migrate.ts';
import { isSound } from '../database/verified-copy.ts';
import { deriveText } from '../documents/store.ts';
import { splitParagraphs } from '../text/paragraphs.ts';
import { dropDeleted, restoreLost, type DoubtfulRow } from './history-store.ts';
import { expectedByDocument, keptByDocument, lostTexts, type ByDocument } from './loss-store.ts';
import { foundRows } from './pages/found.ts';
import { openPages } from './pages/page-file.ts';
import { mapPages } from './pages/page-map.ts';
import { shapesOf } from './shape-store.ts';
import {
  breakCycles,
  closeHistory,
  countOf,
  ensureProject,
  inserter,
  removeDangling,
  removeOutside,
  rowsOf,
  textsOf,
} from './store.ts';

/** Tables that are written once and stand in no history. */
const FIRST = ['original', 'text_version'] as const;
const HISTORY = ['history_step', 'history_change'] as const;

export type Progress = (done: number, total: number, label: string) => Promise<void>;

export interface TakenTable {
  readonly table: string;
  readonly expected: number | null;
  readonly read: number;
  readonly restored: number;
  readonly left: number;
  readonly doubtful: number;
  readonly kept: number;
}

export interface Taken {
  readonly tables: readonly TakenTable[];
  readonly complete: boolean;
  /** Names of documents whose text is lost. */
  readonly lostTexts: readonly string[];
  /** What is known to be missing of documents that are there. */
  readonly lostInDocuments: readonly ByDocument[];
  readonly historyClosed: boolean;
}

export interface Taking {
  /** The copy of the damaged file, as far as SQLite reads it. */
  readonly from: Connection;
  readonly to: Connection;
  readonly copy: string;
  readonly name: string;
  readonly migrations: readonly Migration[];
  readonly progress: Progress;
}

/** Brings rows into the empty project `to`, and makes of them one that holds together. */
export async function takeOver(taking: Taking): Promise<Taken> {
  const { from, to, copy, name, migrations, progress } = taking;
  const version = versionOf(from, migrations);
  migrate(to, migrations.slice(0, version), copy);
  to.pragma('foreign_keys = OFF');
  const there = new Set(tablesOf(to));
  const tables = [...FIRST, ...HISTORY_TABLES, ...HISTORY].filter((table) => there.has(table));
  // Pages are read one by one only where SQLite does not vouch for the whole.
  const sound = isSound(copy);
  to.exec('BEGIN');
  const counts = sound
    ? await takeTables(from, to, tables, progress)
    : await takePages(taking, tables, migrations.slice(0, version));
  const expected = new Map(tables.map((table) => [table, countOf(from, table)]));
  const byDocument = expectedByDocument(from);
  const doubtful = dropDeleted(to, counts.doubtful);
  const dropped = new Map<string, number>();
  for (const { table } of counts.doubtful) dropped.set(table, (dropped.get(table) ?? 0) + 1);
  for (const { table } of doubtful) dropped.set(table, (dropped.get(table) ?? 0) - 1);
  const isHistoryWhole = HISTORY.every((table) => {
    const wanted = expected.get(table) ?? null;
    return wanted !== null && counts.of(table).read >= wanted && counts.of(table).lost === 0;
  });
  const restored = !sound && isHistoryWhole ? restoreLost(to) : new Map<string, number>();
  ensureProject(to, randomUUID(), name, new Date().toISOString());
  breakCycles(to);
  const texts = lostTexts(to);
  for (const gone of [removeDangling(to), removeOutside(to), removeDangling(to)])
    for (const [table, count] of gone) counts.of(table).left += count;
  to.exec('COMMIT');
  if (version < latestVersion(migrations)) migrate(to, migrations, copy);
  const all = tables.map((table): TakenTable => {
    const { read, left, lost } = counts.of(table);
    const wanted = expected.get(table) ?? null;
    return {
      table,
      // A count that needs a page that cannot be read is no count.
      expected: lost > 0 && wanted !== null && wanted <= read ? null : wanted,
      read: read - (dropped.get(table) ?? 0),
      restored: restored.get(table) ?? 0,
      left,
      doubtful: doubtful.filter((row) => row.table === table).length,
      kept: countOf(to, table) ?? 0,
    };
  });
  const complete = all.every(
    (each) => each.expected !== null && each.read + each.restored >= each.expected && each.left === 0,
  );
  await makeWhole(to, complete, progress);
  return {
    tables: all,
    complete,
    lostTexts: texts,
    lostInDocuments: keptByDocument(to, byDocument),
    historyClosed: !complete,
  };
}

/** What is derived from the texts; and where anything is missing, undo is closed. */
async function makeWhole(to: Connection, complete: boolean, progress: Progress): Promise<void> {
  to.exec('BEGIN');
  const texts = textsOf(to);
  for (const [index, { id, text }] of texts.entries()) {
    deriveText(to, id, text, splitParagraphs(text));
    await progress(index + 1, texts.length, 'text');
  }
  if (!complete) closeHistory(to);
  to.exec('COMMIT');
  to.pragma('foreign_keys = ON');
}

interface Counts {
  read: number;
  left: number;
  lost: number;
}

class Counted {
  readonly doubtful: DoubtfulRow[] = [];
  readonly #counts = new Map<string, Counts>();

  of(table: string): Counts {
    const known = this.#counts.get(table) ?? { read: 0, left: 0, lost: 0 };
    this.#counts.set(table, known);
    return known;
  }
}

/** Table by table, of a file in which SQLite finds nothing wrong. */
async function takeTables(
  from: Connection,
  to: Connection,
  tables: readonly string[],
  progress: Progress,
): Promise<Counted> {
  const counts = new Counted();
  for (const [index, table] of tables.entries()) {
    await progress(index, tables.length, table);
    const count = counts.of(table);
    const insert = inserter(to, table);
    for (const row of rowsOf(from, table)) {
      count.read += 1;
      if (!insert(row)) count.left += 1;
    }
  }
  return counts;
}

/** Page by page, of a file in which anything may be lost, its beginning and the list of its tables too. */
async function takePages(
  { to, copy, progress }: Taking,
  tables: readonly string[],
  migrations: readonly Migration[],
): Promise<Counted> {
  const counts = new Counted();
  const shapes = shapesOf(migrations, tables);
  const file = openPages(copy);
  try {
    const map = mapPages(file);
    const total = [...map.leaves.values()].reduce((sum, leaves) => sum + leaves.length, 0);
    const inserters = new Map(tables.map((table) => [table, inserter(to, table)]));
    const seen = new Map(tables.map((table) => [table, new Set<number>()]));
    let done = 0;
    for (const { table, rows, lost, standing } of foundRows(file, map, shapes)) {
      done += 1;
      if (done % 16 === 1) await progress(done, total, table);
      const [insert, numbers] = [inserters.get(table), seen.get(table)];
      if (insert === undefined || numbers === undefined) continue;
      const count = counts.of(table);
      count.lost += lost;
      const columns = shapes.columnsOf(table);
      for (const { rowid, values } of rows) {
        // The same row again is an older state of it.
        if (numbers.has(rowid)) continue;
        numbers.add(rowid);
        count.read += 1;
        const row = Object.fromEntries(values.map((value, index) => [columns[index] ?? '', value]));
        if (!insert({ ...row, id: rowid })) count.left += 1;
        else if (standing !== 'certain') counts.doubtful.push({ table, id: rowid, standing });
      }
    }
    return counts;
  } finally {
    file.close();
    shapes.close();
  }
}

/** The version a damaged file says it is of; the latest where that cannot be read. */
function versionOf(db: Connection, migrations: readonly Migration[]): number {
  const latest = latestVersion(migrations);
  try {
    const version = schemaVersion(db);
    return version >= 1 && version <= latest ? version : latest;
  } catch {
    return latest;
  }
}

function tablesOf(db: Connection): readonly string[] {
  return db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
}
