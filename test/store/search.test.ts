import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openReadOnly, openWritable, type Connection } from '../../src/database/connection.ts';
import { indexedParagraphs, unindexText } from '../../src/documents/index-store.ts';
import { findCandidates } from '../../src/search/candidates.ts';
import { Vocabulary } from '../../src/search/vocabulary.ts';
import { compileQuery } from '../../src/search/compile.ts';
import { parseQuery } from '../../src/search/query-parse.ts';
import { printQuery, hasPositive, type PhraseQuery, type Query } from '../../src/search/query-ast.ts';
import { naivelyTrue } from '../unit/search/naive.ts';
import { testCore, type TestCore } from '../helpers/core.ts';

let core: TestCore;
const find = (text: string, more: object = {}) => core.client.search.find({ text, syntax: 'query', ...more });
const written = async (text: string, more: object = {}) =>
  (await find(text, more)).hits.map((hit) => hit.snippet.slice(hit.snippetStart, hit.snippetEnd));

test('a hit far within a paragraph is shown with an ellipsis on either side', async () => {
  const own = await testCore({ project: 'etude.repere' });
  await own.importText('R1', `R1 : ${'mot '.repeat(40)}cible ${'mot '.repeat(40)}\n`);
  const [hit] = (await own.client.search.find({ text: 'cible', syntax: 'query' })).hits;
  await own.end();
  expect(hit?.snippet).toMatch(/^….{60}cible.{60}…$/u);
  expect(hit?.snippet.slice(hit.snippetStart, hit.snippetEnd)).toBe('cible');
});

describe('in interviews', () => {
  const FIRST =
    'ENQ : Parlez-moi de l’école. Et le télétravail ?\nR1 : L’école était fermée. J’ai utilisé Zoom 👩‍👩‍👧 avec les enfants.\nLes enfants utilisaient Moodle ; le cœur n’y était pas.\nENQ : Ensuite ?\nR1 : Ils utilisent tout, sauf Zoom.\n';
  const SECOND = 'ENQ : Et vous ?\nR2 : Le télétravail, aujourd’hui, c’est l’utilisation de Moodle.\n';

  beforeAll(async () => {
    core = await testCore({ project: 'etude.repere' });
    await core.importText('R1', FIRST);
    await core.importText('R2', SECOND);
  });
  afterAll(() => core.end());

  test('folding, phrases and the original characters', async () => {
    expect(await written('ecole')).toEqual(['école', 'école']);
    expect(await written('COEUR')).toEqual(['cœur']);
    expect(await written('hui')).toEqual([]);
    expect(await written('les enfants')).toEqual(['les enfants', 'Les enfants']);
    expect(await written('ecole', { respectAccents: true })).toEqual([]);
  });

  test('a hit is shown in its paragraph, without the label of who speaks', async () => {
    const [first, second] = (await find('école')).hits.map(({ snippet }) => snippet);
    expect(first).toBe('Parlez-moi de l’école. Et le télétravail ?');
    expect(second).toBe('L’école était fermée. J’ai utilisé Zoom 👩‍👩‍👧 avec les enfants.');
    const [last] = (await find('sauf')).hits;
    expect(last?.snippet).toBe('Ils utilisent tout, sauf Zoom.');
  });

  test('AND and NOT hold in a paragraph, a sentence, a turn or a document, as asked', async () => {
    expect(await written('zoom AND moodle')).toEqual([]);
    expect(await written('zoom AND moodle', { scope: 'turn' })).toEqual(['Zoom', 'Moodle']);
    expect(await written('école AND enfants')).toEqual(['école', 'enfants']);
    expect(await written('école AND enfants', { scope: 'sentence' })).toEqual([]);
    expect(await written('télétravail NOT zoom', { scope: 'document' })).toEqual(['télétravail']);
    expect(await written('moodle SAUF (coeur OU zoom)')).toEqual(['Moodle']);
  });

  test('NEAR counts the words between, in either order', async () => {
    expect(await written('école NEAR/2 fermée')).toEqual(['école était fermée']);
    expect(await written('fermée NEAR/1 école')).toEqual(['école était fermée']);
    expect(await written('zoom NEAR/1 enfants')).toEqual([]);
    expect(await written('zoom NEAR/2 (enfants OR moodle)')).toEqual(['Zoom 👩‍👩‍👧 avec les enfants']);
  });

  test('forms of stems and of signs are listed, and can be left out', async () => {
    const stems = await find('utiliser', { stem: 'fr' });
    expect(stems.forms.map((form) => [form.key, form.count])).toEqual([
      ['utilisaient', 1],
      ['utilisation', 1],
      ['utilise', 1],
      ['utilisent', 1],
    ]);
    expect(await written('utiliser', { stem: 'fr', excludeForms: ['utilisation', 'utilise'] })).toEqual([
      'utilisaient',
      'utilisent',
    ]);
    expect(await written('*ation')).toEqual(['utilisation']);
    expect(await written('mo?d*')).toEqual(['Moodle', 'Moodle']);
    expect((await find('enf*')).forms).toEqual([{ key: 'enfants', written: 'enfants', count: 2 }]);
  });

  test('labels never match, and interviewers only when they may', async () => {
    expect(await written('R1')).toEqual([]);
    expect(await written('ENQ')).toEqual([]);
    expect(await written('télétravail', { whose: 'participants' })).toEqual(['télétravail']);
    expect(await written('ensuite', { within: { speakerRoles: ['interviewer'] } })).toEqual(['Ensuite']);
  });

  test('limits: documents, participants, speakers, codes with their sub-codes', async () => {
    const people = await core.client.participants.list({});
    const second = people.find((each) => each.name === 'R2')!;
    expect(await written('moodle', { within: { participantIds: [second.id] } })).toEqual(['Moodle']);
    const [first] = await core.client.documents.list({});
    expect(await written('moodle', { documentIds: [first!.id] })).toHaveLength(1);
    const { hits } = await find('cœur', { unit: 'sentence' });
    const { codeId } = await core.client.codings.createMany({
      codePath: 'Vécu/Manque',
      passages: hits.map(({ documentId, start, end }) => ({ documentId, start, end })),
    });
    const parentId = (await core.client.codes.list({})).find((each) => each.id === codeId)!.parentId!;
    expect(await written('moodle', { within: { codeIds: [parentId] } })).toEqual(['Moodle']);
    await core.client.history.undo({});
    expect(await written('moodle', { within: { codeIds: [codeId] } })).toEqual([]);
  });

  test('pages, counts per document, who speaks', async () => {
    const page = await find('moodle', { offset: 1, limit: 1 });
    expect(page).toMatchObject({
      total: 2,
      complete: true,
      documents: [
        { documentName: 'R1', hits: 1 },
        { documentName: 'R2', hits: 1 },
      ],
    });
    expect(page.hits).toMatchObject([{ documentName: 'R2', speakerName: 'R2', participantName: 'R2' }]);
    expect(await find('moodle', { limit: 1, quick: true })).toMatchObject({ total: 2, complete: true });
  });

  test('a query that cannot be read says where', async () => {
    await expect(find('(zoom')).rejects.toMatchObject({ code: 'search.syntax', details: { at: 0 } });
    expect((await core.client.search.find({ text: '(zoom' })).total).toBe(0);
  });

  test('the index is sound, also after a correction', async () => {
    expect((await core.client.project.check({})).ok).toBe(true);
  });
});

