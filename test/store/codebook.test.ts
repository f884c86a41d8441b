import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testCore, type TestCore } from '../helpers/core.ts';

let t: TestCore;
beforeEach(async () => {
  t = await testCore({ project: 'study' });
});
afterEach(() => t.end());

const TEXT = 'ENQ : Alors ?\nR1 : Entre nous 😀, par Slack.\nENQ : Et vous ?\nR2 : Jamais.\n';
const paths = async () => (await t.client.codes.list({})).map((code) => code.path);

describe('the tree of codes', () => {
  test('lists parents before children, siblings in order, with written paths', async () => {
    const { codeId: parentId } = await t.client.codes.create({ name: 'Outils' });
    await t.client.codes.create({ name: 'Mail / courriel', parentId });
    await t.client.codes.create({ name: 'Réseau' });
    await t.client.codes.create({ name: 'Zoom', parentId });
    expect(await paths()).toEqual(['Outils', String.raw`Outils/Mail \/ courriel`, 'Outils/Zoom', 'Réseau']);
  });

  test('moves among siblings and to another parent, and closes the gap left behind', async () => {
    const ids: number[] = [];
    for (const name of ['A', 'B', 'C', 'D']) ids.push((await t.client.codes.create({ name })).codeId);
    await t.client.codes.move({ codeId: ids[3]!, parentId: null, position: 0 });
    expect(await paths()).toEqual(['D', 'A', 'B', 'C']);
    await t.client.codes.move({ codeId: ids[1]!, parentId: ids[0]!, position: 0 });
    expect(await paths()).toEqual(['D', 'A', 'A/B', 'C']);
    const list = await t.client.codes.list({});
    expect(list.filter((code) => code.parentId === null).map((code) => code.position)).toEqual([0, 1, 2]);
    await t.client.history.undo({});
    await t.client.history.undo({});
    expect(await paths()).toEqual(['A', 'B', 'C', 'D']);
  });

  test('refuses a cycle, of one step or of many', async () => {
    const { codeId: a } = await t.client.codes.create({ name: 'A' });
    const { codeId: b } = await t.client.codes.create({ name: 'B', parentId: a });
    const { codeId: c } = await t.client.codes.create({ name: 'C', parentId: b });
    for (const parentId of [a, b, c]) {
      await expect(t.client.codes.move({ codeId: a, parentId, position: 0 })).rejects.toMatchObject({
        code: 'code.cycle',
      });
    }
    expect(await paths()).toEqual(['A', 'A/B', 'A/B/C']);
  });

  test('refuses a name that a sibling has, and takes it elsewhere', async () => {
    const { codeId } = await t.client.codes.create({ name: 'A' });
    await expect(t.client.codes.create({ name: ' A ' })).rejects.toMatchObject({ code: 'name.taken' });
    await t.client.codes.create({ name: 'A', parentId: codeId });
    expect(await paths()).toEqual(['A', 'A/A']);
  });

  test('removing says what goes along, takes it, and undo brings all of it back', async () => {
    const documentId = await t.importText('R1', TEXT);
    const { codeId } = await t.client.codes.create({ name: 'A' });
    const { codeId: child } = await t.client.codes.create({ name: 'B', parentId: codeId });
    const { hypothesisId } = await t.client.hypotheses.create({ label: 'H1', title: 'Un' });
    await t.client.hypotheses.map({ codeId: child, hypothesisId });
    const { codingIds } = await t.client.codings.create({
      documentId,
      start: 19,
      end: 30,
      codeIds: [codeId, child],
    });
    await t.client.codings.setMemo({ codingId: codingIds[0]!, body: 'note' });
    const impact = await t.client.codes.removalImpact({ codeIds: [codeId] });
    expect(impact).toEqual({ codes: 2, codings: 2, documents: 1, memos: 1, mappings: 1 });
    await t.client.codes.remove({ codeIds: [codeId] });
    expect(await paths()).toEqual([]);
    expect(await t.client.memos.list({})).toEqual([]);
    await t.client.history.undo({});
    expect(await t.client.codes.removalImpact({ codeIds: [codeId] })).toEqual(impact);
    expect(await t.client.project.check({})).toMatchObject({ ok: true });
  });
});

