import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InputOf } from '../../src/contract/contract.ts';
import { testCore, type TestCore } from '../helpers/core.ts';

// What would be coded, before it is: the four sources, the stretches they grow or shrink to, and applying what is ticked.

const FIRST = [
  'ENQ : Quels outils ? Lesquels ?',
  'R1 : Moodle surtout. Et un peu de Zoom.',
  'Zoom encore, le soir.',
  'ENQ : Ensuite ?',
  'R1 : L’été, plus rien 👩‍👩‍👧.',
  '',
].join('\n');
const SECOND = 'ENQ : Quels outils ?\nR2 : Zoom, à l’École. Rien d’autre.\n';

type Source = InputOf<'autoCoding.plan'>['source'];
let core: TestCore;
let first: number;
let texts: ReadonlyMap<number, string>;

const plan = (source: Source, more: object = {}) => core.client.autoCoding.plan({ source, ...more });
const words = async (source: Source, more: object = {}) =>
  (await plan(source, more)).passages.map(({ documentId, start, end }) =>
    texts.get(documentId)!.slice(start, end),
  );
const pattern = (written: string, unit: 'match' | 'sentence' | 'paragraph' | 'turn' = 'match'): Source => ({
  kind: 'pattern',
  pattern: written,
  unit,
});

beforeAll(async () => {
  core = await testCore({ project: 'auto.repere' });
  await core.importText('R1', FIRST);
  await core.importText('R2', SECOND);
  const documents = await core.client.documents.list({});
  first = documents[0]!.id;
  const read = await Promise.all(documents.map(({ id }) => core.client.documents.get({ documentId: id })));
  texts = new Map(read.map(({ id, text }) => [id, text]));
});
afterAll(() => core.end());

describe('a regular expression', () => {
  test('gives its matches, or the sentences, paragraphs and turns that hold one, each once', async () => {
    expect(await words(pattern('zoom'))).toEqual(['Zoom', 'Zoom', 'Zoom']);
    expect(await words(pattern('zoom', 'sentence'))).toEqual([
      'Et un peu de Zoom.',
      'Zoom encore, le soir.',
      'Zoom, à l’École.',
    ]);
    expect(await words(pattern(String.raw`mo\w+|zoom`, 'paragraph'))).toEqual([
      'Moodle surtout. Et un peu de Zoom.',
      'Zoom encore, le soir.',
      'Zoom, à l’École. Rien d’autre.',
    ]);
    expect(await words(pattern('zoom', 'turn'))).toEqual([
      'Moodle surtout. Et un peu de Zoom.\nZoom encore, le soir.',
      'Zoom, à l’École. Rien d’autre.',
    ]);
  });

  test('sees no accents unless they are to be respected, nor labels; paragraphs have a beginning and an end', async () => {
    expect(await words(pattern('ecole'))).toEqual(['École']);
    expect(await words({ kind: 'pattern', pattern: 'ecole', unit: 'match', respectAccents: true })).toEqual(
      [],
    );
    expect(await words(pattern('R1|ENQ'))).toEqual([]);
    expect(await words(pattern(String.raw`^\w+`))).toEqual([
      'Quels',
      'Moodle',
      'Zoom',
      'Ensuite',
      'L',
      'Quels',
      'Zoom',
    ]);
    expect(await words(pattern(String.raw`soir\.$`))).toEqual(['soir.']);
  });

  test('stays within documents and limits', async () => {
    expect(await words(pattern('zoom'), { documentIds: [first] })).toEqual(['Zoom', 'Zoom']);
    expect(await words(pattern('quels'), { within: { speakerRoles: ['participant'] } })).toEqual([]);
  });

  test('that cannot be used is refused with its reason', async () => {
    await expect(plan(pattern('(zoom'))).rejects.toMatchObject({ code: 'pattern.invalid' });
    await expect(plan(pattern('(?=zoom)'))).rejects.toMatchObject({ details: { problem: 'looks-around' } });
  });
});

test('a search gives its hits, or what stands around them, with the words found marked', async () => {
  const search: Source = {
    kind: 'search',
    search: { text: 'zoom NEAR/5 moodle', syntax: 'query', scope: 'turn' },
    unit: 'paragraph',
  };
  const { shown, total, documents } = await plan(search);
  expect(total).toBe(1);
  expect(documents).toMatchObject([{ documentName: 'R1', passages: 1 }]);
  const [only] = shown;
  expect(only).toMatchObject({
    paragraph: 2,
    speakerName: 'R1',
    participantName: 'R1',
    cutBefore: false,
    cutAfter: false,
  });
  expect(only!.marks.map(({ start, end }) => only!.words.slice(start, end))).toEqual([
    'Moodle surtout. Et un peu de Zoom',
  ]);
  expect(only!.before).toBe('ENQ : Quels outils ? Lesquels ? R1 : ');
});

test('speakers give their turns, whole or in pieces; a role gives those of all who have it', async () => {
  const speakers = await core.client.speakers.list({});
  const speakerIds = speakers.filter(({ name }) => name === 'R1').map(({ id }) => id);
  expect(await words({ kind: 'speaker', speakerIds, roles: [], unit: 'turn' })).toEqual([
    'Moodle surtout. Et un peu de Zoom.\nZoom encore, le soir.',
    'L’été, plus rien 👩‍👩‍👧.',
  ]);
  expect(await words({ kind: 'speaker', speakerIds, roles: [], unit: 'paragraph' })).toHaveLength(3);
  expect(await words({ kind: 'speaker', speakerIds: [], roles: ['interviewer'], unit: 'sentence' })).toEqual([
    'Quels outils ?',
    'Lesquels ?',
    'Ensuite ?',
    'Quels outils ?',
  ]);
  expect(await words({ kind: 'speaker', speakerIds: [], roles: [], unit: 'turn' })).toEqual([]);
});

