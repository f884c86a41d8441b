import { chmodSync, existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { APPLICATION_ID } from '../../src/database/connection.ts';
import { lockPath } from '../../src/database/lock.ts';
import { latestVersion, loadMigrations } from '../../src/database/migrate.ts';
import { testCore, type TestCore } from '../helpers/core.ts';

let t: TestCore;
beforeEach(async () => {
  t = await testCore({ project: 'study' });
});
afterEach(() => t.end());

const file = () => t.path('study.repere');
const open = (path = file(), readOnly = false) =>
  t.core.call('project.open', { path, readOnly }, { locale: 'fr' });
const refusal = async (path = file()) => {
  const answer = await open(path);
  if (answer.ok) throw new Error('this should have been refused');
  return answer.error;
};

test('a new project gets the extension, an application id, a schema version and its name from the file', async () => {
  const info = await t.client.project.info({});
  expect(info).toMatchObject({ path: file(), name: 'study', readOnly: false, coderName: 'Camille' });
  const db = new Database(file(), { readonly: true });
  expect(db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
  expect(db.pragma('user_version', { simple: true })).toBe(latestVersion(loadMigrations('migrations')));
  db.close();
});

test('a project is never made over a file that is there', async () => {
  const before = readFileSync(file());
  const answer = await t.core.call('project.create', { path: t.path('study') }, { locale: 'fr' });
  expect(answer).toMatchObject({ ok: false, error: { code: 'project.exists' } });
  expect(readFileSync(file()).equals(before)).toBe(true);
});

test('closed, a project is one single file', async () => {
  await t.client.codes.create({ name: 'A' });
  await t.client.project.close({});
  expect([`${file()}-wal`, `${file()}-shm`, lockPath(file())].filter((path) => existsSync(path))).toEqual([]);
  await open();
  expect(await t.client.codes.list({})).toHaveLength(1);
});

test('a file that is no database is refused and stays as it was', async () => {
  const path = t.path('notes.repere');
  writeFileSync(path, 'Ceci est un texte.');
  const error = await refusal(path);
  expect(error.code).toBe('project.not-sqlite');
  expect(error.message).toContain('n’est pas un projet Repère');
  expect(readFileSync(path, 'utf8')).toBe('Ceci est un texte.');
  writeFileSync(path, '');
  expect((await refusal(path)).code).toBe('project.not-sqlite');
});

test('a refused file leaves the open project open', async () => {
  const path = t.path('notes.repere');
  writeFileSync(path, 'rien');
  await refusal(path);
  expect((await t.client.project.info({})).name).toBe('study');
});

test('a database of another program is refused and stays as it was', async () => {
  const path = t.path('other.repere');
  const other = new Database(path);
  other.exec('CREATE TABLE mine (a)');
  other.close();
  const before = readFileSync(path);
  expect((await refusal(path)).code).toBe('project.foreign');
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('a truncated project is refused and stays as it was', async () => {
  await t.client.project.close({});
  truncateSync(file(), Math.floor(statSync(file()).size / 2));
  const before = readFileSync(file());
  expect((await refusal()).code).toBe('project.truncated');
  truncateSync(file(), 60);
  expect((await refusal()).code).toBe('project.truncated');
  expect(before.length).toBeGreaterThan(60);
});

test('a project of a newer version is refused and stays as it was', async () => {
  await t.client.project.close({});
  const db = new Database(file());
  db.pragma('user_version = 4711');
  db.close();
  const before = readFileSync(file());
  expect((await refusal()).code).toBe('project.newer');
  expect(readFileSync(file()).equals(before)).toBe(true);
});

test('a project with a trigger or a changed table is refused before any statement runs on it', async () => {
  await t.client.project.close({});
  const db = new Database(file());
  db.exec(`CREATE TRIGGER evil AFTER INSERT ON code BEGIN DELETE FROM coding; END`);
  db.close();
  expect(await refusal()).toMatchObject({ code: 'project.schema', details: { reason: 'trigger evil' } });
});

test('damaged pages are told, not half read', async () => {
  await t.client.project.close({});
  const bytes = readFileSync(file());
  bytes.fill(0xff, 100, 4096);
  writeFileSync(file(), bytes);
  expect((await refusal()).code).toMatch(/^project\.(damaged|not-sqlite|schema)$/u);
});

test('a missing file, a folder and a forbidden place have their own words', async () => {
  expect((await refusal(t.path('absent.repere'))).code).toBe('project.missing');
  expect((await refusal(t.folder)).code).toBe('file.is-folder');
  const answer = await t.core.call('project.create', { path: t.path('no/such/folder/x') }, { locale: 'fr' });
  expect(answer).toMatchObject({ ok: false, error: { code: 'project.folder-missing' } });
});

test('a read-only file opens for reading, says so, and refuses changes', async () => {
  await t.client.codes.create({ name: 'A' });
  await t.client.project.close({});
  chmodSync(file(), 0o444);
  expect(await open()).toMatchObject({ ok: true, value: { readOnly: true, warnings: ['file-read-only'] } });
  expect(await t.client.codes.list({})).toHaveLength(1);
  await expect(t.client.codes.create({ name: 'B' })).rejects.toMatchObject({ code: 'project.read-only' });
  await expect(t.client.history.undo({})).rejects.toMatchObject({ code: 'project.read-only' });
});

test('a project that is open elsewhere says where, and opens here for reading', async () => {
  const other = await testCore();
  const path = file();
  const answer = await other.core.call('project.open', { path }, { locale: 'fr' });
  expect(answer).toMatchObject({
    ok: false,
    error: { code: 'project.locked', details: { host: hostname() } },
  });
  const reading = await other.core.call('project.open', { path, readOnly: true }, { locale: 'fr' });
  expect(reading).toMatchObject({ ok: true, value: { readOnly: true, warnings: ['locked-elsewhere'] } });
  await t.client.codes.create({ name: 'Pendant ce temps' });
  expect(await other.client.codes.list({})).toHaveLength(1);
  // Closed while somebody reads: the lock is given back, and the project opens again.
  await t.client.project.close({});
  expect(existsSync(lockPath(path))).toBe(false);
  expect(await t.client.project.open({ path })).toMatchObject({ readOnly: false });
  await t.client.codes.create({ name: 'Et après' });
  await t.client.project.close({});
  await other.client.project.close({});
  const chosen = await other.core.call('project.open', { path, readOnly: true }, { locale: 'fr' });
  expect(chosen).toMatchObject({ ok: true, value: { readOnly: true, warnings: ['opened-read-only'] } });
  await other.end();
});

test('the lock of a dead process of this machine is taken over', async () => {
  await t.client.project.close({});
  const dead = {
    user: 'x',
    host: hostname(),
    pid: 2 ** 22 - 3,
    since: '2020-05-18T00:00:00.000Z',
    token: 't',
  };
  writeFileSync(lockPath(file()), JSON.stringify(dead));
  expect(await open()).toMatchObject({ ok: true, value: { readOnly: false } });
});

test('the lock of another machine is respected', async () => {
  await t.client.project.close({});
  const far = { user: 'Sam', host: 'labo-3', pid: 1, since: '2020-05-18T00:00:00.000Z', token: 't' };
  writeFileSync(lockPath(file()), JSON.stringify(far));
  expect((await refusal()).message).toContain('Sam sur labo-3');
});

test('a project gets a verified copy on demand', async () => {
  const { path } = await t.client.project.backup({});
  expect((await t.client.backups.list({ path: file() })).copies).toMatchObject([{ file: path }]);
  const copy = new Database(path, { readonly: true });
  expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
  copy.close();
});
