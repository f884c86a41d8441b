import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MEMO_KEYS, MEMO_SUMMARY } from '../../src/memos/find-store.ts';
import type { MemoTarget } from '../../src/memos/contract.ts';
import { linkText, linksOf, type LinkRef } from '../../src/text/memo-links.ts';
import { testCore, type TestCore } from '../helpers/core.ts';

let t: TestCore;
beforeEach(async () => {
  t = await testCore({ project: 'study' });
});
afterEach(() => t.end());

const TEXT = 'R1 : Moodle est trop lent.\nR1 : L’école nous aide.';

async function memo(title: string, body = '', target: MemoTarget = { kind: 'free' }): Promise<number> {
  return (await t.client.memos.create({ title, body, target })).memoId;
}
const titles = async (search: Omit<Parameters<TestCore['client']['memos']['search']>[0], 'limit'> = {}) =>
  (await t.client.memos.search({ ...search, limit: 100 })).memos.map(({ title }) => title);
async function code(name: string) {
  const { codeId } = await t.client.codes.create({ name });
  const found = (await t.client.codes.list({})).find(({ id }) => id === codeId)!;
  return { id: codeId, ref: { kind: 'code', guid: found.guid } as const };
}
const meaning = async (...links: LinkRef[]) =>
  (await t.client.memos.resolveLinks({ links })).map(({ name }) => name);

describe('the memos of a project', () => {
  test('are listed with what they are about, where it stands, and the beginning of what they say', async () => {
    const documentId = await t.importText('R1', TEXT);
    const { id } = await code('Lenteur');
    const { codingIds } = await t.client.codings.create({ documentId, start: 5, end: 11, codeIds: [id] });
    await t.client.codings.setMemo({ codingId: codingIds[0]!, body: 'À\nrelire' });
    await memo('Fiche', 'x', { kind: 'document', id: documentId });
    const passage = { start: 0, end: 4 };
    await t.client.memos.create({
      title: 'Ici',
      body: '',
      target: { kind: 'document', id: documentId },
      passage,
    });
    await memo('Méthode', '', { kind: 'project' });
    const { memos, total } = await t.client.memos.search({ limit: 10 });
    expect(total).toBe(4);
    expect(memos).toMatchObject([
      { kind: 'project', title: 'Méthode', targetName: null, place: null },
      { kind: 'passage', title: 'Ici', targetName: 'R1', place: { documentId, ...passage } },
      { kind: 'document', title: 'Fiche', targetName: 'R1', place: null },
      {
        kind: 'coding',
        excerpt: 'À relire',
        targetName: 'Lenteur',
        place: { documentId, start: 5, end: 11 },
      },
    ]);
    expect(await titles({ kinds: ['passage', 'project'] })).toEqual(['Méthode', 'Ici']);
  });

  test('are found by words of title and text, accents and case aside, all of them', async () => {
    await memo('L’École', 'Cœur du propos');
    await memo('Autre', 'une ecole');
    expect(await titles({ text: 'ecole' })).toEqual(['Autre', 'L’École']);
    expect(await titles({ text: 'COEUR école' })).toEqual(['L’École']);
    const [other] = (await t.client.memos.search({ text: 'une', limit: 1 })).memos;
    await t.client.memos.update({ memoId: other!.id, body: 'rien' });
    expect(await titles({ text: 'ecole' })).toEqual(['L’École']);
    await t.client.history.undo({});
    expect(await titles({ text: 'ecole' })).toEqual(['Autre', 'L’École']);
  });

  test('are not found by what holds a link together', async () => {
    const { ref } = await code('Aide');
    await memo('Renvoi', linkText(ref, 'Aide'));
    expect(await titles({ text: ref.guid })).toEqual([]);
    expect(await titles({ text: 'aide' })).toEqual(['Renvoi']);
  });

  test('are sorted by title as a reader would, and limited by author, time and number', async () => {
    for (const title of ['Zoé', 'Été', 'eau', 'Note 10', 'Note 9']) await memo(title);
    expect(await titles({ sort: 'title' })).toEqual(['eau', 'Été', 'Note 9', 'Note 10', 'Zoé']);
    await t.client.coders.setCurrent({ name: 'Dominique' });
    await memo('De Dominique');
    expect(await titles({ coderNames: ['Dominique'] })).toEqual(['De Dominique']);
    const page = await t.client.memos.search({ sort: 'title', limit: 2 });
    expect(page).toMatchObject({ total: 6, all: 6, authors: ['Camille', 'Dominique'] });
    expect(page.memos).toHaveLength(2);
    expect(await titles({ since: '2999-01-01' })).toEqual([]);
    expect(await titles({ until: '2999-01-01', since: '2000-01-01' })).toHaveLength(6);
  });

  test('are read by their keys once and completed by their ids: no sort and no temporary index in SQL', () => {
    const db = new Database(t.path('study.repere'), { readonly: true });
    const plan = (sql: string) =>
      db
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all(
          ...(sql === MEMO_KEYS
            ? [{ kinds: null, coders: null, since: null, until: null, withBody: 0 }]
            : [1]),
        )
        .map((row) => (row as { detail: string }).detail)
        .filter((detail) => !/json_each|SUBQUERY|BLOOM/u.test(detail));
    expect(plan(MEMO_KEYS)).toEqual(['SCAN memo', 'SEARCH coder USING INTEGER PRIMARY KEY (rowid=?)']);
    expect(plan(MEMO_SUMMARY).filter((detail) => !detail.includes('USING INTEGER PRIMARY KEY'))).toEqual([]);
    db.close();
  });
});

