import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { REPOSITORY, testCore, type TestCore } from '../helpers/core.ts';

let t: TestCore;
beforeEach(async () => {
  t = await testCore();
});
afterEach(() => t.end());

const open = (path: string, more: object = {}) =>
  t.core.call('project.open', { path, ...more }, { locale: 'fr' });
const oldProject = (name: string): string => {
  const path = t.path(name);
  copyFileSync(join(REPOSITORY, 'fixtures/projects/v1.repere'), path);
  return path;
};

/** A project whose last commands stand in its side file only, as a process that was killed leaves it. */
async function leftInSideFile(folder: string): Promise<string> {
  const other = await testCore({ project: 'p' });
  await other.client.codes.create({ name: 'Dans le fichier' });
  await other.client.codes.create({ name: 'À côté' });
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'p.repere');
  for (const side of ['', '-wal']) copyFileSync(other.path(`p.repere${side}`), `${path}${side}`);
  await other.end();
  return path;
}

test('commands that stand in a side file only are there at the next opening, also for reading', async () => {
  for (const readOnly of [false, true]) {
    const path = await leftInSideFile(t.path(readOnly ? 'lire' : 'écrire'));
    expect(await open(path, { readOnly })).toMatchObject({ ok: true, value: { readOnly } });
    expect(await t.client.codes.list({})).toHaveLength(2);
    await t.client.project.close({});
    expect(readdirSync(join(path, '..'))).toEqual(['p.repere']);
  }
});

test('an older project that cannot be written opens for reading, and stays as it was', async () => {
  const path = oldProject('ancien.repere');
  chmodSync(path, 0o444);
  const before = readFileSync(path);
  expect(await open(path)).toMatchObject({
    ok: true,
    value: { readOnly: true, warnings: ['file-read-only'] },
  });
  expect((await t.client.documents.list({})).length).toBeGreaterThan(0);
  await t.client.project.close({});
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(readdirSync(t.path('data/views'))).toEqual([]);
});

test('a migration that ended at its very last moment is done again at the next opening', async () => {
  // As after a kill between the last write and the removal of the journal: the file says the new version already,
  // and the journal that stands beside takes it back to the old one.
  const path = oldProject('tué.repere');
  const db = new Database(path);
  db.pragma('journal_mode = delete');
  db.pragma('cache_spill = 1');
  db.pragma('cache_size = 2');
  db.exec('BEGIN IMMEDIATE');
  db.pragma('user_version = 6');
  db.exec('CREATE TABLE half_done (a)');
  for (let n = 0; n < 200; n += 1) db.prepare('INSERT INTO half_done VALUES (randomblob(4000))').run();
  mkdirSync(t.path('après'));
  const killed = t.path('après/tué.repere');
  copyFileSync(path, killed);
  copyFileSync(`${path}-journal`, `${killed}-journal`);
  db.exec('ROLLBACK');
  db.close();
  const opened = await open(killed);
  expect(opened).toMatchObject({ ok: true, value: { readOnly: false } });
  expect((await t.client.project.check({})).ok).toBe(true);
});

for (const name of ['sqlite_évasion', 'sqlite_autoindex_x']) {
  test(`a trigger or a table that hides behind the name ${name} is refused`, async () => {
    const made = await testCore({ project: 'piège' });
    await made.client.project.close({});
    const path = made.path('piège.repere');
    const db = new Database(path);
    db.unsafeMode(true);
    db.pragma('writable_schema = ON');
    db.prepare(
      `INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql)
       VALUES ('trigger', ?, 'code', 0, 'CREATE TRIGGER "' || ? || '" AFTER INSERT ON code BEGIN DELETE FROM coding; END')`,
    ).run(name, name);
    db.close();
    const before = readFileSync(path);
    const answer = await open(path);
    expect(answer).toMatchObject({ ok: false });
    if (!answer.ok) expect(answer.error.code).toMatch(/^project\.(schema|damaged)$/u);
    expect(readFileSync(path).equals(before)).toBe(true);
    await made.end();
  });
}

