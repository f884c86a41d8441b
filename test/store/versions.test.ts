import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testCore, type TestCore } from '../helpers/core.ts';

let t: TestCore;
beforeEach(async () => {
  t = await testCore({ project: 'study' });
});
afterEach(() => t.end());

const make = async (name: string, parentId: number | null = null) =>
  (await t.client.codes.create({ name, parentId })).codeId;

describe('versions of the codebook', () => {
  test('one that was just kept differs in nothing from the codebook', async () => {
    await make('A', await make('B'));
    const { versionId } = await t.client.versions.create({ name: 'Avant relecture' });
    expect(await t.client.versions.list({})).toMatchObject([
      { id: versionId, name: 'Avant relecture', reason: 'named', coderName: 'Camille', codes: 2 },
    ]);
    expect(await t.client.versions.difference({ fromId: versionId, toId: null })).toEqual([]);
  });

  test('compares with the present and with another version', async () => {
    const a = await make('A');
    const first = await t.client.versions.create({ name: '1' });
    await t.client.codes.update({ codeId: a, name: 'Aide' });
    const second = await t.client.versions.create({ name: '2' });
    await make('B');
    const renamed = { kind: 'renamed', path: 'Aide', from: 'A', to: 'Aide' };
    const added = { kind: 'added', path: 'B', from: null };
    const [fromId, toId] = [first.versionId, second.versionId];
    expect(await t.client.versions.difference({ fromId, toId })).toEqual([renamed]);
    expect(await t.client.versions.difference({ fromId, toId: null })).toEqual([renamed, added]);
    expect(await t.client.versions.difference({ fromId: toId, toId: null })).toEqual([added]);
  });

  test('the program keeps one before merging, splitting and removing several, and undo takes it back', async () => {
    const documentId = await t.importText('R1', 'R1 : Entre nous, par Slack.\nENQ : Oui ?\n');
    const [a, b, c] = [await make('A'), await make('B'), await make('C')];
    await t.client.codings.create({ documentId, start: 5, end: 10, codeIds: [b] });
    await t.client.codes.merge({ codeIds: [a], intoId: b, definitions: 'keep' });
    const [version] = await t.client.versions.list({});
    expect(version).toMatchObject({ name: '', reason: 'merge', subject: 'A, B', codes: 3 });
    expect(await t.client.versions.difference({ fromId: version!.id, toId: null })).toEqual([
      { kind: 'merged', path: 'A', into: 'B' },
    ]);
    await t.client.history.undo({});
    expect(await t.client.versions.list({})).toEqual([]);
    await t.client.history.redo({});

    const [quotation] = (await t.client.analysis.segments({ codeIds: [b] })).quotations;
    await t.client.codes.split({ codeId: b, parts: [{ codingIds: [quotation!.codingId], name: 'B1' }] });
    const [split] = await t.client.versions.list({});
    expect(split).toMatchObject({ reason: 'split', subject: 'B' });
    expect(await t.client.versions.difference({ fromId: split!.id, toId: null })).toEqual([
      { kind: 'added', path: 'B1', from: 'B' },
    ]);
    await t.client.codes.remove({ codeIds: [b, c] });
    expect((await t.client.versions.list({})).map((each) => each.reason)).toEqual([
      'remove',
      'split',
      'merge',
    ]);
    await t.client.versions.create({ name: 'N' });
    await t.client.codes.remove({ codeIds: [(await t.client.codes.list({}))[0]!.id] });
    expect(await t.client.versions.list({}), 'a single code is no reason').toHaveLength(4);
  });

  test('is not kept twice when nothing changed in between', async () => {
    const [a, b] = [await make('A'), await make('B')];
    await t.client.versions.create({ name: 'Juste avant' });
    await t.client.codes.merge({ codeIds: [a], intoId: b, definitions: 'keep' });
    expect(await t.client.versions.list({})).toMatchObject([{ name: 'Juste avant' }]);
  });

  test('can be named and removed, and undo brings it back', async () => {
    const [a, b] = [await make('A'), await make('B')];
    await t.client.codes.merge({ codeIds: [a], intoId: b, definitions: 'keep' });
    const [version] = await t.client.versions.list({});
    await t.client.versions.rename({ versionId: version!.id, name: 'Avant fusion' });
    await t.client.versions.remove({ versionId: version!.id });
    expect(await t.client.versions.list({})).toEqual([]);
    await t.client.history.undo({});
    expect(await t.client.versions.list({})).toMatchObject([{ name: 'Avant fusion', reason: 'merge' }]);
  });

  test('holds no name any more once the project is sealed', async () => {
    const a = await make('A');
    await t.client.codes.update({ codeId: a, example: 'Comme dit Paul "Popaul", de Lyon.' });
    const { versionId } = await t.client.versions.create({ name: 'Avec Paul' });
    await t.client.pseudonyms.add({ kind: 'person', name: 'Paul', replacement: 'Éloi "E"' });
    await t.client.pseudonyms.apply({});
    await t.client.pseudonyms.seal({ confirmed: true });
    const [version] = await t.client.versions.list({});
    expect(version!.name).toBe('Avec Éloi "E"');
    expect(await t.client.versions.difference({ fromId: versionId, toId: null })).toEqual([]);
  });
});

describe('sets', () => {
  test('hold codes, documents or participants by name; what goes from the project goes from them', async () => {
    const documentId = await t.importText('R1', 'R1 : Oui.\nENQ : Ah ?\n');
    const [a, b] = [await make('A'), await make('B')];
    const { setId } = await t.client.sets.create({ kind: 'codes', name: 'Noyau', memberIds: [a, b, a] });
    await t.client.sets.create({ kind: 'documents', name: 'Noyau', memberIds: [documentId] });
    await expect(t.client.sets.create({ kind: 'codes', name: 'Noyau', memberIds: [] })).rejects.toMatchObject(
      { code: 'name.taken' },
    );
    await expect(
      t.client.sets.create({ kind: 'documents', name: 'X', memberIds: [999] }),
    ).rejects.toMatchObject({ code: 'not-found' });
    expect(await t.client.sets.list({})).toMatchObject([
      { id: setId, kind: 'codes', name: 'Noyau', memberIds: [a, b] },
      { kind: 'documents', memberIds: [documentId] },
    ]);
    await t.client.codes.remove({ codeIds: [a] });
    expect((await t.client.sets.list({}))[0]!.memberIds).toEqual([b]);
    await t.client.history.undo({});
    expect((await t.client.sets.list({}))[0]!.memberIds).toEqual([a, b]);
  });

  test('take another name and other members; a code that is merged hands its place on', async () => {
    const [a, b, c] = [await make('A'), await make('B'), await make('C')];
    const { setId } = await t.client.sets.create({ kind: 'codes', name: 'Noyau', memberIds: [a, b] });
    await t.client.sets.update({ setId, name: 'Cœur', memberIds: [b, c] });
    expect(await t.client.sets.list({})).toMatchObject([{ name: 'Cœur', memberIds: [b, c] }]);
    await t.client.codes.merge({ codeIds: [b], intoId: a, definitions: 'keep' });
    expect((await t.client.sets.list({}))[0]!.memberIds.toSorted()).toEqual([a, c].toSorted());
    await t.client.sets.remove({ setId });
    expect(await t.client.codes.list({})).toHaveLength(2);
  });
});