describe('the index', () => {
  let place: TestCore;
  const path = () => place.path('index.repere');
  const inFile = <T>(work: (db: Connection) => T): T => {
    const db = openReadOnly(path());
    try {
      return work(db);
    } finally {
      db.close();
    }
  };
  beforeAll(async () => {
    place = await testCore({ project: 'index.repere' });
    const lines = Array.from({ length: 500 }, (_none, at) => (at === 321 ? 'une aiguille ici' : 'du foin'));
    await place.importText('Botte', lines.join('\n'), false);
  });
  afterAll(() => place.end());

  test('only paragraphs that can hold a query are looked at', () => {
    inFile((db) => {
      const count = (text: string) => {
        const query = compileQuery(parseQuery(text), { respectAccents: false, stem: null });
        return findCandidates(db, { query, wide: false, stem: null, indexed: new Set([1]), texts: [1] })(1)
          .length;
      };
      expect(count('aiguille')).toBe(1);
      expect(count('aiguilles')).toBe(0);
      expect(count('*guille AND une')).toBe(1);
      expect(count('aiguille AND foin')).toBe(0);
      expect(count('foin NOT aiguille')).toBe(499);
    });
  });

  test('only what can be near is looked at, and words in a row only where they are', async () => {
    const near = await testCore({ project: 'near.repere' });
    const far = `un ${'mot '.repeat(30)}deux`;
    await near.importText('Loin', [far, 'un deux', 'deux un', far].join('\n'), false);
    const db = openReadOnly(near.path('near.repere'));
    const found = (text: string) => {
      const query = compileQuery(parseQuery(text), { respectAccents: false, stem: null });
      return findCandidates(db, { query, wide: false, stem: null, indexed: new Set([1]), texts: [1] })(1);
    };
    expect(found('un AND deux')).toEqual([0, 1, 2, 3]);
    expect(found('un NEAR/3 deux')).toEqual([1, 2]);
    expect(found('(un OR rien) NEAR/3 "deux"')).toEqual([1, 2]);
    expect(found('"un deux"')).toEqual([1]);
    db.close();
    await near.end();
  });

  test('endings are found too in texts that came after the first search for one', async () => {
    const later = await testCore({ project: 'later.repere' });
    const total = async () => (await later.client.search.find({ text: '*ation' })).total;
    await later.importText('Un', 'une formation', false);
    expect(await total()).toBe(1);
    await later.importText('Deux', 'une innovation', false);
    expect(await total()).toBe(2);
    await later.client.history.undo({});
    await later.importText('Trois', 'une hésitation', false);
    expect(await total()).toBe(2);
    await later.end();
  });

  test('texts out of the order of their documents are all found, in the order of the documents', async () => {
    const mixed = await testCore({ project: 'mixed.repere' });
    for (const name of ['Un', 'Deux', 'Trois']) await mixed.importText(name, `le mot de ${name}`, false);
    await mixed.client.documents.edit({
      changes: [{ documentId: 1, textVersionId: 1, edits: [{ start: 0, end: 2, text: 'ce' }] }],
    });
    const { hits } = await mixed.client.search.find({ text: 'mot' });
    expect(hits.map((hit) => hit.documentName)).toEqual(['Un', 'Deux', 'Trois']);
    await mixed.end();
  });

  test('texts of an older project are found before they enter it, and enter it in slices', async () => {
    await place.client.project.close({});
    const db = openWritable(path(), 'delete');
    unindexText(db, 1);
    db.close();
    const total = async () => (await place.client.search.find({ text: 'aiguille' })).total;
    await place.client.project.open({ path: path(), readOnly: true });
    expect(await total()).toBe(1);
    expect(await place.client.search.prepare({})).toEqual({ indexed: 0, documents: 1 });
    expect(inFile((file) => indexedParagraphs(file, 1))).toBe(0);
    expect((await place.client.project.check({})).ok).toBe(true);
    await place.client.project.open({ path: path() });
    expect(await total()).toBe(1);
    expect(await place.client.search.prepare({})).toEqual({ indexed: 1, documents: 1 });
    expect(inFile((file) => indexedParagraphs(file, 1))).toBe(500);
    expect(await total()).toBe(1);
    expect((await place.client.project.check({})).ok).toBe(true);
  });

  test('bringing texts in can be stopped, finds all meanwhile, and goes on where it was', async () => {
    const old = await testCore({ project: 'old.repere' });
    const long = Array.from({ length: 20_000 }, (_none, at) => `ligne ${at} du foin et des mots`).join('\n');
    for (const name of ['Un', 'Deux', 'Trois'])
      await old.importText(name, `${long}\naiguille ${name}`, false);
    await old.client.project.close({});
    const db = openWritable(old.path('old.repere'), 'delete');
    for (const id of [1, 2, 3]) unindexText(db, id);
    db.close();
    await old.client.project.open({ path: old.path('old.repere') });
    const stop = new AbortController();
    const steps: string[] = [];
    const onProgress = (done: number, of: number, label: string): void => {
      steps.push(`${label} ${done}/${of}`);
      // A slice may end inside of a text, or bring in more than one.
      if (done > 0) stop.abort();
    };
    await expect(old.client.search.prepare({}, { signal: stop.signal, onProgress })).rejects.toMatchObject({
      code: 'call.cancelled',
    });
    expect(steps[0]).toBe('index 0/3');
    const { hits } = await old.client.search.find({ text: 'aiguille' });
    expect(hits.map((hit) => hit.documentName)).toEqual(['Un', 'Deux', 'Trois']);
    expect((await old.client.search.find({ text: '*guille' })).total).toBe(3);
    expect((await old.client.search.find({ text: '*guille', quick: true })).total).toBeGreaterThan(0);
    expect(await old.client.search.prepare({})).toEqual({ indexed: 3, documents: 3 });
    expect(await old.client.project.check({})).toMatchObject({ ok: true });
    expect((await old.client.search.find({ text: '*ig?ille' })).total).toBe(3);
    await old.end();
  });

  test('the vocabulary is never short of a word, whatever comes while it is read', async () => {
    const growing = await testCore({ project: 'growing.repere' });
    const many = Array.from({ length: 4_000 }, (_none, at) => `mot${at}x`).join(' ');
    await growing.importText('Un', many, false);
    const db = openReadOnly(growing.path('growing.repere'));
    const reading = new Vocabulary(db);
    reading.readMore();
    await growing.importText('Deux', 'aaa tout-devant zzz l’école', false);
    while (reading.readMore());
    const inIndex = db.prepare<[], string>('SELECT term FROM temp.text_term').pluck().all();
    expect([...reading.startingWith('')].toSorted()).toEqual(inIndex.toSorted());
    await growing.importText('Trois', 'après-coup', false);
    expect([...reading.startingWith('apr')]).toHaveLength(1);
    for (const name of ['A', 'B', 'C', 'D', 'E', 'F']) await growing.importText(name, `neuf${name}`, false);
    expect(reading.isWhole()).toBe(false);
    expect([...reading.startingWith('neuf')].toSorted()).toEqual([
      'neufa',
      'neufb',
      'neufc',
      'neufd',
      'neufe',
      'neuff',
    ]);
    expect([...reading.startingWith('')]).toContain('neuff');
    db.close();
    await growing.end();
  });
});

