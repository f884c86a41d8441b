import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testCore, type TestCore } from '../helpers/core.ts';

let t: TestCore;
let documentId: number;
beforeEach(async () => {
  t = await testCore({ project: 'study' });
  documentId = await t.importText('R1', TEXT);
  const { codeId } = await t.client.codes.create({ name: 'Outils' });
  for (const words of ['par Slack', 'des collègues de sciences', 'Jamais']) {
    const start = TEXT.indexOf(words);
    await t.client.codings.create({ documentId, start, end: start + words.length, codeIds: [codeId] });
  }
});
afterEach(() => t.end());

const TEXT =
  'ENQ : Alors ?\nR1 : Entre nous, par Slack surtout, avec des collègues de sciences.\nENQ : Et vous ?\nR1 : Jamais.\n';
const CORRECTED =
  'ENQ : Bon, alors ?\nR1 : Entre nous, par Slack surtout, avec deux collègues de sciences.\nENQ : Et vous ?\nR1 : Souvent.\nMarie : Moi aussi.\nMarie : Et toujours.\n';

async function draft(text: string, fileName = 'R1.txt') {
  const stagedId = await t.core.stage(fileName, new TextEncoder().encode(text));
  const [inspected] = await t.client.import.inspect({ files: [{ kind: 'staged', stagedId, fileName }] });
  if (inspected?.ok !== true) throw new Error('unreadable');
  return inspected.draft;
}

async function coded(): Promise<readonly string[]> {
  const { text } = await t.client.documents.get({ documentId });
  return (await t.client.codings.ofDocument({ documentId })).map(({ start, end }) => text.slice(start, end));
}

describe('a corrected file', () => {
  test('is known as a version of the document that has its name', async () => {
    expect(await draft(CORRECTED)).toMatchObject({
      duplicateOf: null,
      versionOf: { documentId, name: 'R1' },
    });
    expect(await draft(CORRECTED, 'autre.txt')).toMatchObject({ versionOf: null });
  });

  test('is compared: what is kept, doubtful, lost', async () => {
    const { draftId } = await draft(CORRECTED);
    const proposal = await t.client.import.proposeReplacement({ draftId, documentId });
    expect(proposal.counts).toEqual({ kept: 1, moved: 0, doubtful: 1, lost: 1 });
    expect(proposal.items).toMatchObject([
      { fate: 'kept', quotation: 'par Slack', found: 'par Slack', name: 'Outils' },
      { fate: 'doubtful', quotation: 'des collègues de sciences', found: 'deux collègues de sciences' },
      { fate: 'lost', quotation: 'Jamais', found: null },
    ]);
  });

  test('takes the place of the text once something is said about everything lost; undo brings all back', async () => {
    const { draftId } = await draft(CORRECTED);
    const { textVersionId, items } = await t.client.import.proposeReplacement({ draftId, documentId });
    const input = { draftId, documentId, textVersionId };
    await expect(t.client.import.replace(input)).rejects.toMatchObject({ code: 'replace.loses' });
    const start = CORRECTED.indexOf('Souvent');
    const lost = items.find(({ fate }) => fate === 'lost')!;
    const placements = [{ kind: lost.kind, id: lost.id, range: { start, end: start + 7 } }];
    await t.client.import.replace({ ...input, placements });
    expect(await coded()).toEqual(['par Slack', 'deux collègues de sciences', 'Souvent']);
    const after = await t.client.documents.get({ documentId });
    expect(after.speakers.map(({ label }) => label)).toEqual(['ENQ', 'R1', 'Marie']);
    expect(after.turns).toHaveLength(6);
    expect(await t.client.project.check({})).toMatchObject({ ok: true });
    await t.client.history.undo({});
    expect(await coded()).toEqual(['par Slack', 'des collègues de sciences', 'Jamais']);
    expect((await t.client.documents.get({ documentId })).text).toBe(TEXT);
  });

  test('may drop what is lost when the person says so', async () => {
    const { draftId } = await draft(CORRECTED);
    const { textVersionId, items } = await t.client.import.proposeReplacement({ draftId, documentId });
    const lost = items.find(({ fate }) => fate === 'lost')!;
    const placements = [{ kind: lost.kind, id: lost.id, range: null }];
    const done = await t.client.import.replace({ draftId, documentId, textVersionId, placements });
    expect(done).toMatchObject({ codingsDropped: 1 });
    expect(await coded()).toEqual(['par Slack', 'deux collègues de sciences']);
  });

  test('refuses a place that is none of the new text', async () => {
    const { draftId } = await draft(CORRECTED);
    const { textVersionId, items } = await t.client.import.proposeReplacement({ draftId, documentId });
    const placements = items.map(({ kind, id }) => ({ kind, id, range: { start: 0, end: 100_000 } }));
    await expect(
      t.client.import.replace({ draftId, documentId, textVersionId, placements }),
    ).rejects.toMatchObject({ code: 'range.outside' });
  });
});