describe('codings', () => {
  let documentId: number;
  let codeId: number;
  let text: string;
  beforeEach(async () => {
    documentId = await t.importText('R1', TEXT);
    ({ codeId } = await t.client.codes.create({ name: 'A' }));
    ({ text } = await t.client.documents.get({ documentId }));
  });
  const create = (start: number, end: number) =>
    t.client.codings.create({ documentId, start, end, codeIds: [codeId] });

  test.each([
    ['outside the text', 0, 9_999, 'range.outside'],
    ['before the text', -1, 4, 'range.outside'],
    ['empty', 4, 4, 'range.empty'],
    ['backwards', 9, 4, 'range.empty'],
  ])('a passage %s is refused', async (_name, start, end, code) => {
    await expect(create(start, end)).rejects.toMatchObject({
      code: expect.stringMatching(/^range\./u) as string,
    });
    const answer = await t.core.call(
      'codings.create',
      { documentId, start, end, codeIds: [codeId] },
      { locale: 'fr' },
    );
    expect(answer).toMatchObject({ ok: false, error: { code } });
  });

  test('a passage that cuts a character in two is refused', async () => {
    const emoji = text.indexOf('😀');
    await expect(create(emoji + 1, emoji + 5)).rejects.toMatchObject({ code: 'range.surrogate' });
    await expect(create(0, emoji + 1)).rejects.toMatchObject({ code: 'range.surrogate' });
    await expect(create(emoji, emoji + 2)).resolves.toMatchObject({ alreadyThere: 0 });
  });

  test('the same passage coded twice by the same person is one coding; another person has their own', async () => {
    await create(19, 24);
    expect(await create(19, 24)).toEqual({ codingIds: [], alreadyThere: 1 });
    await t.client.coders.setCurrent({ name: 'Inès' });
    expect((await create(19, 24)).codingIds).toHaveLength(1);
    expect((await t.client.coders.list({})).map((coder) => [coder.name, coder.codings])).toEqual([
      ['Camille', 1],
      ['Inès', 1],
    ]);
  });

  test('a folder cannot be applied', async () => {
    const folder = await t.client.codes.create({ name: 'F', isFolder: true });
    const coding = { documentId, start: 0, end: 3, codeIds: [folder.codeId] };
    await expect(t.client.codings.create(coding)).rejects.toMatchObject({ code: 'code.is-folder' });
  });

  test('typing a memo is one step, however many times it is saved', async () => {
    const { codingIds } = await create(19, 24);
    for (const body of ['P', 'Pa', 'Par']) await t.client.codings.setMemo({ codingId: codingIds[0]!, body });
    expect(await t.client.codings.ofDocument({ documentId })).toMatchObject([{ memo: 'Par' }]);
    await t.client.history.undo({});
    expect(await t.client.codings.ofDocument({ documentId })).toMatchObject([{ memo: null }]);
    expect(await t.client.history.undo({})).toMatchObject({ command: 'codings.create' });
  });

  test('a code made while coding is one step, mapped to its hypothesis', async () => {
    const { hypothesisId } = await t.client.hypotheses.create({ label: 'H1', title: 'Un' });
    await t.client.codings.createWithNewCode({ documentId, start: 19, end: 24, name: 'Neuf', hypothesisId });
    expect((await t.client.hypotheses.list({}))[0]?.mappings).toHaveLength(1);
    await t.client.history.undo({});
    expect(await paths()).toEqual(['A']);
  });
});

