import { copyFileSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createClient } from '../../src/contract/client.ts';
import { latestVersion, loadMigrations, migrate, verifySchema } from '../../src/database/migrate.ts';
import { columnsOf, HISTORY_TABLES } from '../../src/database/history-triggers.ts';
import { createCore } from '../../src/host/in-process.ts';
import { REPOSITORY, testPlace, type TestPlace } from '../helpers/core.ts';

const migrations = loadMigrations(join(REPOSITORY, 'migrations'));
const PROJECTS = join(REPOSITORY, 'fixtures/projects');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'repere-migrations-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the schema', () => {
  let db: Database.Database;
  beforeEach(() => {
    db = new Database(':memory:');
    migrate(db, migrations, 'memory');
  });
  afterEach(() => void db.close());

  const tables = () =>
    db
      .prepare<[], { name: string; strict: number }>(
        `SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
      )
      .all();

  test('has only STRICT tables', () => {
    expect(tables().filter((table) => table.strict !== 1)).toEqual([]);
  });

  test('records the history of every table that people change', () => {
    const written = [
      'original',
      'text_version',
      'paragraph',
      'indexed_text',
      'history_step',
      'history_change',
    ];
    expect(
      tables()
        .map((table) => table.name)
        .toSorted(),
    ).toEqual([...HISTORY_TABLES, ...written].toSorted());
  });

  test('keeps bytes and any-typed values out of the recorded tables, so that row images are exact', () => {
    for (const table of HISTORY_TABLES) {
      const types = db.prepare<[string], string>('SELECT type FROM pragma_table_info(?)').pluck().all(table);
      expect(types.filter((type) => type !== 'INTEGER' && type !== 'TEXT')).toEqual([]);
      expect(columnsOf(db, table)[0]).toBe('id');
    }
  });

  test('never gives an id twice', () => {
    const sql = db.prepare<[string], string>('SELECT sql FROM sqlite_schema WHERE name = ?').pluck();
    for (const table of HISTORY_TABLES.filter((each) => each !== 'project')) {
      expect(sql.get(table)).toContain('PRIMARY KEY AUTOINCREMENT');
    }
  });

  test('finds the parent of every reference through an index', () => {
    for (const { name } of tables()) {
      const keys = db
        .prepare<[string], { from: string }>('SELECT "from" FROM pragma_foreign_key_list(?)')
        .all(name);
      for (const key of keys) {
        const plan = db
          .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN SELECT 1 FROM ${name} WHERE ${key.from} = 1`)
          .all();
        expect(plan.map((row) => row.detail).join(' '), `${name}.${key.from}`).toMatch(
          /USING (COVERING )?(INDEX|PRIMARY KEY|INTEGER PRIMARY KEY)/u,
        );
      }
    }
  });
});

describe('migrating', () => {
  let place: TestPlace;
  beforeEach(() => {
    place = testPlace();
  });
  afterEach(() => place.remove());

  /** The program as it will be after one more migration. */
  function laterProgram(sql: string) {
    const resources = join(folder, 'later');
    cpSync(join(REPOSITORY, 'migrations'), join(resources, 'migrations'), { recursive: true });
    const next = String(latestVersion(migrations) + 1).padStart(4, '0');
    writeFileSync(join(resources, 'migrations', `${next}_later.sql`), sql);
    const core = createCore({ ...place.options, resourcesDir: resources });
    return {
      core,
      client: createClient({
        call: (n, i, o) => core.call(n, i, { ...o, locale: 'fr' }),
        subscribe: core.subscribe,
      }),
    };
  }

  async function olderProject(): Promise<string> {
    const path = place.path('ancien.repere');
    const core = createCore(place.options);
    await core.call('project.create', { path }, { locale: 'fr' });
    await core.call('codes.create', { name: 'Urgence' }, { locale: 'fr' });
    await core.close();
    return path;
  }

  test('an older project is copied, then brought forward, with its rows and its history', async () => {
    const path = await olderProject();
    const { core, client } = laterProgram('CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT;');
    const info = await client.project.open({ path });
    expect(await client.codes.list({})).toMatchObject([{ name: 'Urgence' }]);
    expect(await client.history.undo({})).toMatchObject({ command: 'codes.create' });
    const { copies } = await client.backups.list({ path: info.path });
    expect(copies.filter(({ reason }) => reason === 'migration')).toHaveLength(1);
    await core.close();
    const today = createCore(place.options);
    expect(await today.call('project.open', { path }, { locale: 'fr' })).toMatchObject({
      ok: false,
      error: { code: 'project.newer' },
    });
  });

  test('a migration that fails leaves the file as it was', async () => {
    const path = await olderProject();
    const { core } = laterProgram(
      'CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT; SELECT * FROM not_there;',
    );
    expect(await core.call('project.open', { path }, { locale: 'fr' })).toMatchObject({ ok: false });
    await core.close();
    const today = createCore(place.options);
    expect(await today.call('project.open', { path }, { locale: 'fr' })).toMatchObject({ ok: true });
    await today.close();
  });

  test('a gap in the numbers is noticed', () => {
    writeFileSync(join(folder, '0001_a.sql'), '');
    writeFileSync(join(folder, '0003_c.sql'), '');
    expect(() => loadMigrations(folder)).toThrow('migration 2 is missing');
  });
});

describe('a project of every version that was published', () => {
  const files = existsSync(PROJECTS) ? readdirSync(PROJECTS).filter((file) => file.endsWith('.repere')) : [];

  test('there is one of each', () => {
    expect(files.length).toBe(latestVersion(migrations));
  });

  test.each(files)('%s opens with its rows', async (file) => {
    const place = testPlace();
    const path = place.path(file);
    copyFileSync(join(PROJECTS, file), path);
    const core = createCore(place.options);
    const client = createClient({
      call: (n, i, o) => core.call(n, i, { ...o, locale: 'fr' }),
      subscribe: core.subscribe,
    });
    await client.project.open({ path });
    expect(await client.project.check({})).toMatchObject({ ok: true });
    expect(await client.codes.list({})).toMatchObject([{ name: 'Entraide' }, { name: 'Réseau' }]);
    expect(await client.documents.list({})).toMatchObject([{ name: 'Référent 1', codings: 1 }]);
    expect(await client.history.undo({})).toMatchObject({ command: 'codings.setMemo' });
    // Images of rows made before a migration lack its columns: they are undone and redone all the same.
    while ((await client.history.undo({})) !== null);
    expect(await client.documents.list({})).toEqual([]);
    while ((await client.history.redo({})) !== null);
    expect(await client.documents.list({})).toMatchObject([{ name: 'Référent 1', codings: 1 }]);
    expect(await client.project.check({})).toMatchObject({ ok: true });
    const db = new Database(path, { readonly: true });
    verifySchema(db, migrations, path);
    db.close();
    await core.close();
    place.remove();
  });
});
