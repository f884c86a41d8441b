import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testCore, type TestCore } from '../helpers/core.ts';

let t: TestCore;
let documentId: number;
beforeEach(async () => {
  t = await testCore({ project: 'study' });
  documentId = await t.importText('R1', TEXT);
});
afterEach(() => t.end());

const TEXT = 'ENQ : Alors ?\nR1 : Entre nous, par Slack, le soir, quand rien ne va plus.\nENQ : Et vous ?\n';
const make = async (name: string, parentId: number | null = null) =>
  (await t.client.codes.create({ name, parentId })).codeId;
const apply = async (codeId: number, start: number, end: number) =>
  (await t.client.codings.create({ documentId, start, end, codeIds: [codeId] })).codingIds[0]!;
const paths = async () => (await t.client.codes.list({})).map((code) => code.path);
const ranges = async (codeId: number) =>
  (await t.client.codings.ofDocument({ documentId }))
    .filter((coding) => coding.codeId === codeId)
    .map(({ start, end }) => [start, end]);

describe('merging codes', () => {
  test('joins segments, memos, hypotheses, definitions and sub-codes, as the preview said, in one step', async () => {
    const aide = await make('Aide');
    const entraide = await make('Entraide');
    await make('Slack', aide);
    await make('Visio', aide);
    const slack = await make('Slack', entraide);
    await t.client.codes.update({ codeId: aide, briefDefinition: 'Aider.', example: 'Un exemple.' });
    await t.client.codes.update({ codeId: entraide, briefDefinition: 'S’aider.' });
    await apply(aide, 19, 24);
    const twin = await apply(aide, 25, 29);
    await t.client.codings.setMemo({ codingId: twin, body: 'note' });
    await t.client.codings.setStance({ codingIds: [twin], stance: 'qualifies' });
    const kept = await apply(entraide, 25, 29);
    await t.client.memos.create({ title: 'M', body: 'm', target: { kind: 'code', id: aide } });
    const { hypothesisId } = await t.client.hypotheses.create({ label: 'H1', title: 'Un' });
    await t.client.hypotheses.map({ codeId: aide, hypothesisId });
    const before = await t.client.codes.list({});

    const preview = await t.client.codes.mergePreview({ codeIds: [aide], intoId: entraide });
    expect(preview).toMatchObject({
      segments: 2,
      duplicates: 1,
      memos: 2,
      mappings: [{ hypothesisId, hypothesisGroupId: null }],
    });
    expect(preview.joins).toHaveLength(2);
    expect(preview.movedIds).toHaveLength(1);

    const merged = await t.client.codes.merge({ codeIds: [aide], intoId: entraide, definitions: 'join' });
    expect(merged).toEqual({ segments: 2, duplicates: 1 });
    expect(await paths()).toEqual(['Entraide', 'Entraide/Slack', 'Entraide/Visio']);
    expect(await ranges(entraide)).toEqual([
      [19, 24],
      [25, 29],
    ]);
    const codings = await t.client.codings.ofDocument({ documentId });
    expect(codings.find((coding) => coding.id === kept)).toMatchObject({ memo: 'note', stance: 'qualifies' });
    expect((await t.client.memos.list({})).map((memo) => memo.target)).toContainEqual({
      kind: 'code',
      id: entraide,
    });
    expect((await t.client.hypotheses.list({}))[0]?.mappings).toMatchObject([{ codeId: entraide }]);
    const [row] = await t.client.codes.list({});
    expect(row).toMatchObject({ briefDefinition: 'S’aider. ; Aider.', example: 'Un exemple.' });
    expect((await t.client.codes.list({})).some((code) => code.id === slack)).toBe(true);

    await t.client.history.undo({});
    expect(await t.client.codes.list({})).toEqual(before);
    expect(await t.client.project.check({})).toMatchObject({ ok: true });
  });

  test('`keep` leaves the definition of the code that stays', async () => {
    const [a, b] = [await make('A'), await make('B')];
    await t.client.codes.update({ codeId: a, fullDefinition: 'de A' });
    await t.client.codes.update({ codeId: b, fullDefinition: 'de B' });
    await t.client.codes.merge({ codeIds: [a], intoId: b, definitions: 'keep' });
    expect(await t.client.codes.list({})).toMatchObject([{ name: 'B', fullDefinition: 'de B' }]);
  });

  test('a sub-code takes the place of the parent that goes into it', async () => {
    await make('Avant');
    const a = await make('A');
    const b = await make('B', a);
    await make('C', a);
    await make('Après');
    await t.client.codes.merge({ codeIds: [a], intoId: b, definitions: 'keep' });
    expect(await paths()).toEqual(['Avant', 'B', 'B/C', 'Après']);
  });

  test('a folder takes no segments, and nothing is changed', async () => {
    const a = await make('A');
    const folder = await t.client.codes.create({ name: 'F', isFolder: true });
    await apply(a, 19, 24);
    const merge = t.client.codes.merge({ codeIds: [a], intoId: folder.codeId, definitions: 'keep' });
    await expect(merge).rejects.toMatchObject({ code: 'code.is-folder' });
    expect(await paths()).toEqual(['A', 'F']);
  });

  test('never loses a word of a segment, and undo gives each back', async () => {
    const range = fc.record({ code: fc.nat(3), start: fc.nat(30), length: fc.integer({ min: 1, max: 12 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(range, { minLength: 1, maxLength: 12 }),
        fc.subarray([0, 1, 2, 3], { minLength: 1 }),
        fc.nat(3),
        async (segments, sources, into) => {
          await t.client.project.create({ path: t.path(`p${Math.random()}.repere`) });
          documentId = await t.importText('R1', TEXT);
          const ids = [await make('A'), await make('B'), await make('C'), await make('D')];
          for (const { code, start, length } of segments) await apply(ids[code]!, start, start + length);
          const before = await t.client.codings.ofDocument({ documentId });
          const part = new Set([...sources.map((each) => ids[each]!), ids[into]!]);
          const covered = before.filter((coding) => part.has(coding.codeId));
          const words = (list: readonly { readonly start: number; readonly end: number }[]) =>
            [
              ...new Set(
                list.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)),
              ),
            ].toSorted((a, b) => a - b);
          const codeIds = sources.map((each) => ids[each]!);
          const preview = await t.client.codes.mergePreview({ codeIds, intoId: ids[into]! });
          const done = await t.client.codes.merge({ codeIds, intoId: ids[into]!, definitions: 'keep' });
          const after = await t.client.codings.ofDocument({ documentId });
          expect(words(after.filter((coding) => coding.codeId === ids[into]))).toEqual(words(covered));
          expect(before.length - after.length).toBe(done.duplicates);
          expect(done).toEqual({ segments: preview.segments, duplicates: preview.duplicates });
          if (sources.some((each) => each !== into)) await t.client.history.undo({});
          expect(await t.client.codings.ofDocument({ documentId })).toEqual(before);
        },
      ),
      { numRuns: 30 },
    );
  }, 120_000);
});

