import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPages } from '../../../src/salvage/pages/page-file.ts';
import { mapPages, type PageMap } from '../../../src/salvage/pages/page-map.ts';
import { rowsOfLeaf, type PageRow } from '../../../src/salvage/pages/rows.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'repere-pages-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Rows = readonly (readonly unknown[])[];
type Tables = ReadonlyMap<number, Rows>;

const value = fc.oneof(
  fc.constant(null),
  fc.integer(),
  fc.integer({ min: -2, max: 2 }),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.double({ noNaN: true }),
  fc.string({ maxLength: 40, unit: 'grapheme' }),
  fc.nat(9_000).map((length) => 'é'.repeat(length)),
  fc.uint8Array({ maxLength: 30 }).map((bytes) => Buffer.from(bytes)),
  fc.nat(20_000).map((length) => Buffer.alloc(length, 7)),
);
const row = fc.record({
  table: fc.nat(2),
  rowid: fc.oneof(fc.nat(2_000), fc.integer({ min: -5, max: 1_000_000_000_000 })),
  values: fc.tuple(value, value, value),
});
const plan = fc.record({
  pageSize: fc.constantFrom(512, 1024, 4096, 65536),
  rows: fc.array(row, { maxLength: 200, size: 'max' }),
  /** Rows that are taken out again, by their place; the pages they leave are given back. */
  gone: fc.array(fc.nat(199), { maxLength: 150, size: 'max' }),
  more: fc.array(row, { maxLength: 20 }),
});
type Plan = typeof plan extends fc.Arbitrary<infer T> ? T : never;

/** Makes a file with SQLite itself; answers what SELECT finds, by root page. */
function write(path: string, { pageSize, rows, gone, more }: Plan): Tables {
  rmSync(path, { force: true });
  const db = new Database(path);
  db.pragma(`page_size = ${pageSize}`);
  db.pragma('synchronous = OFF');
  db.pragma('secure_delete = OFF');
  for (const table of [0, 1, 2])
    db.exec(`CREATE TABLE t${table} (a, b, c); CREATE INDEX i${table} ON t${table} (b)`);
  const insert = (each: (typeof rows)[number]) =>
    db
      .prepare(`INSERT INTO t${each.table} (rowid, a, b, c) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`)
      .run(each.rowid, ...each.values);
  db.transaction(() => rows.forEach(insert))();
  db.exec('BEGIN');
  for (const place of gone) {
    const each = rows[place];
    if (each !== undefined) db.prepare(`DELETE FROM t${each.table} WHERE rowid = ?`).run(each.rowid);
  }
  db.exec('COMMIT');
  db.transaction(() => more.forEach(insert))();
  const found = new Map(
    [0, 1, 2].map((table) => {
      const root = db.prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck();
      const all = db.prepare(`SELECT rowid, a, b, c FROM t${table} ORDER BY rowid`).safeIntegers().raw();
      return [root.get(`t${table}`)!, (all.all() as unknown[][]).map((each) => each.map(plain))] as const;
    }),
  );
  db.close();
  return found;
}

function plain(found: unknown): unknown {
  if (found instanceof Uint8Array)
    return `${found.length} bytes: ${Buffer.from(found).toString('hex').slice(0, 70)}`;
  if (typeof found === 'string' && found.length > 50) return `${found.length} of ${found.slice(0, 9)}`;
  return typeof found === 'bigint' && Number.isSafeInteger(Number(found)) ? Number(found) : found;
}

/** What stands on the pages, by the page from which it is reached. */
function read(path: string): { readonly tables: Tables; readonly map: PageMap; readonly lost: number } {
  const file = openPages(path);
  let lost = 0;
  try {
    const map = mapPages(file);
    const rowsOn = (leaf: number): readonly PageRow[] => [...rowsOfLeaf(file, leaf, () => (lost += 1))];
    const tables = new Map(
      [...map.leaves].map(([root, leaves]) => [
        root,
        leaves.flatMap(rowsOn).map(({ rowid, values }) => [rowid, ...values.map(plain)]),
      ]),
    );
    return { tables, map, lost };
  } finally {
    file.close();
  }
}

const withRows = (tables: Tables) =>
  [...tables].filter(([, rows]) => rows.length > 0).toSorted(([a], [b]) => a - b);

test('page by page, exactly the rows that SELECT finds are found', () => {
  fc.assert(
    fc.property(plan, (made) => {
      const path = join(folder, 'made.db');
      const expected = write(path, made);
      const { tables, map, lost } = read(path);
      const schema = tables.get(1);
      expect(schema?.map((each) => each[2])).toEqual(['t0', 'i0', 't1', 'i1', 't2', 'i2']);
      expect(withRows(new Map([...tables].filter(([root]) => root !== 1)))).toEqual(withRows(expected));
      expect(map.isFreeListKnown).toBe(true);
      expect(lost).toBe(0);
    }),
    { numRuns: 40, endOnFailure: true },
  );
});

test('without its first page, the same rows hang together, and none that was taken out comes back', () => {
  fc.assert(
    fc.property(plan, (made) => {
      const path = join(folder, 'made.db');
      const expected = write(path, made);
      const bytes = readFileSync(path);
      writeFileSync(path, bytes.fill(0, 0, made.pageSize));
      const { tables, lost } = read(path);
      // So few rows that another size of pages fits as well: nothing can tell.
      const pages = bytes.length / made.pageSize;
      if (pages < 30 && made.pageSize !== 4096) return;
      expect(withRows(tables)).toEqual(withRows(expected));
      expect(lost).toBe(0);
    }),
    { numRuns: 40, endOnFailure: true },
  );
});

test('bytes that are no file of SQLite’s hold no rows, and end', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20_000, size: 'max' }), (bytes) => {
      const path = join(folder, 'noise');
      writeFileSync(path, bytes);
      const { tables } = read(path);
      expect([...tables.values()].flat().length).toBeLessThan(50);
    }),
    { numRuns: 100 },
  );
});