describe('speakers and participants', () => {
  test('an interviewer belongs to nobody, and a bound speaker counts for its participant', async () => {
    const documentId = await t.importText('groupe', TEXT);
    const { speakers, text } = await t.client.documents.get({ documentId });
    expect(speakers.map((each) => [each.label, each.role])).toEqual([
      ['ENQ', 'interviewer'],
      ['R1', 'participant'],
      ['R2', 'participant'],
    ]);
    const { codeId } = await t.client.codes.create({ name: 'A' });
    await t.client.codings.create({ documentId, start: 0, end: text.trimEnd().length, codeIds: [codeId] });
    expect((await t.client.codes.counts({})).counts).toMatchObject([{ participants: 2 }]);
    await t.client.speakers.update({ speakerId: speakers[2]!.id, role: 'interviewer' });
    expect(await t.client.codes.counts({})).toMatchObject({ total: 1, counts: [{ participants: 1 }] });
    await t.client.history.undo({});
    expect(await t.client.codes.counts({})).toMatchObject({ total: 2, counts: [{ participants: 2 }] });
  });

  test('an interview with one participant is that person’s, and follows the speaker when it is bound anew', async () => {
    const documentId = await t.importText('R1', 'ENQ : Alors ?\nR1 : Oui.\nENQ : Et ?\nR1 : Non.\n');
    const { participantId, speakers } = await t.client.documents.get({ documentId });
    expect(await t.client.participants.list({})).toMatchObject([
      { id: participantId, name: 'R1', documentIds: [documentId] },
    ]);
    const other = await t.client.participants.create({ name: 'Sam' });
    await t.client.speakers.update({ speakerId: speakers[1]!.id, participantId: other.participantId });
    expect((await t.client.documents.get({ documentId })).participantId).toBe(other.participantId);
    expect((await t.client.participants.list({})).map((each) => each.documentIds.length)).toEqual([0, 1]);
  });

  test('a document without turns counts for its participant', async () => {
    const documentId = await t.importText('notes', 'Un texte libre, sans personne.', false);
    const { codeId } = await t.client.codes.create({ name: 'A' });
    await t.client.codings.create({ documentId, start: 0, end: 8, codeIds: [codeId] });
    expect(await t.client.codes.counts({})).toMatchObject({
      total: 0,
      counts: [{ participants: 0, segments: 1 }],
    });
    const { participantId } = await t.client.participants.create({ name: 'Sam' });
    await t.client.documents.setParticipant({ documentId, participantId });
    expect(await t.client.codes.counts({})).toMatchObject({ total: 1, counts: [{ participants: 1 }] });
  });

  test('a variable keeps canonical values and refuses others, with the old one kept', async () => {
    const { participantId } = await t.client.participants.create({ name: 'Sam' });
    const { variableId } = await t.client.variables.create({
      name: 'Âge',
      scope: 'participant',
      type: 'integer',
    });
    await t.client.variables.setValue({ variableId, targetId: participantId, value: '45' });
    const wrong = t.client.variables.setValue({ variableId, targetId: participantId, value: 'jeune' });
    await expect(wrong).rejects.toMatchObject({ code: 'value.invalid' });
    expect((await t.client.participants.list({}))[0]?.values).toEqual({ [variableId]: '45' });
  });
});

test('a code made under a hypothesis is one step, in its group', async () => {
  const { hypothesisId } = await t.client.hypotheses.create({ label: 'H1', title: 'Un' });
  const { hypothesisGroupId } = await t.client.hypotheses.createGroup({ hypothesisId, name: 'Cognitif' });
  await t.client.codes.create({ name: 'Neuf', hypothesisId, hypothesisGroupId });
  expect((await t.client.hypotheses.list({}))[0]?.mappings).toMatchObject([{ hypothesisGroupId }]);
  expect(await t.client.history.undo({})).toMatchObject({ command: 'codes.create' });
  expect((await t.client.hypotheses.list({}))[0]?.mappings).toEqual([]);
  expect(await paths()).toEqual([]);
});
