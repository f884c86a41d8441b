import Database from 'better-sqlite3';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testCore, type TestCore } from '../helpers/core.ts';

let t: TestCore;
beforeEach(async () => {
  t = await testCore({ project: 'study' });
});
afterEach(() => t.end());

async function draft() {
  const fileName = 'riche.odt';
  const bytes = new Uint8Array(readFileSync(new URL('../../fixtures/documents/riche.odt', import.meta.url)));
  const stagedId = await t.core.stage(fileName, bytes);
  const [inspected] = await t.client.import.inspect({ files: [{ kind: 'staged', stagedId, fileName }] });
  if (inspected?.ok !== true) throw new Error('unreadable');
  return inspected.draft;
}

async function importIt(commentsAsMemos?: boolean): Promise<number> {
  const { draftId } = await draft();
  const choice = commentsAsMemos === undefined ? {} : { commentsAsMemos };
  const { documentIds } = await t.client.import.confirm({
    drafts: [{ draftId, headingsAsTopics: false, ...choice }],
  });
  return documentIds[0]!;
}

describe('comments of a file', () => {
  test('are told before the import, with the first of them', async () => {
    expect((await draft()).comments).toEqual({
      count: 1,
      first: {
        author: 'Camille Renaud',
        text: 'Elle le redit plus bas.',
        quotation: 'On s’est débrouillés seuls',
      },
    });
  });

  test('become memos at their passages only when asked for, in the same step', async () => {
    await importIt();
    await importIt(false);
    expect(await t.client.memos.list({})).toEqual([]);
    const documentId = await importIt(true);
    const [memo, ...others] = await t.client.memos.list({});
    expect(others).toEqual([]);
    expect(memo).toMatchObject({
      title: 'Camille Renaud',
      body: 'Elle le redit plus bas.',
      target: { kind: 'document', id: documentId },
    });
    const { text } = await t.client.documents.get({ documentId });
    expect(text.slice(memo!.passage!.start, memo!.passage!.end)).toBe('On s’est débrouillés seuls');
    expect(await t.client.project.check({})).toMatchObject({ ok: true });
    await t.client.history.undo({});
    expect(await t.client.memos.list({})).toEqual([]);
    await t.client.history.redo({});
    expect(await t.client.memos.list({})).toEqual([memo]);
  });
});

describe('a memo at a passage', () => {
  test('stands in a document, inside of its text', async () => {
    const documentId = await t.importText('R1', 'R1 : Été 😀.\n');
    const memo = { title: 'Ici', body: '' };
    const target = { kind: 'document', id: documentId } as const;
    await t.client.memos.create({ ...memo, target, passage: { start: 5, end: 8 } });
    expect(await t.client.memos.list({})).toMatchObject([{ passage: { start: 5, end: 8 } }]);
    const wrong = [
      { target, passage: { start: 5, end: 500 }, code: 'range.outside' },
      { target, passage: { start: 5, end: 5 }, code: 'range.empty' },
      { target, passage: { start: 5, end: 10 }, code: 'range.surrogate' },
      { target: { kind: 'project' } as const, passage: { start: 5, end: 8 }, code: 'range.invalid' },
    ];
    for (const { code, ...input } of wrong)
      await expect(t.client.memos.create({ ...memo, ...input })).rejects.toMatchObject({ code });
  });

  test('in a wrong place is found by the check', async () => {
    const documentId = await t.importText('R1', 'R1 : Été.\n');
    await t.client.memos.create({
      title: 'Ici',
      body: '',
      target: { kind: 'document', id: documentId },
      passage: { start: 5, end: 8 },
    });
    expect(await t.client.project.check({})).toMatchObject({ ok: true });
    const other = new Database(t.path('study.repere'));
    other.exec('UPDATE memo SET end_utf16 = 900');
    other.close();
    const { ok, checks } = await t.client.project.check({});
    expect(ok).toBe(false);
    expect(checks.find(({ name }) => name === 'ranges')?.problems).toEqual([expect.stringContaining('memo')]);
  });
});