test('a search to its end lets others in, tells how far it is, and can be stopped', async () => {
  const big = await testCore({ project: 'big.repere' });
  const text = Array.from({ length: 1_500 }, (_none, at) => `du foin ${at} et de la paille`).join('\n');
  for (let at = 0; at < 12; at += 1) await big.importText(`D${at}`, text, false);
  const reached: number[] = [];
  const onProgress = (done: number): void => void reached.push(done);
  const all = await big.client.search.all({ text: 'foin', limit: 5 }, { onProgress });
  expect(all).toEqual(await big.client.search.find({ text: 'foin', limit: 5 }));
  expect(all).toMatchObject({ total: 12 * 1_500, complete: true });
  expect(reached.length).toBeGreaterThan(0);
  expect(reached).toEqual(reached.toSorted((a, b) => a - b));
  const stop = new AbortController();
  const stopped = big.client.search.all(
    { text: 'foin' },
    { signal: stop.signal, onProgress: () => stop.abort() },
  );
  await expect(stopped).rejects.toMatchObject({ code: 'call.cancelled' });

  // A correction on the way: every position is that of the text as it is in the end.
  const corrections: Promise<unknown>[] = [];
  const found = await big.client.search.all(
    { text: 'paille', limit: 200_000 },
    {
      onProgress: () => {
        if (corrections.length > 0) return;
        const edits = [{ start: 0, end: 2, text: 'tout le' }];
        corrections.push(
          big.client.documents.edit({ changes: [{ documentId: 1, textVersionId: 1, edits }] }),
        );
      },
    },
  );
  await Promise.all(corrections);
  expect(corrections).toHaveLength(1);
  expect(found.hits[0]?.start).toBe('tout le foin 0 et de la '.length);
  await big.end();
});