test('a link leads to the file itself: one lock, one file', async () => {
  mkdirSync(t.path('a'));
  mkdirSync(t.path('b'));
  await t.client.project.create({ path: t.path('a/p.repere') });
  symlinkSync(t.path('a/p.repere'), t.path('b/lien.repere'));
  const other = await testCore();
  const answer = await other.core.call('project.open', { path: t.path('b/lien.repere') }, { locale: 'fr' });
  expect(answer).toMatchObject({ ok: false, error: { code: 'project.locked' } });
  await other.end();
});

test('a name too long for the side files is said before anything is written', async () => {
  const name = `${'n'.repeat(243)}.repere`;
  const answer = await t.core.call('project.create', { path: t.path(name) }, { locale: 'fr' });
  expect(answer).toMatchObject({ ok: false, error: { code: 'project.name-too-long' } });
  expect(readdirSync(t.folder).filter((file) => file !== 'data')).toEqual([]);
  const long = `${'é'.repeat(110)}.repere`;
  expect(await t.client.project.create({ path: t.path(long) })).toMatchObject({ readOnly: false });
});

test('a data folder that cannot be written hinders neither opening nor closing', async () => {
  rmSync(t.path('data'), { recursive: true, force: true });
  const made = await testCore({ project: 'p' });
  await made.client.project.close({});
  writeFileSync(t.path('data'), 'a file where the folder should be');
  expect(await open(made.path('p.repere'))).toMatchObject({ ok: true, value: { readOnly: false } });
  await t.client.codes.create({ name: 'A' });
  await t.client.project.close({});
  await made.end();
});

const mayMount = process.platform === 'linux' && process.getuid?.() === 0 && canMount();
function canMount(): boolean {
  try {
    execFileSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
if (!mayMount) console.log('skipped: a read-only disk and a full one (only root can mount them here)');

test.skipIf(!mayMount)(
  'a read-only disk, with side files or without, opens for reading and stays as it was',
  async () => {
    const place = t.path('disque');
    await leftInSideFile(place);
    execFileSync('mount', ['--bind', place, place]);
    execFileSync('mount', ['-o', 'remount,ro,bind', place]);
    try {
      const opened = await open(join(place, 'p.repere'));
      expect(opened).toMatchObject({ ok: true, value: { readOnly: true, warnings: ['file-read-only'] } });
      expect(await t.client.codes.list({})).toHaveLength(2);
      await t.client.project.close({});
      expect(readdirSync(place).toSorted()).toEqual(['p.repere', 'p.repere-wal']);
      expect(existsSync(t.path('data/views')) ? readdirSync(t.path('data/views')) : []).toEqual([]);
    } finally {
      execFileSync('umount', [place]);
    }
  },
);

test.skipIf(!mayMount)('a full disk opens for reading, says so, and leaves nothing behind', async () => {
  const place = t.path('plein');
  mkdirSync(place);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', place]);
  try {
    const made = await testCore({ project: 'p' });
    await made.client.codes.create({ name: 'A' });
    await made.client.project.close({});
    copyFileSync(made.path('p.repere'), join(place, 'p.repere'));
    await made.end();
    try {
      writeFileSync(join(place, 'filler'), Buffer.alloc(2_000_000));
    } catch {
      // That is what it is for.
    }
    const opened = await open(join(place, 'p.repere'));
    expect(opened).toMatchObject({ ok: true, value: { readOnly: true, warnings: ['disk-full'] } });
    expect(await t.client.codes.list({})).toHaveLength(1);
    await t.client.project.close({});
    expect(readdirSync(place).toSorted()).toEqual(['filler', 'p.repere']);
    rmSync(join(place, 'filler'));
    expect(await open(join(place, 'p.repere'))).toMatchObject({ ok: true, value: { readOnly: false } });
    await t.client.project.close({});
  } finally {
    execFileSync('umount', [place]);
  }
});
