import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testCore, type TestCore } from '../helpers/core.ts';

let bench: TestCore;
beforeEach(async () => {
  bench = await testCore({ project: 'p.repere' });
});
afterEach(() => bench.end());

const LONG_AGO = '2000-01-01T00:00:00.000Z';
const TEXT = 'ENQ : Comment ?\nR1 : On s’entraide toujours, et on partage.\nR1 : Voilà tout.\n';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const changes = (since = LONG_AGO, coderName?: string) =>
  bench.client.history.changes({ since, ...(coderName === undefined ? {} : { coderName }) });
/** The sentences of the only day and coder. */
const sentences = async (since = LONG_AGO) =>
  (await changes(since)).flatMap(({ lines }) => lines.map(({ text }) => plain(text)));
const rangeOf = (needle: string) => ({
  start: TEXT.indexOf(needle),
  end: TEXT.indexOf(needle) + needle.length,
});

describe('what changed', () => {
  test('is told by document and code, with figures, and where to see it', async () => {
    const documentId = await bench.importText('R1', TEXT);
    const { codeId } = await bench.client.codes.create({ name: 'Entraide' });
    const code = (needle: string) =>
      bench.client.codings.create({ documentId, ...rangeOf(needle), codeIds: [codeId] });
    await code('partage');
    const {
      codingIds: [first],
    } = await code('entraide');
    const [day] = await changes();
    expect(day).toMatchObject({ coderName: 'Camille', steps: 4 });
    const line = day?.lines.find(({ area }) => area === 'codings');
    expect(plain(line!.text)).toBe('2 segments « Entraide » ajoutés dans « R1 »');
    expect(line).toMatchObject({
      count: 2,
      place: { documentId, codingId: first, start: rangeOf('entraide').start },
    });
    expect(await sentences()).toEqual([
      'document « R1 » ajouté',
      '2 segments « Entraide » ajoutés dans « R1 »',
      'code « Entraide » créé',
      'participants : 1 ajout',
      'locuteurs : 2 ajouts',
    ]);
  });

  test('is what is left of it: what was undone, or came and went, is not told', async () => {
    await bench.importText('R1', TEXT);
    const since = new Date(Date.now() + 5).toISOString();
    while (new Date().toISOString() < since);
    const { codeId } = await bench.client.codes.create({ name: 'Entraide' });
    await bench.client.codes.create({ name: 'Autre' });
    await bench.client.history.undo({});
    expect(await sentences(since)).toEqual(['code « Entraide » créé']);
    await bench.client.codes.update({ codeId, name: 'Aide' });
    expect(await sentences(since)).toEqual(['code « Aide » créé']);
    await bench.client.codes.remove({ codeIds: [codeId] });
    // The program keeps a version of the codebook before a removal.
    expect((await sentences(since)).filter((text) => text.startsWith('code '))).toEqual([]);
  });

  test('a corrected text is told, not each segment that moved with it', async () => {
    const documentId = await bench.importText('R1', TEXT);
    const { codeId } = await bench.client.codes.create({ name: 'Entraide' });
    const { codingIds } = await bench.client.codings.create({
      documentId,
      ...rangeOf('partage'),
      codeIds: [codeId],
    });
    const since = new Date(Date.now() + 5).toISOString();
    while (new Date().toISOString() < since);
    for (const text of ['Bon. ', 'Donc. ']) {
      const { textVersionId } = await bench.client.documents.get({ documentId });
      const edits = [{ start: TEXT.indexOf('On '), end: TEXT.indexOf('On '), text }];
      await bench.client.documents.edit({ changes: [{ documentId, textVersionId, edits }] });
    }
    expect(await sentences(since)).toEqual(['texte de « R1 » corrigé 2 fois']);
    await bench.client.codings.setStance({ codingIds, stance: 'qualifies' });
    expect(await sentences(since)).toEqual([
      'texte de « R1 » corrigé 2 fois',
      '1 segment « Entraide » modifié dans « R1 » (position)',
    ]);
  });

  test('merged codes are told as one thing, and what is gone leads nowhere', async () => {
    const documentId = await bench.importText('R1', TEXT);
    const { codeId: a } = await bench.client.codes.create({ name: 'Aide' });
    const { codeId: b } = await bench.client.codes.create({ name: 'Entraide' });
    await bench.client.codings.create({ documentId, ...rangeOf('entraide'), codeIds: [a] });
    await bench.client.memos.create({ title: 'Idée', body: 'x', target: { kind: 'code', id: b } });
    const since = new Date(Date.now() + 5).toISOString();
    while (new Date().toISOString() < since);
    await bench.client.codes.merge({ codeIds: [a], intoId: b, definitions: 'keep' });
    const [merged] = (await changes(since)).flatMap(({ lines }) => lines);
    expect(plain(merged!.text)).toBe('« Aide » réuni à « Entraide »');
    expect(merged?.place).toEqual({ codeId: b });
    await bench.client.documents.remove({ documentIds: [documentId] });
    const [day] = await changes(since);
    const removal = day?.lines.find(({ area }) => area === 'documents');
    expect(plain(removal!.text)).toBe('document « R1 » supprimé');
    expect(removal?.place).toEqual({});
  });

  test('by coder, each with their own work, in both languages', async () => {
    await bench.client.codes.create({ name: 'Un' });
    await bench.client.coders.setCurrent({ name: 'Alex' });
    await bench.client.codes.create({ name: 'Deux' });
    const days = await changes();
    expect(days.map(({ coderName }) => coderName)).toEqual(['Alex', 'Camille']);
    expect(await changes(LONG_AGO, 'Alex')).toEqual([days[0]]);
    const english = await bench.core.call('history.changes', { since: LONG_AGO }, { locale: 'en' });
    expect(JSON.stringify(english)).toContain('code “Deux” created');
    const { coderNames, lastSession } = await bench.client.history.moments({});
    expect({ coderNames, lastSession }).toEqual({ coderNames: ['Alex', 'Camille'], lastSession: null });
  });
});

test('only what is since then is read, by indexes', () => {
  const db = new Database(bench.path('p.repere'), { readonly: true });
  const plan = (sql: string) =>
    db
      .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all()
      .map(({ detail }) => detail);
  expect(plan(`SELECT * FROM history_step WHERE state = 'done' ORDER BY id DESC`)).toEqual([
    'SEARCH history_step USING INDEX history_step_state (state=?)',
  ]);
  expect(plan('SELECT * FROM history_change WHERE step_id = 1 ORDER BY id')).toEqual([
    'SEARCH history_change USING INDEX history_change_step (step_id=?)',
  ]);
  db.close();
});
