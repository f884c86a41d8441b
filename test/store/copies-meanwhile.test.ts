import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testCore, type TestCore } from '../helpers/core.ts';

// Copies that are made while people work: whoever only looks is answered meanwhile, and whoever changes something waits.

let t: TestCore;
let fromId: number;
let intoId: number;
beforeEach(async () => {
  t = await testCore({ project: 'étude' });
  // So long that a copy is more than one piece.
  await t.importText('R1', `R1 : ${'Nous partageons tout, l’été. '.repeat(60_000)}\n`);
  fromId = (await t.client.codes.create({ name: 'Un' })).codeId;
  intoId = (await t.client.codes.create({ name: 'Deux' })).codeId;
});
afterEach(() => t.end());

const merge = () => t.client.codes.merge({ codeIds: [fromId], intoId, definitions: 'keep' });
const names = async () => (await t.client.codes.list({})).map(({ name }) => name);
const codesIn = (file: string): unknown[] => {
  const db = new Database(file, { readonly: true });
  try {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    return db.prepare('SELECT name FROM code ORDER BY id').pluck().all();
  } finally {
    db.close();
  }
};

describe('before a large command', () => {
  test('queries are answered while the copy is made, and it is whole before the command begins', async () => {
    const order: string[] = [];
    t.events.length = 0;
    const done = merge().then(() => order.push('merge'));
    let answered = 0;
    const state = { isDone: false };
    void done.then(() => (state.isDone = true));
    while (!state.isDone) {
      const seen = await names();
      if (seen.length === 2 && answered === 0) order.push('query');
      if (seen.length === 2) answered += 1;
      await new Promise((next) => setImmediate(next));
    }
    expect(order).toEqual(['query', 'merge']);
    expect(answered).toBeGreaterThan(3);
    const told = t.events.map(({ type }) => type);
    expect(told.indexOf('backups')).toBeGreaterThanOrEqual(0);
    expect(told.indexOf('backups')).toBeLessThan(told.indexOf('changed'));
    const { copies } = await t.client.backups.list({ path: t.path('étude.repere') });
    expect(copies[0]?.reason).toBe('merge');
    expect(codesIn(copies[0]!.file)).toEqual(['Un', 'Deux']);
  });

  test('what is asked after it is done after it, and undone first', async () => {
    const merged = merge();
    const created = t.client.codes.create({ name: 'Trois' });
    const undone = t.client.history.undo({});
    await Promise.all([merged, created]);
    expect(await undone).toMatchObject({ command: 'codes.create' });
    expect(await names()).toEqual(['Deux']);
    expect(await t.client.history.undo({})).toMatchObject({ command: 'codes.merge' });
    expect(await names()).toEqual(['Un', 'Deux']);
  });

  test('a project that is closed meanwhile is closed, and nothing was done to it', async () => {
    const merged = merge();
    await t.core.close();
    await expect(merged).rejects.toMatchObject({ code: 'project.none' });
    await t.client.project.open({ path: t.path('étude.repere') });
    expect(await names()).toEqual(['Un', 'Deux']);
    const { copies } = await t.client.backups.list({ path: t.path('étude.repere') });
    expect(copies.map(({ reason }) => reason)).toEqual(['closing']);
  });
});

test('a copy that is asked for lets queries in, and two that are asked for at once are two', async () => {
  const order: string[] = [];
  const copies = [t.client.project.backup({}), t.client.project.backup({})];
  void copies[0]?.then(() => order.push('copy'));
  await names();
  order.push('query');
  const paths = await Promise.all(copies);
  expect(order).toEqual(['query', 'copy']);
  expect(new Set(paths.map(({ path }) => path)).size).toBe(2);
  for (const { path } of paths) expect(codesIn(path)).toEqual(['Un', 'Deux']);
  const listed = await t.client.backups.list({ path: t.path('étude.repere') });
  expect(listed.copies.map(({ number }) => number)).toEqual([2, 1]);
});
