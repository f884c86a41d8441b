import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, linkSync, mkdirSync, readdirSync, renameSync, truncateSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { freshPath } from '../../src/database/fresh-file.ts';
import { acquireLock, isLock } from '../../src/database/lock.ts';
import { testCore, type TestCore } from '../helpers/core.ts';

// The moments between two writes, one by one, that a kill at random seldom meets.

let t: TestCore;
let copy: string;
beforeEach(async () => {
  t = await testCore({ project: 'étude' });
  await t.client.codes.create({ name: 'Avant' });
  copy = (await t.client.project.backup({})).path;
  await t.client.codes.create({ name: 'Après' });
  await t.client.project.close({});
});
afterEach(() => t.end());

const file = () => t.path('étude.repere');
const kept = () => t.path('étude (avant restauration 2026-11-30 14h05).repere');
const open = () => t.client.project.open({ path: file() });
const names = async () => (await t.client.codes.list({})).map(({ name }) => name);
/** Where a whole copy waits to be put in the place of the project. */
const ready = () =>
  t.path(`.~restore-${createHash('sha256').update('étude.repere').digest('hex').slice(0, 16)}`);
const beside = () => readdirSync(t.folder).filter((name) => name !== 'data' && !name.startsWith('.~lock'));

describe('a restore that is killed', () => {
  test('before the copy is in its place: the project is as it was, under one name', async () => {
    linkSync(file(), kept());
    await open();
    expect(await names()).toEqual(['Avant', 'Après']);
    await t.client.project.close({});
    expect(beside()).toEqual(['étude.repere']);
  });

  test('a copy of the person’s own under such a name stays, and another link of theirs too', async () => {
    cpSync(file(), kept());
    linkSync(file(), t.path('autre nom.repere'));
    await open();
    await t.client.project.close({});
    expect(beside().toSorted()).toEqual(['autre nom.repere', basename(kept()), 'étude.repere'].toSorted());
  });

  test('where the project had gone aside already: the copy is there at the next opening', async () => {
    cpSync(copy, ready());
    renameSync(file(), kept());
    // Whoever looks for it meanwhile is not told that it is gone.
    expect(await t.client.project.recent({})).toMatchObject([{ path: file(), exists: true }]);
    expect(await t.client.backups.projects({})).toMatchObject([{ path: file(), exists: true }]);
    await open();
    expect(await names()).toEqual(['Avant']);
    await t.client.project.close({});
    expect(beside().toSorted()).toEqual([basename(kept()), 'étude.repere'].toSorted());
    const before = new Database(kept(), { readonly: true });
    expect(before.prepare('SELECT name FROM code ORDER BY id').pluck().all()).toEqual(['Avant', 'Après']);
    before.close();
  });

  test('before the project went aside: what had been prepared is taken away', async () => {
    cpSync(copy, ready());
    await open();
    expect(await names()).toEqual(['Avant', 'Après']);
    expect(existsSync(ready())).toBe(false);
  });

  test('while another program is at it: nothing is touched', async () => {
    cpSync(copy, ready());
    renameSync(file(), kept());
    const lock = acquireLock(file(), t.path('data'));
    if (!isLock(lock)) throw new Error('nobody has it');
    await expect(open()).rejects.toMatchObject({ code: 'project.missing' });
    expect(existsSync(ready())).toBe(true);
    lock.release();
    await open();
    expect(await names()).toEqual(['Avant']);
  });
});

describe('moving the copies to another disk', () => {
  const twin = () => t.path(`disque/${basename(dirname(copy))}`);
  const place = () => t.client.backups.setPlace({ place: t.path('disque') });
  beforeEach(() => mkdirSync(t.path('disque')));

  test('killed before the old ones were removed, is ended at the next opening: each is listed once', async () => {
    await place();
    cpSync(dirname(copy), twin(), { recursive: true });
    await open();
    const { copies } = await t.client.backups.list({ path: file() });
    expect(copies.map(({ number }) => number)).toEqual([2, 1]);
    expect(existsSync(dirname(copy))).toBe(false);
  });

  test('what is not the same there is not removed here', async () => {
    await place();
    cpSync(dirname(copy), twin(), { recursive: true });
    truncateSync(join(twin(), basename(copy)), 4_096);
    await open();
    expect(existsSync(copy)).toBe(true);
  });

  test('killed while they were copied: nothing half-made is listed, and it is swept', async () => {
    await place();
    // As the program names what has no name of its own yet, of a process that is gone.
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    const half = freshPath(t.path('disque')).replace(`-${process.pid}-`, `-${pid}-`);
    cpSync(dirname(copy), half, { recursive: true });
    const { copies } = await t.client.backups.list({ path: file() });
    expect(copies.map(({ number }) => number)).toEqual([2, 1]);
    await open();
    expect(existsSync(half)).toBe(false);
  });
});
