import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mergeRanges, overlaps } from '../../src/text/range.ts';
import { testCore, type TestCore } from '../helpers/core.ts';

const TEXT = 'R1 : Le soir, par Slack. Puis par Zoom, toujours. Et plus rien.\nR1 : Autre chose.\n';

let t: TestCore;
let documentId: number;
let aide: number;
let outils: number;
beforeEach(async () => {
  t = await testCore({ project: 'study' });
  documentId = await t.importText('R1', TEXT);
  aide = (await t.client.codes.create({ name: 'Aide' })).codeId;
  outils = (await t.client.codes.create({ name: 'Outils' })).codeId;
});
afterEach(() => t.end());

const apply = async (codeId: number, start: number, end: number) =>
  (await t.client.codings.create({ documentId, start, end, codeIds: [codeId] })).codingIds[0]!;
const all = () => t.client.codings.ofDocument({ documentId });
const ranges = async () => (await all()).map(({ start, end }) => [start, end]);
const joins = () => t.client.settings.setProject({ key: 'codings.overlaps', value: '"join"' });

test('digits given to codes are told by name, each a step of its own, and undone', async () => {
  const give = (digits: Record<string, number>) =>
    t.client.settings.setProject({ key: 'codes.quick', value: JSON.stringify(digits) });
  await give({ 3: outils });
  await give({ 3: outils, 4: aide });
  await give({ 3: outils });
  const steps = await t.client.history.list({ limit: 3 });
  expect(steps.map(({ label }) => label.replaceAll('\u00a0', ' '))).toEqual([
    'chiffre 4 retiré à « Aide »',
    'chiffre 4 donné à « Aide »',
    'chiffre 3 donné à « Outils »',
  ]);
  await t.client.history.undo({});
  expect((await t.client.settings.project({}))['codes.quick']).toBe(JSON.stringify({ 3: outils, 4: aide }));
});

describe('weight and key quotation', () => {
  test('are kept, given out with the quotations, and undone', async () => {
    const id = await apply(aide, 5, 12);
    await t.client.codings.setWeight({ codingIds: [id], weight: 70 });
    await t.client.codings.setKey({ codingIds: [id], isKey: true });
    // The lists of quotations can be limited to what was just said of it.
    const found = async (selection: object) => t.client.analysis.segmentIds(selection);
    expect(await found({ isKey: true })).toEqual([id]);
    expect(await found({ weight: { min: 70, max: 100 } })).toEqual([id]);
    expect(await found({ weight: { min: 0, max: 69 } })).toEqual([]);
    expect(await all()).toMatchObject([{ weight: 70, isKey: true }]);
    await t.client.history.undo({});
    await t.client.history.undo({});
    expect(await all()).toMatchObject([{ weight: null, isKey: false }]);
  });

  test('a weight is a whole number from 0 to 100', async () => {
    const id = await apply(aide, 5, 12);
    for (const weight of [-1, 101, 1.5])
      await expect(t.client.codings.setWeight({ codingIds: [id], weight })).rejects.toMatchObject({
        code: 'input.invalid',
      });
  });
});

describe('cutting and merging', () => {
  test('a segment cut in two keeps its memo on the first part, stance and weight on both', async () => {
    const id = await apply(aide, 5, 49);
    await t.client.codings.setMemo({ codingId: id, body: 'note' });
    await t.client.codings.setWeight({ codingIds: [id], weight: 5 });
    await t.client.codings.setStance({ codingIds: [id], stance: 'supports' });
    const { codingIds } = await t.client.codings.split({ codingId: id, at: 24 });
    expect(await all()).toMatchObject([
      { id, start: 5, end: 24, memo: 'note', weight: 5, stance: 'supports' },
      { id: codingIds[1], start: 25, end: 49, memo: null, weight: 5, stance: 'supports' },
    ]);
    await expect(t.client.codings.split({ codingId: id, at: 24 })).rejects.toMatchObject({
      code: 'codings.split-outside',
    });
  });

  test('merged segments hold everything that was said of either; the first stance stays and that is told', async () => {
    const [one, two] = [await apply(aide, 5, 24), await apply(aide, 25, 49)];
    const other = await apply(outils, 50, 63);
    await t.client.codings.setMemo({ codingId: one, body: 'un' });
    await t.client.codings.setMemo({ codingId: two, body: 'deux' });
    await t.client.codings.setStance({ codingIds: [one], stance: 'supports' });
    await t.client.codings.setStance({ codingIds: [two], stance: 'contradicts' });
    await t.client.codings.setKey({ codingIds: [two], isKey: true });
    await t.client.codings.link({ fromId: two, toId: other, kind: 'explains' });
    await t.client.codings.link({ fromId: one, toId: two, kind: 'continues' });
    const before = await all();
    expect(await t.client.codings.merge({ codingIds: [two, one] })).toEqual({
      codingId: one,
      stancesDiffered: true,
    });
    expect(await all()).toMatchObject([
      { id: one, start: 5, end: 49, memo: 'un\n\ndeux', stance: 'supports', isKey: true },
      { id: other },
    ]);
    expect(await t.client.codings.links({ documentId })).toMatchObject([
      { kind: 'explains', from: { codingId: one }, to: { codingId: other, excerpt: 'Et plus rien.' } },
    ]);
    await t.client.history.undo({});
    expect(await all()).toEqual(before);
    expect(await t.client.codings.links({ documentId })).toHaveLength(2);
  });

  test('segments of two codes, or with words between, are not merged', async () => {
    const [one, two] = [await apply(aide, 5, 12), await apply(aide, 25, 49)];
    await expect(t.client.codings.merge({ codingIds: [one, two] })).rejects.toMatchObject({
      code: 'codings.apart',
    });
    const three = await apply(outils, 5, 12);
    await expect(t.client.codings.merge({ codingIds: [one, three] })).rejects.toMatchObject({
      code: 'codings.different',
    });
  });
});