describe('splitting a code', () => {
  test('deals segments out to new codes beside it and to codes that are there; the rest stays', async () => {
    const a = await make('A');
    const b = await make('B');
    const { hypothesisId } = await t.client.hypotheses.create({ label: 'H1', title: 'Un' });
    await t.client.hypotheses.map({ codeId: a, hypothesisId });
    const [one, two, three] = [await apply(a, 19, 24), await apply(a, 25, 29), await apply(a, 0, 3)];
    await apply(b, 25, 29);
    const { codeIds } = await t.client.codes.split({
      codeId: a,
      parts: [
        { codingIds: [one], name: 'A1' },
        { codingIds: [], name: 'A2' },
        { codingIds: [two], codeId: b },
      ],
    });
    expect(await paths()).toEqual(['A', 'A1', 'A2', 'B']);
    expect(codeIds[2]).toBe(b);
    expect(await ranges(codeIds[0]!)).toEqual([[19, 24]]);
    expect(await ranges(b)).toEqual([[25, 29]]);
    expect((await t.client.codings.ofDocument({ documentId })).map((coding) => coding.id)).toContain(three);
    expect((await t.client.hypotheses.list({}))[0]?.mappings).toHaveLength(3);
    await t.client.history.undo({});
    expect(await paths()).toEqual(['A', 'B']);
    expect(await ranges(a)).toHaveLength(3);
  });

  test('inside: the new codes stand below, and the parent’s figure stays the same', async () => {
    const a = await make('A');
    const one = await apply(a, 19, 24);
    const before = (await t.client.codes.counts({})).counts.find((count) => count.codeId === a);
    await t.client.codes.split({ codeId: a, parts: [{ codingIds: [one], name: 'N' }], under: 'inside' });
    expect(await paths()).toEqual(['A', 'A/N']);
    const after = (await t.client.codes.counts({})).counts.find((count) => count.codeId === a);
    expect(after).toMatchObject({ participants: before!.participants, segments: before!.segments });
  });

  test('a segment of another code is refused', async () => {
    const [a, b] = [await make('A'), await make('B')];
    const coding = await apply(b, 19, 24);
    const split = t.client.codes.split({ codeId: a, parts: [{ codingIds: [coding], name: 'N' }] });
    await expect(split).rejects.toMatchObject({ code: 'not-found' });
    expect(await paths()).toEqual(['A', 'B']);
  });
});