const vocabulary = [
  'chat',
  'chats',
  'œuvre',
  'ВОДА',
  'вода',
  '𐐀',
  '中',
  'été',
  'ete',
  '12a',
  'peut-être',
  'ſ',
  'ꟁa',
];
const word = fc.constantFrom(...vocabulary);
const phrase = fc
  .oneof(
    word,
    fc.tuple(word, word).map((pair) => pair.join(' ')),
    fc.constantFrom('cha*', '*t*', 'ch?t', 'в*', 'zzz'),
  )
  .map((text): PhraseQuery => ({ kind: 'phrase', text }));
const queries = fc.letrec<{ query: Query }>((tie) => ({
  query: fc.oneof(
    { depthSize: 'xsmall', withCrossShrink: true },
    phrase,
    fc.record({
      kind: fc.constant('near' as const),
      left: phrase.map((each) => [each]),
      right: fc.array(phrase, { minLength: 1, maxLength: 2 }),
      words: fc.integer({ min: 1, max: 4 }),
    }),
    fc.record({ kind: fc.constant('not' as const), part: tie('query') }),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      parts: fc.array(tie('query'), { minLength: 2, maxLength: 2 }),
    }),
  ),
})).query;

test('the paragraphs found are those for which the query is literally true', async () => {
  core = await testCore({ project: 'p.repere' });
  const paragraphs = fc.sample(
    fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => list.join(' ')),
    { numRuns: 60, seed: 4 },
  );
  await core.importText('D', paragraphs.join('\n'), false);
  await fc.assert(
    fc.asyncProperty(queries.filter(hasPositive), async (query) => {
      const { hits } = await find(printQuery(query));
      const found = [...new Set(hits.map((hit) => hit.paragraph))].map((each) => paragraphs[each - 1]);
      expect(found).toEqual(paragraphs.filter((each) => naivelyTrue(each, query)));
    }),
    { numRuns: 150 },
  );
  await core.end();
});