describe('a link in a memo', () => {
  test('means the same thing under its new name, is gone with it, and is back after undo', async () => {
    const { id, ref } = await code('Aide');
    const memoId = await memo('Note', `Voir ${linkText(ref, 'Aide')}`);
    await t.client.codes.update({ codeId: id, name: 'Entraide' });
    expect(await meaning(ref)).toEqual(['Entraide']);
    expect((await t.client.memos.search({ limit: 1 })).memos[0]!.excerpt).toBe('Voir [[Entraide]]');
    await t.client.codes.remove({ codeIds: [id] });
    expect(await meaning(ref)).toEqual([null]);
    expect(linksOf((await t.client.memos.get({ memoId }))!.body)[0]!.label).toBe('Aide');
    await t.client.history.undo({});
    expect(await meaning(ref)).toEqual(['Entraide']);
  });

  test('to a code that was merged means the code it went into', async () => {
    const [from, into] = [await code('Aide'), await code('Entraide')];
    await t.client.codes.merge({ codeIds: [from.id], intoId: into.id, definitions: 'keep' });
    expect(await t.client.memos.resolveLinks({ links: [from.ref] })).toMatchObject([
      { id: into.id, name: 'Entraide' },
    ]);
    await t.client.history.undo({});
    expect(await meaning(from.ref)).toEqual(['Aide']);
  });

  test('is told where it leads: mentions are listed for a code, a document, a segment, a memo', async () => {
    const documentId = await t.importText('R1', TEXT);
    const { id, ref } = await code('Lenteur');
    const { codingIds } = await t.client.codings.create({ documentId, start: 5, end: 25, codeIds: [id] });
    const codingId = codingIds[0]!;
    const linkable = await t.client.memos.linkable({ text: 'moodle', limit: 5 });
    expect(linkable).toMatchObject([
      { kind: 'coding', id: codingId, name: 'Moodle est trop lent', detail: 'R1' },
    ]);
    const first = await memo(
      'Un',
      `${linkText(ref, 'Lenteur')} ${linkText(linkable[0]!, linkable[0]!.name)}`,
    );
    const mentioned = async (kind: LinkRef['kind'], thing: number) =>
      (await t.client.memos.mentions({ kind, id: thing, limit: 9 })).map(({ title }) => title);
    expect(await mentioned('code', id)).toEqual(['Un']);
    expect(await mentioned('coding', codingId)).toEqual(['Un']);
    expect(await mentioned('document', documentId)).toEqual([]);
    const guid = (await t.client.memos.get({ memoId: first }))!.guid;
    await memo('Deux', linkText({ kind: 'memo', guid }, 'Un'));
    expect(await mentioned('memo', first)).toEqual(['Deux']);
    await t.client.history.undo({});
    expect(await mentioned('memo', first)).toEqual([]);
  });

  test('is offered by beginnings of names first, accents and case aside', async () => {
    for (const name of ['Grande école', 'École', 'Préécole']) await code(name);
    await memo('Mémo école');
    const offered = await t.client.memos.linkable({ text: 'ecole', limit: 5 });
    expect(offered.map(({ kind, name }) => [kind, name])).toEqual([
      ['code', 'École'],
      ['code', 'Grande école'],
      ['code', 'Préécole'],
      ['memo', 'Mémo école'],
    ]);
    expect(await t.client.memos.linkable({ text: '', limit: 1 })).toHaveLength(2);
  });
});