test('topics give what participants answer, once where a part and its question both hold it', async () => {
  await core.client.guide.importText({ text: 'Pratiques\n  Quels outils ?', replace: true });
  const topics = await core.client.guide.list({});
  const spans = [...texts].map(([documentId, { length }]) => ({
    documentId,
    guideTopicId: topics[1]!.id,
    start: 0,
    end: length,
  }));
  await core.client.guide.addSpans({ spans });
  const topicIds = topics.map(({ id }) => id);
  const answers = [
    'Moodle surtout. Et un peu de Zoom.\nZoom encore, le soir.',
    'L’été, plus rien 👩‍👩‍👧.',
    'Zoom, à l’École. Rien d’autre.',
  ];
  expect(await words({ kind: 'topic', topicIds, unit: 'answer' })).toEqual(answers);
  expect(await words({ kind: 'topic', topicIds: topicIds.slice(0, 1), unit: 'answer' })).toEqual(answers);
  expect(await words({ kind: 'topic', topicIds, unit: 'sentence' })).toHaveLength(6);
});

describe('applying', () => {
  test('takes what is ticked in one step, and says of what is there that it is', async () => {
    const found = await plan(pattern('zoom'));
    const before = (await core.client.history.list({})).length;
    const places = found.passages.map(({ documentId, start, end }) => ({ documentId, start, end }));
    const texts = found.documents.map(({ documentId, textVersionId }) => ({ documentId, textVersionId }));
    const coded = await core.client.codings.createMany({
      codePath: 'Visio',
      passages: places.slice(1),
      texts,
    });
    expect(coded).toMatchObject({ codings: 2, alreadyThere: 0 });
    expect(await core.client.history.list({})).toHaveLength(before + 1);
    const again = await plan(pattern('zoom'), { codeId: coded.codeId });
    expect(again.passages.map((each) => each.coded)).toEqual(['no', 'same', 'same']);
    const around = await plan(pattern('zoom', 'paragraph'), { codeId: coded.codeId });
    expect(around.passages.map((each) => each.coded)).toEqual(['no', 'touching', 'touching']);
    expect(
      await core.client.codings.createMany({ codePath: 'Visio', passages: places, texts }),
    ).toMatchObject({
      codings: 1,
      alreadyThere: 2,
    });
    await core.client.history.undo({});
    await core.client.history.undo({});
    expect(await core.client.codes.list({})).toEqual([]);
  });

  test('is refused whole when a text has changed since', async () => {
    const found = await plan(pattern('zoom'));
    const { textVersionId } = await core.client.documents.get({ documentId: first });
    await core.client.documents.edit({
      changes: [{ documentId: first, textVersionId, edits: [{ start: 0, end: 0, text: 'Bonjour.\n' }] }],
    });
    const refused = core.client.codings.createMany({
      codePath: 'Visio',
      passages: found.passages.map(({ documentId, start, end }) => ({ documentId, start, end })),
      texts: found.documents.map(({ documentId, textVersionId: id }) => ({ documentId, textVersionId: id })),
    });
    await expect(refused).rejects.toMatchObject({ code: 'codings.stale', details: { document: 'R1' } });
    expect(await core.client.codes.list({})).toEqual([]);
    await core.client.history.undo({});
  });
});

test('every page together shows what one answer shows, and counts are whole in each', async () => {
  const source = pattern(String.raw`\w+`);
  const whole = await plan(source, { limit: 5_000 });
  expect(whole.shown).toHaveLength(whole.total);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 12 }), async (limit) => {
      const pages: unknown[] = [];
      for (let offset = 0; offset < whole.total; offset += limit) {
        const page = await plan(source, { offset, limit });
        expect(page).toMatchObject({ total: whole.total, documents: whole.documents });
        expect(page.passages).toEqual(whole.passages);
        pages.push(...page.shown);
      }
      expect(pages).toEqual(whole.shown);
    }),
    { numRuns: 8 },
  );
});

test('a long passage is shown around what was found first, and says where it was cut', async () => {
  const filler = 'Un mot de plus et encore un. '.repeat(60);
  await core.importText('Long', `ENQ : Alors ?\nR3 : ${filler}Voilà le cœur du sujet. ${filler}\n`);
  const { shown } = await plan(pattern('coeur', 'turn'));
  const [only] = shown;
  expect(only).toMatchObject({ cutBefore: true, cutAfter: true, before: '', after: '' });
  expect(only!.marks.map(({ start, end }) => only!.words.slice(start, end))).toEqual(['cœur']);
  expect(only!.words.length).toBeLessThan(600);
});

test('a pattern that takes long lets other calls in, and can be stopped', async () => {
  await core.importText('Épais', `R4 : ${'a'.repeat(400_000)}\n`);
  const stopping = new AbortController();
  let ended = false;
  const slow = core.client.autoCoding
    .plan({ source: pattern('(a+)+(a|b)*(a|c)*d') }, { signal: stopping.signal })
    .finally(() => {
      ended = true;
    });
  const outcome = slow.catch((error: unknown) => error);
  await core.client.documents.list({});
  expect(ended).toBe(false);
  stopping.abort();
  expect(await outcome).toMatchObject({ code: 'call.cancelled' });
});
