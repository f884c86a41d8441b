import { copyFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testCore, type TestCore } from '../helpers/core.ts';
import { filesBelow, rareWords, wordsOnDisk } from '../helpers/disk-words.ts';

const WORDS = rareWords(40, 'zu');
const OTHERS = rareWords(20, 'vy');
const said = (words: readonly string[]): string =>
  `Enquêtrice : Et puis ?\nRéférente : ${words.join(' ')}.\n`;

let t: TestCore;
let documentId: number;
let otherId: number;
beforeEach(async () => {
  t = await testCore({ project: 'study' });
  documentId = await t.importText('Zuqentretien', said(WORDS));
  otherId = await t.importText('Autre', said(OTHERS).replace('Référente', 'Voisine'));
});
afterEach(() => t.end());

const onDisk = (words: readonly string[]): string[] => wordsOnDisk(filesBelow(t.folder), words);
const content = (id: number) => t.client.documents.get({ documentId: id });

/** Codes, memos, links and quotations of the document, an earlier text of it, and backups of all that. */
async function work(): Promise<{ readonly codeId: number; readonly memoId: number }> {
  const { client } = t;
  const { codeId } = await client.codes.create({ name: 'Code' });
  const { text, textVersionId } = await content(documentId);
  const start = text.indexOf(WORDS[0]!);
  const { codingIds } = await client.codings.create({
    documentId,
    start,
    end: start + 60,
    codeIds: [codeId],
  });
  const quoted = WORDS.slice(3, 12).join(' ');
  await client.codes.update({ codeId, example: `« ${quoted} »` });
  await client.versions.create({ name: 'Avant' });
  const coding = (await client.codings.ofDocument({ documentId })).find(({ id }) => id === codingIds[0])!;
  const { memoId } = await client.memos.create({
    title: 'Libre',
    body: `Elle dit ${quoted}. Voir [[coding:${coding.guid}|${WORDS[20]} ${WORDS[21]}]], ou bien non.`,
    target: { kind: 'free' },
  });
  await client.memos.create({
    title: WORDS[30]!,
    body: WORDS[31]!,
    target: { kind: 'coding', id: coding.id },
  });
  await client.memos.create({
    title: WORDS[32]!,
    body: WORDS[33]!,
    target: { kind: 'document', id: documentId },
  });
  const at = text.indexOf(WORDS[39]!);
  const edits = [{ start: at, end: at + WORDS[39]!.length, text: 'corrigé' }];
  await client.documents.edit({ changes: [{ documentId, textVersionId, edits }] });
  await client.project.backup({});
  return { codeId, memoId };
}

