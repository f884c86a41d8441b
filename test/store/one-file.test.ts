import {
  copyFileSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  writeFileSync,
  readFileSync,
} from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lockPath } from '../../src/database/lock.ts';
import { testCore, type TestCore } from '../helpers/core.ts';

let t: TestCore;
beforeEach(async () => {
  t = await testCore({ project: 'study' });
});
afterEach(() => t.end());

const file = () => t.path('study.repere');
const codesIn = (path: string): number => {
  const db = new Database(path, { readonly: true });
  try {
    return db.prepare<[], number>('SELECT count(*) FROM code').pluck().get() ?? -1;
  } finally {
    db.close();
  }
};
const add = async (count: number, from = 0) => {
  for (let n = 0; n < count; n += 1) await t.client.codes.create({ name: `Code ${from + n}` });
};
const refused = async () => {
  const answer = await t.core.call('codes.create', { name: 'Perdu' }, { locale: 'fr' });
  if (answer.ok) throw new Error('answered with « done » into nothing');
  return answer.error.code;
};

test('the one file holds everything some seconds after the last change, and its copy then says so', async () => {
  await add(30);
  await vi.waitFor(
    () => {
      copyFileSync(file(), t.path('copy.repere'));
      expect(codesIn(t.path('copy.repere'))).toBe(30);
      for (const side of ['-wal', '-shm']) rmSync(t.path(`copy.repere${side}`), { force: true });
    },
    { timeout: 15_000, interval: 200 },
  );
  const other = await testCore();
  const opened = await other.client.project.open({ path: t.path('copy.repere') });
  expect(opened.warnings).toEqual(['copied-while-open']);
  await other.end();
});

test('a reader that outlives the writer leaves one file that holds everything', async () => {
  const reader = await testCore();
  await reader.client.project.open({ path: file(), readOnly: true });
  // A transaction of the reader that stays open keeps the side file where it is.
  await add(20);
  await t.client.project.close({});
  await reader.client.project.close({});
  expect(existsSync(`${file()}-wal`)).toBe(false);
  copyFileSync(file(), t.path('copy.repere'));
  expect(codesIn(t.path('copy.repere'))).toBe(20);
  await reader.end();
});

test('a copy of everything is made whole, under a free name, while the project is open', async () => {
  await add(12);
  const { path } = await t.client.project.saveCopy({ path: t.path('à envoyer') });
  expect(path).toBe(t.path('à envoyer.repere'));
  expect(codesIn(path)).toBe(12);
  expect(existsSync(`${path}-wal`)).toBe(false);
  const again = await t.core.call('project.saveCopy', { path }, { locale: 'fr' });
  expect(again).toMatchObject({ ok: false, error: { code: 'project.exists' } });
  const own = await t.core.call('project.saveCopy', { path: file() }, { locale: 'fr' });
  expect(own).toMatchObject({ ok: false, error: { code: 'project.exists' } });
});

const losses: readonly (readonly [string, (path: string, folder: string) => void])[] = [
  ['removed', (path) => rmSync(path)],
  ['renamed', (path) => renameSync(path, `${path}.old`)],
  [
    'replaced by an older copy',
    (path) => {
      copyFileSync(path, `${path}.new`);
      renameSync(`${path}.new`, path);
    },
  ],
  ['overwritten in place', (path) => writeFileSync(path, alteredHeader(path), { flag: 'r+' })],
  ['left without its side file', (path) => rmSync(`${path}-wal`)],
  ['with its folder', (_path, folder) => renameSync(folder, `${folder} (2)`)],
];

/** The same bytes with another change counter, as another program's write leaves them. */
function alteredHeader(path: string): Buffer {
  const bytes = readFileSync(path);
  bytes.writeUInt32BE(bytes.readUInt32BE(24) + 7, 24);
  bytes.writeUInt32BE(bytes.readUInt32BE(92) + 7, 92);
  return bytes;
}

for (const synchronised of [false, true]) {
  for (const [name, lose] of losses) {
    if (synchronised && name === 'left without its side file') continue;
    test(`a file that is ${name} while it is open${synchronised ? ' in a synchronised folder' : ''}: no command is answered with « done »`, async () => {
      const folder = t.path(synchronised ? 'Dropbox' : 'travail');
      mkdirSync(folder);
      const path = `${folder}/étude.repere`;
      await t.client.project.create({ path });
      await add(5);
      lose(path, folder);
      expect(await refused()).toBe('project.replaced');
      const undo = await t.core.call('history.undo', {}, { locale: 'fr' });
      expect(undo).toMatchObject({ ok: false, error: { code: 'project.replaced' } });
      expect((await t.client.project.info({})).warnings).toContain('replaced');
      if (name !== 'overwritten in place') {
        const kept = await t.client.project.saveCopy({ path: t.path('retrouvé.repere') });
        expect(codesIn(kept.path)).toBe(5);
      }
      await t.client.project.close({});
      // What stands under the name now is not ours to tidy.
      if (name.startsWith('replaced')) expect(existsSync(path)).toBe(true);
    });
  }
}

test('whoever is asked opens it anyway, and who had it is told instead of answered', async () => {
  await add(3);
  const other = await testCore();
  const answer = await other.core.call('project.open', { path: file() }, { locale: 'fr' });
  expect(answer).toMatchObject({ ok: false, error: { code: 'project.locked' } });
  const taken = await other.client.project.open({ path: file(), takeOver: true });
  expect(taken.readOnly).toBe(false);
  expect(await refused()).toBe('project.taken-over');
  expect(await other.client.codes.create({ name: 'Ici' })).toBeDefined();
  await t.client.project.close({});
  expect(existsSync(lockPath(file()))).toBe(true);
  expect(await other.client.codes.list({})).toHaveLength(4);
  await other.client.project.close({});
  expect(existsSync(lockPath(file()))).toBe(false);
  await other.end();
});