describe('recoding', () => {
  test('gives segments another code; equal ones become one and their memos are joined', async () => {
    const [one, two] = [await apply(aide, 5, 12), await apply(outils, 5, 12)];
    const three = await apply(aide, 25, 49);
    await t.client.codings.setMemo({ codingId: one, body: 'un' });
    await t.client.codings.setMemo({ codingId: two, body: 'deux' });
    expect(await t.client.codings.recode({ codingIds: [one, three], codeId: outils })).toEqual({
      codings: 2,
      joined: 1,
    });
    expect(await all()).toMatchObject([
      { id: two, codeId: outils, memo: 'deux\n\nun' },
      { id: three, codeId: outils },
    ]);
  });

  test('segments of two codes on one passage become one', async () => {
    const third = (await t.client.codes.create({ name: 'Tout' })).codeId;
    const ids = [await apply(aide, 5, 12), await apply(outils, 5, 12)];
    expect(await t.client.codings.recode({ codingIds: ids, codeId: third })).toEqual({
      codings: 2,
      joined: 1,
    });
    expect(await all()).toMatchObject([{ codeId: third }]);
  });

  test('the codes of a passage are copied to another, each once', async () => {
    await apply(aide, 5, 12);
    await apply(aide, 8, 14);
    await apply(outils, 10, 30);
    await apply(outils, 50, 63);
    const made = await t.client.codings.copyCodes({
      from: { documentId, start: 6, end: 14 },
      to: { documentId, start: 50, end: 63 },
    });
    expect(made).toMatchObject({ codingIds: [expect.any(Number)], alreadyThere: 1 });
    expect((await all()).filter((each) => each.start === 50).map((each) => each.codeId)).toEqual([
      outils,
      aide,
    ]);
  });
});

describe('links', () => {
  test('are made once, refused to itself, and go with their segments', async () => {
    const [one, two] = [await apply(aide, 5, 12), await apply(outils, 25, 49)];
    const { linkId } = await t.client.codings.link({ fromId: one, toId: two, kind: 'explains' });
    expect(await t.client.codings.link({ fromId: one, toId: two, kind: 'explains' })).toEqual({ linkId });
    await expect(t.client.codings.link({ fromId: one, toId: one, kind: 'explains' })).rejects.toMatchObject({
      code: 'codings.link-self',
    });
    await t.client.codings.remove({ codingIds: [two] });
    expect(await t.client.codings.links({ documentId })).toEqual([]);
    await t.client.history.undo({});
    expect(await t.client.codings.links({ documentId })).toMatchObject([{ id: linkId }]);
    await t.client.codings.unlink({ linkId });
    expect(await t.client.codings.links({ documentId })).toEqual([]);
  });
});