describe('a document that is deleted for good', () => {
  test('leaves no word in the file, beside it or in the backups', async () => {
    await work();
    expect(onDisk(WORDS)).not.toEqual([]);
    const report = await t.client.documents.deleteForGood({ confirmed: true, documentIds: [documentId] });
    expect(report).toMatchObject({ documents: 1, codings: 1, memos: 2, quotations: 2, unfinished: false });
    expect(onDisk([...WORDS, 'Zuqentretien'])).toEqual([]);
    expect(onDisk(OTHERS)).not.toEqual([]);
    expect(await t.client.documents.list({})).toMatchObject([{ id: otherId }]);
    expect(await t.client.project.check({})).toMatchObject({ ok: true });
    expect((await t.client.search.find({ text: OTHERS[3]! })).total).toBe(1);
    expect((await t.client.search.find({ text: WORDS[3]! })).total).toBe(0);
  });

  test('tells which other files of the project, beside it, still hold its words', async () => {
    await work();
    const copy = t.path('Copie pour Inès.repere');
    await t.client.project.saveCopy({ path: copy });
    const other = await testCore({ project: 'autre' });
    copyFileSync(other.path('autre.repere'), t.path('Autre étude.repere'));
    await other.end();
    const report = await t.client.documents.deleteForGood({ confirmed: true, documentIds: [documentId] });
    expect(report.otherFiles).toEqual([copy]);
    expect(onDisk(WORDS).filter((found) => !found.endsWith(copy))).toEqual([]);
  });

  test('leaves what the researcher wrote, without the quotations', async () => {
    const { codeId, memoId } = await work();
    await t.client.documents.deleteForGood({ confirmed: true, documentIds: [documentId] });
    const code = (await t.client.codes.list({})).find(({ id }) => id === codeId);
    expect(code).toMatchObject({ example: '« […] »' });
    expect((await t.client.memos.list({})).map(({ id }) => id)).toEqual([memoId]);
    const { body } = (await t.client.memos.get({ memoId }))!;
    expect(body).toMatch(/^Elle dit \[…\]\. Voir .*….*, ou bien non\.$/u);
  });

  test('may have been deleted before, and is known by its name', async () => {
    await work();
    await t.client.documents.remove({ documentIds: [documentId] });
    expect(onDisk(WORDS)).not.toEqual([]);
    expect(await t.client.documents.deleted({})).toEqual([{ id: documentId, name: 'Zuqentretien' }]);
    expect(await t.client.documents.erasureImpact({ documentIds: [documentId] })).toMatchObject({
      codings: 0,
    });
    await t.client.documents.deleteForGood({ confirmed: true, documentIds: [documentId] });
    expect(onDisk([...WORDS, 'Zuqentretien'])).toEqual([]);
    expect(await t.client.documents.deleted({})).toEqual([]);
  });

  test('closes only what touched it to undo: what was done since can be undone and redone', async () => {
    await work();
    await t.client.documents.rename({ documentId: otherId, name: 'Autre nom' });
    await t.client.codes.create({ name: 'Après' });
    const { steps } = await t.client.documents.erasureImpact({ documentIds: [documentId] });
    const report = await t.client.documents.deleteForGood({ confirmed: true, documentIds: [documentId] });
    expect(report.steps).toBe(steps);
    expect(await t.client.history.undo({})).toMatchObject({ command: 'codes.create' });
    expect(await t.client.history.undo({})).toMatchObject({ command: 'documents.rename' });
    expect(await t.client.history.undo({})).toBeNull();
    expect(await t.client.documents.list({})).toMatchObject([{ name: 'Autre' }]);
    await t.client.history.redo({});
    await t.client.history.redo({});
    expect(await t.client.documents.list({})).toMatchObject([{ name: 'Autre nom' }]);
    expect((await t.client.codes.list({})).map(({ name }) => name)).toContain('Après');
    expect(onDisk(WORDS)).toEqual([]);
  });

  test('takes the quotations out of what undo would bring back', async () => {
    const { memoId, codeId } = await work();
    const quoted = WORDS.slice(14, 22).join(' ');
    await t.client.memos.update({ memoId, body: `Encore ${quoted}` });
    await t.client.memos.update({ memoId, body: 'Plus rien.' });
    await t.client.codes.update({ codeId, fullDefinition: quoted });
    await t.client.codes.update({ codeId, fullDefinition: '' });
    await t.client.documents.deleteForGood({ confirmed: true, documentIds: [documentId] });
    expect(onDisk(WORDS)).toEqual([]);
    while ((await t.client.history.undo({})) !== null) expect(onDisk(WORDS)).toEqual([]);
    while ((await t.client.history.redo({})) !== null);
    expect(await t.client.memos.get({ memoId })).toMatchObject({ body: 'Plus rien.' });
  });

  test('may share its file with another one: the file is emptied', async () => {
    await t.importText('Zuqentretien', said(WORDS));
    const [twin] = (await t.client.documents.list({})).filter(
      ({ id }) => id !== documentId && id !== otherId,
    );
    await t.client.documents.edit({
      changes: [
        {
          documentId: twin!.id,
          textVersionId: (await content(twin!.id)).textVersionId,
          edits: [{ start: 0, end: (await content(twin!.id)).text.length, text: 'Rien de cela.' }],
        },
      ],
      dropEmptied: true,
    });
    await t.client.documents.deleteForGood({ confirmed: true, documentIds: [documentId, twin!.id] });
    expect(onDisk(WORDS)).toEqual([]);
  });

  test('is refused when nobody knows it, or without a word of consent', async () => {
    const unknown = t.client.documents.deleteForGood({ confirmed: true, documentIds: [999] });
    await expect(unknown).rejects.toMatchObject({ code: 'not-found' });
    const answer = await t.core.call(
      'documents.deleteForGood',
      { documentIds: [documentId] },
      { locale: 'fr' },
    );
    expect(answer).toMatchObject({ ok: false, error: { code: 'input.invalid' } });
    expect(onDisk(WORDS)).not.toEqual([]);
  });
});