describe('many codes at once', () => {
  test('move together in the order of the tree, without what comes along anyway', async () => {
    const [a, b, c, d] = [await make('A'), await make('B'), await make('C'), await make('D')];
    const inside = await make('A1', a);
    await t.client.codes.moveMany({ codeIds: [c, inside, a], parentId: d, position: 0 });
    expect(await paths()).toEqual(['B', 'D', 'D/A', 'D/A/A1', 'D/C']);
    await expect(
      t.client.codes.moveMany({ codeIds: [b, d], parentId: c, position: 0 }),
    ).rejects.toMatchObject({ code: 'code.cycle' });
    await t.client.codes.moveMany({ codeIds: [a, c], parentId: null, position: 1 });
    expect(await paths()).toEqual(['B', 'A', 'A/A1', 'C', 'D']);
  });

  test('two of one name cannot become siblings', async () => {
    const a = await make('A');
    const x = await make('X', a);
    await make('X');
    await expect(
      t.client.codes.moveMany({ codeIds: [x], parentId: null, position: 0 }),
    ).rejects.toMatchObject({ code: 'name.taken' });
  });

  test('a branch takes one colour, and each code keeps its shape unless one is given', async () => {
    const a = await make('A');
    const b = await make('B', a);
    await t.client.codes.update({ codeId: b, shape: 'diamond' });
    await t.client.codes.recolour({ codeIds: [a], colour: 7, wholeBranch: true });
    expect(await t.client.codes.list({})).toMatchObject([{ colour: 7 }, { colour: 7, shape: 'diamond' }]);
    await t.client.codes.recolour({ codeIds: [a], colour: 9, shape: 'square' });
    expect(await t.client.codes.list({})).toMatchObject([{ colour: 9, shape: 'square' }, { colour: 7 }]);
  });

  test('a folder is made where the first stands, and takes over what all of them are mapped to', async () => {
    const [, b, c] = [await make('A'), await make('B'), await make('C')];
    const { hypothesisId } = await t.client.hypotheses.create({ label: 'H1', title: 'Un' });
    for (const codeId of [b, c]) await t.client.hypotheses.map({ codeId, hypothesisId });
    const { codeId } = await t.client.codes.makeFolder({ codeIds: [c, b], name: 'Dossier' });
    expect(await paths()).toEqual(['A', 'Dossier', 'Dossier/B', 'Dossier/C']);
    expect((await t.client.hypotheses.list({}))[0]?.mappings).toMatchObject([{ codeId, wholeBranch: true }]);
    await t.client.history.undo({});
    expect(await paths()).toEqual(['A', 'B', 'C']);
  });

  test('deleting can leave the segments to another code, but not to one that goes', async () => {
    const [a, b] = [await make('A'), await make('B')];
    const inside = await make('A1', a);
    await apply(a, 19, 24);
    await apply(inside, 25, 29);
    await expect(t.client.codes.remove({ codeIds: [a], reassignToId: inside })).rejects.toMatchObject({
      code: 'code.goes-too',
    });
    await t.client.codes.remove({ codeIds: [a], reassignToId: b });
    expect(await paths()).toEqual(['B']);
    expect(await ranges(b)).toHaveLength(2);
  });

  test('first uses follow the order of the documents', async () => {
    const [a, b] = [await make('A'), await make('B')];
    await apply(b, 19, 24);
    await apply(a, 25, 29);
    await make('C');
    expect((await t.client.codes.firstUses({})).map((use) => use.codeId)).toEqual([b, a]);
  });
});

describe('where codes go', () => {
  test('a new code stands at the place that is asked for', async () => {
    const a = await make('A');
    await make('B');
    await t.client.codes.create({ name: 'Z', position: 0 });
    await t.client.codes.create({ name: 'N', position: 1 });
    await t.client.codes.create({ name: 'A1', parentId: a, position: 9 });
    expect(await paths()).toEqual(['Z', 'N', 'A', 'A/A1', 'B']);
    await t.client.history.undo({});
    await t.client.history.undo({});
    expect(await paths()).toEqual(['Z', 'A', 'B']);
  });

  test('several go under a hypothesis, or under none, in one step', async () => {
    const [a, b] = [await make('A'), await make('B')];
    const h1 = (await t.client.hypotheses.create({ label: 'H1', title: 'Un' })).hypothesisId;
    const h2 = (await t.client.hypotheses.create({ label: 'H2', title: 'Deux' })).hypothesisId;
    const { hypothesisGroupId } = await t.client.hypotheses.createGroup({ hypothesisId: h2, name: 'G' });
    const { mappingId } = await t.client.hypotheses.map({ codeId: a, hypothesisId: h1 });
    const items = [
      { codeId: a, mappingId },
      { codeId: b, mappingId: null },
    ];
    await t.client.hypotheses.placeMany({ items, hypothesisId: h2, hypothesisGroupId });
    const mapped = async () =>
      (await t.client.hypotheses.list({})).map((each) => each.mappings.map(({ codeId }) => codeId));
    expect(await mapped()).toEqual([[], [a, b]]);
    await t.client.hypotheses.placeMany({
      items: [{ codeId: a, mappingId }],
      hypothesisId: null,
      hypothesisGroupId: null,
    });
    expect(await mapped()).toEqual([[], [b]]);
    await t.client.history.undo({});
    await t.client.history.undo({});
    expect(await mapped()).toEqual([[a], []]);
  });
});