describe('overlaps of one code', () => {
  test('are kept unless the project says otherwise', async () => {
    await apply(aide, 5, 24);
    await apply(aide, 20, 49);
    expect(await ranges()).toEqual([
      [5, 24],
      [20, 49],
    ]);
  });

  test('are joined into the oldest when coding, into the one in hand when resizing', async () => {
    await joins();
    const one = await apply(aide, 5, 24);
    expect(await apply(aide, 20, 30)).toBe(one);
    const two = await apply(aide, 40, 63);
    await t.client.codings.resize({ codingId: two, start: 30, end: 63 });
    // Ranges that only touch do not overlap.
    expect(await ranges()).toEqual([
      [5, 30],
      [30, 63],
    ]);
    await t.client.codings.resize({ codingId: two, start: 28, end: 63 });
    expect(await all()).toMatchObject([{ id: two, start: 5, end: 63 }]);
  });

  test('joined, cover what the passages cover, in any order', async () => {
    await joins();
    // At even positions with a gap, so that no two of them only touch.
    const place = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 10 }));
    await fc.assert(
      fc.asyncProperty(fc.array(place, { minLength: 1, maxLength: 8 }), async (places) => {
        const passages = places.map(([start, length]) => ({
          documentId,
          start: start * 2,
          end: (start + length) * 2 - 1,
        }));
        await t.client.codings.createMany({ codePath: 'Aide', passages });
        expect(await ranges()).toEqual(mergeRanges(passages).map(({ start, end }) => [start, end]));
        await t.client.history.undo({});
        expect(await all()).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('finding segments', () => {
  const found = async (text: string, limit = 10) => {
    const { segments, isMore } = await t.client.search.segments({ text, limit });
    return { ids: segments.map(({ codingId }) => codingId), isMore };
  };

  test('by the beginning of a word they hold, however it is written, then by the name of their code', async () => {
    const [slack, zoom] = [await apply(aide, 5, 24), await apply(outils, 25, 48)];
    expect(await found('sláck')).toEqual({ ids: [slack], isMore: false });
    expect(await found('zo')).toEqual({ ids: [zoom], isMore: false });
    expect(await found('OUTIL')).toEqual({ ids: [zoom], isMore: false });
    expect(await found('par', 1)).toEqual({ ids: [slack], isMore: true });
    expect(await found('autre')).toEqual({ ids: [], isMore: false });
    expect(await found('  ')).toEqual({ ids: [], isMore: false });
  });

  test('with where they stand and how they begin, each once', async () => {
    const id = await apply(outils, 5, 48);
    expect((await t.client.search.segments({ text: 'par', limit: 10 })).segments).toEqual([
      {
        codingId: id,
        documentId,
        documentName: 'R1',
        codeId: outils,
        start: 5,
        end: 48,
        paragraph: 1,
        excerpt: TEXT.slice(5, 48),
      },
    ]);
  });
});

describe('what replacing a code would do', () => {
  test('is told beforehand as it then happens, whatever the codings are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ code: fc.nat(2), start: fc.nat(12), length: fc.integer({ min: 1, max: 6 }) }), {
          minLength: 1,
          maxLength: 14,
        }),
        async (wanted) => {
          const other = await testCore({ project: 'study' });
          const id = await other.importText('R1', TEXT);
          const codeIds: number[] = [];
          for (const name of ['A', 'B', 'C'])
            codeIds.push((await other.client.codes.create({ name })).codeId);
          const codings: number[] = [];
          for (const { code, start, length } of wanted)
            codings.push(
              ...(
                await other.client.codings.create({
                  documentId: id,
                  start: 5 + start,
                  end: 5 + start + length,
                  codeIds: [codeIds[code]!],
                })
              ).codingIds,
            );
          const input = { codingIds: codings, codeId: codeIds[0]! };
          const before = await other.client.codings.recodePreview(input);
          const had = await other.client.codings.ofDocument({ documentId: id });
          const done = await other.client.codings.recode(input);
          expect(done).toEqual({ codings: before.codings, joined: before.joined });
          const after = await other.client.codings.ofDocument({ documentId: id });
          expect(after).toHaveLength(codings.length - before.joined);
          const old = new Set(had.filter((each) => each.codeId === codeIds[0]).map((each) => each.id));
          const ofCode = after.filter((each) => each.codeId === codeIds[0]);
          const meeting = ofCode.filter(
            (each) => !old.has(each.id) && ofCode.some((one) => one !== each && overlaps(one, each)),
          );
          expect(before.overlapping).toBe(meeting.length);
          await other.end();
        },
      ),
      { numRuns: 15 },
    );
  });

  test('says which would overlap one of the code, and whether the project joins them', async () => {
    await apply(aide, 5, 12);
    const [near, apart] = [await apply(outils, 9, 20), await apply(outils, 30, 40)];
    const input = { codingIds: [near, apart], codeId: aide };
    const expected = { codings: 2, joined: 0, overlapping: 1 };
    expect(await t.client.codings.recodePreview(input)).toEqual({ ...expected, overlapsJoin: false });
    await joins();
    expect(await t.client.codings.recodePreview(input)).toEqual({ ...expected, overlapsJoin: true });
    expect(await t.client.codings.ofCode({ codeId: outils })).toEqual([
      { codingId: near, documentId },
      { codingId: apart, documentId },
    ]);
  });
});
