import type Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { testCore, type TestCore } from '../helpers/core.ts';

const opened = vi.hoisted((): Database.Database[] => []);

vi.mock('../../src/database/connection.ts', async (original) => {
  const real = await original<typeof import('../../src/database/connection.ts')>();
  return {
    ...real,
    openWritable: (...args: Parameters<typeof real.openWritable>) => {
      const db = real.openWritable(...args);
      opened.push(db);
      return db;
    },
  };
});

let t: TestCore;
beforeEach(async () => {
  t = await testCore({ project: 'study' });
});
afterEach(() => t.end());

/** Lets the open connection add no page to its file, as on a full disk; answers how to give the space back. */
function fillDisk(): () => void {
  const db = opened.at(-1)!;
  db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true }))}`);
  return () => void db.pragma('max_page_count = 1073741823');
}

test('when the disk is full the action is refused whole, with words, and everything before it is kept', async () => {
  await t.client.codes.create({ name: 'Avant' });
  const giveSpace = fillDisk();
  const memo = { title: 'Long', body: 'x'.repeat(150_000), target: { kind: 'free' } } as const;
  const answer = await t.core.call('memos.create', memo, { locale: 'fr' });
  expect(answer).toMatchObject({ ok: false, error: { code: 'disk.full' } });
  expect(answer).toHaveProperty('error.message', expect.stringContaining('Le disque est plein'));
  giveSpace();
  expect(await t.client.codes.list({})).toMatchObject([{ name: 'Avant' }]);
  expect(await t.client.memos.list({})).toEqual([]);
  expect(await t.client.project.check({})).toMatchObject({ ok: true });
  await t.client.memos.create(memo);
  expect(await t.client.history.undo({})).toMatchObject({ command: 'memos.create' });
});

test('an import that does not fit on the disk leaves no half document', async () => {
  const giveSpace = fillDisk();
  await expect(t.importText('R1', `R1 : ${'mot '.repeat(40_000)}`)).rejects.toMatchObject({
    code: 'disk.full',
  });
  giveSpace();
  expect(await t.client.documents.list({})).toEqual([]);
  await t.importText('R1', `R1 : ${'mot '.repeat(40_000)}`);
  expect(await t.client.documents.list({})).toHaveLength(1);
});
