import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testCore, type TestCore } from '../helpers/core.ts';

let t: TestCore;
beforeEach(async () => {
  t = await testCore({ project: 'study' });
});
afterEach(() => t.end());

const GROUP = 'Enq > Alors ?\nE1 > D’abord le bruit.\nE2 > Moi, le froid.\nNote : rien à voir.\nE1 > Oui.\n';
const PATTERN = '%NOM% >';

async function draft(text: string, fileName = 'groupe.txt') {
  const stagedId = await t.core.stage(fileName, new TextEncoder().encode(text));
  const [inspected] = await t.client.import.inspect({ files: [{ kind: 'staged', stagedId, fileName }] });
  if (inspected?.ok !== true) throw new Error('unreadable');
  return inspected.draft;
}

async function redetected(text: string, fileName?: string) {
  const { draftId } = await draft(text, fileName);
  const [fresh] = await t.client.import.redetect({ draftIds: [draftId], pattern: PATTERN });
  return fresh!;
}

async function imported(text: string): Promise<number> {
  const { draftId } = await redetected(text);
  const { documentIds } = await t.client.import.confirm({ drafts: [{ draftId, headingsAsTopics: false }] });
  return documentIds[0]!;
}

const replace = async (documentId: number, draftId: string) => {
  const { textVersionId } = await t.client.import.proposeReplacement({ draftId, documentId });
  await t.client.import.replace({ draftId, documentId, textVersionId });
};

const labels = async (documentId: number) =>
  (await t.client.documents.get({ documentId })).speakers.map(({ label }) => label);

describe('a pattern at import', () => {
  test('finds the speakers that the usual patterns miss, as shown before anything is imported', async () => {
    expect(await draft(GROUP)).toMatchObject({ pattern: null, speakers: [], speakerConfidence: 0 });
    const fresh = await redetected(GROUP);
    expect(fresh).toMatchObject({ pattern: PATTERN, speakerConfidence: 1, turns: 4, rejected: [] });
    expect(fresh.speakers.map(({ label, turns, roleGuess }) => [label, turns, roleGuess])).toEqual([
      ['Enq', 1, 'interviewer'],
      ['E1', 2, 'participant'],
      ['E2', 1, 'participant'],
    ]);
    const shown = fresh.preview.map(({ label, labelLength, text }) => [label, text.slice(labelLength)]);
    expect(shown.slice(1, 4)).toEqual([
      ['E1', 'D’abord le bruit.'],
      ['E2', 'Moi, le froid.'],
      [null, 'Note : rien à voir.'],
    ]);
  });

  test('gives each person of a group their own words; undo forgets document and pattern', async () => {
    const documentId = await imported(GROUP);
    const { text, turns, speakers } = await t.client.documents.get({ documentId });
    const nameOf = (id: number) => speakers.find((each) => each.id === id)!.name;
    expect(turns.map((turn) => [nameOf(turn.speakerId), text.slice(turn.bodyStart, turn.end)])).toEqual([
      ['Enq', 'Alors ?'],
      ['E1', 'D’abord le bruit.'],
      ['E2', 'Moi, le froid.\nNote : rien à voir.'],
      ['E1', 'Oui.'],
    ]);
    expect((await t.client.participants.list({})).map(({ name }) => name)).toEqual(['E1', 'E2']);
    await t.client.history.undo({});
    expect(await t.client.settings.project({})).toEqual({});
  });

  test('can be taken back, and one that cannot be read leaves the draft as it was', async () => {
    const { draftId } = await redetected(GROUP);
    const bad = t.client.import.redetect({ draftIds: [draftId], pattern: 'E2 >' });
    await expect(bad).rejects.toMatchObject({
      code: 'speakers.pattern',
      details: { problem: 'no-name' },
      message: expect.stringContaining('où est le nom') as string,
    });
    const [usual] = await t.client.import.redetect({ draftIds: [draftId], pattern: null });
    expect(usual).toMatchObject({ pattern: null, speakers: [] });
    await expect(
      t.client.import.redetect({ draftIds: [draftId, 'gone'], pattern: null }),
    ).rejects.toMatchObject({ code: 'draft.missing' });
  });

  test('is not needed for a single label: what was rejected may be accepted', async () => {
    const { draftId, rejected, speakers } = await draft(
      'Q : Oui ?\nR : Non.\nMarie : Ah.\nQ : Fin ?\nR : Oui.\n',
    );
    expect(speakers.map(({ label }) => label)).toEqual(['Q', 'R']);
    expect(rejected).toMatchObject([{ label: 'Marie', turns: 1, sample: 'Ah.' }]);
    const role = 'participant' as const;
    const { documentIds } = await t.client.import.confirm({
      drafts: [{ draftId, headingsAsTopics: false, speakers: [{ label: 'Marie', name: 'Marie', role }] }],
    });
    expect(await labels(documentIds[0]!)).toEqual(['Marie']);
  });
});

describe('a corrected file', () => {
  const CORRECTED = GROUP.replace('E2 > Moi', 'E3 > Et moi');

  test('is read with the pattern of the document that it may replace, from its inspection on', async () => {
    const documentId = await imported(GROUP);
    const newer = await draft(CORRECTED);
    expect(newer).toMatchObject({ pattern: PATTERN, versionOf: { documentId } });
    await replace(documentId, newer.draftId);
    expect(await labels(documentId)).toEqual(['Enq', 'E1', 'E2', 'E3']);
    expect((await t.client.documents.get({ documentId })).turns).toHaveLength(4);
    expect(await draft(CORRECTED, 'groupe.txt')).toMatchObject({ pattern: PATTERN });
  });

  test('under another name is, too, when it replaces a document', async () => {
    const documentId = await imported(GROUP);
    const newer = await draft(CORRECTED, 'relu.txt');
    expect(newer).toMatchObject({ pattern: null, versionOf: null });
    await replace(documentId, newer.draftId);
    expect(await labels(documentId)).toContain('E3');
  });

  test('is read as usual once the person said so', async () => {
    const documentId = await imported(GROUP);
    const { draftId } = await draft('Enq : Alors ?\nE1 : Le bruit.\nE9 : Le vent.\n');
    await t.client.import.redetect({ draftIds: [draftId], pattern: null });
    await replace(documentId, draftId);
    expect(await labels(documentId)).toContain('E9');
    expect(await t.client.settings.project({})).toEqual({});
  });

  test('follows a pattern given after the import; a removed document takes it along', async () => {
    const documentId = await t.importText('groupe', GROUP);
    await t.client.speakers.redetect({ documentIds: [documentId], pattern: PATTERN });
    expect(await draft(CORRECTED)).toMatchObject({ pattern: PATTERN });
    await t.client.documents.remove({ documentIds: [documentId] });
    expect(await t.client.settings.project({})).toEqual({});
  });

  test('of names: pseudonyms go into the pattern, too', async () => {
    const documentId = await t.importText('groupe', 'Anna > Oui.\nRosa > Non.\n');
    await t.client.speakers.redetect({ documentIds: [documentId], pattern: '/(Anna|Rosa) >/' });
    await t.client.pseudonyms.add({ kind: 'person', name: 'Rosa', replacement: 'Mme "B"' });
    await t.client.pseudonyms.apply({ elision: 'none' });
    expect(Object.values(await t.client.settings.project({}))).toEqual([
      JSON.stringify('/(Anna|Mme "B") >/'),
    ]);
  });
});
