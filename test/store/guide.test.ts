import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testCore, type TestCore } from '../helpers/core.ts';

let place: TestCore;
beforeEach(async () => {
  place = await testCore({ project: 'p.repere' });
});
afterEach(() => place.end());

const GROUP =
  'Enquêtrice : Quels outils utilisez-vous ?\nAnna : Moodle surtout.\nBoris : Zoom et rien d’autre.\n' +
  'Enquêtrice : Et comment avez-vous vécu le confinement ?\nAnna : Assez bien.\nBoris : Mal.\nCléa : Je dormais.\nAnna : Ah ?\nCléa : Oui.\n';
const GUIDE =
  'Thème 1 : Pratiques\n1. Quels outils utilisez-vous ?\nThème 2\n1. Comment avez-vous vécu le confinement ?';

const titles = async () => (await place.client.guide.list({})).map(({ level, title }) => `${level} ${title}`);

describe('the interview guide', () => {
  test('comes from a text in one step; a topic that stays keeps its passages', async () => {
    const documentId = await place.importText('Groupe', GROUP);
    await place.client.guide.importText({ text: GUIDE, replace: false });
    const topics = await place.client.guide.list({});
    expect(topics.map(({ level }) => level)).toEqual([1, 2, 1, 2]);
    await place.client.guide.addSpan({ guideTopicId: topics[1]!.id, documentId, start: 0, end: 50 });
    const again = await place.client.guide.importText({
      text: 'Usages\n- Quels outils utilisez-vous ?',
      replace: true,
    });
    expect(again).toEqual({ topics: 2, added: 1, removed: 3 });
    expect(await titles()).toEqual(['1 Usages', '2 Quels outils utilisez-vous ?']);
    expect((await place.client.documents.get({ documentId })).topics).toHaveLength(1);
    await place.client.history.undo({});
    expect(await titles()).toHaveLength(4);
  });

  test('a part moves with its questions', async () => {
    await place.client.guide.importText({ text: 'A\nq ?\nB\nr ?', replace: false });
    const [first] = await place.client.guide.list({});
    await place.client.guide.moveTopic({ guideTopicId: first!.id, position: 2 });
    expect(await titles()).toEqual(['1 B', '2 r ?', '1 A', '2 q ?']);
    await place.client.guide.moveTopic({ guideTopicId: first!.id, position: 2, level: 2 });
    expect(await titles()).toEqual(['1 B', '2 r ?', '2 A', '3 q ?']);
  });

  test('questions are found where the interviewer asks them, each up to the next', async () => {
    const documentId = await place.importText('Groupe', GROUP);
    await place.client.guide.importText({ text: GUIDE, replace: false });
    const proposed = await place.client.guide.proposeSpans({});
    const second = GROUP.indexOf('Enquêtrice : Et');
    expect(proposed).toMatchObject([
      { documentId, start: 0, end: second - 1, score: 1 },
      { start: second, end: GROUP.length - 1 },
    ]);
    const spans = proposed.map(({ guideTopicId, start, end }) => ({ guideTopicId, documentId, start, end }));
    expect(await place.client.guide.addSpans({ spans })).toEqual({ added: 2 });
    expect(await place.client.guide.proposeSpans({})).toEqual([]);
    expect(await place.client.guide.addSpans({ spans })).toEqual({ added: 0 });
  });

  test('answers are what participants say, also for the part above; all are coded in one step', async () => {
    const documentId = await place.importText('Groupe', GROUP);
    await place.client.guide.importText({ text: GUIDE, replace: false });
    const spans = (await place.client.guide.proposeSpans({})).map(({ guideTopicId, start, end }) => ({
      guideTopicId,
      documentId,
      start,
      end,
    }));
    await place.client.guide.addSpans({ spans });
    const [part, question] = await place.client.guide.list({});
    const answers = await place.client.guide.answers({ guideTopicId: question!.id });
    expect(answers.map(({ start, end }) => GROUP.slice(start, end))).toEqual([
      'Moodle surtout.',
      'Zoom et rien d’autre.',
    ]);
    expect(await place.client.guide.answers({ guideTopicId: part!.id })).toEqual(answers);
    const { participants, topics } = await place.client.guide.coverage({});
    expect(participants).toBe(3);
    expect(topics.map(({ participantIds }) => participantIds.length)).toEqual([2, 2, 3, 3]);
    const passages = answers.map(({ start, end }) => ({ documentId, start, end }));
    await place.client.codings.createMany({ codePath: 'Outils', passages });
    const table = await place.client.analysis.frequencies({ by: 'tree' });
    expect(table.rows[0]).toMatchObject({ segments: 2, words: 7 });
    await place.client.history.undo({});
    expect(await place.client.codes.list({})).toEqual([]);
  });

  test('a filter by topic counts what lies in its passages; N stays', async () => {
    const documentId = await place.importText('Groupe', GROUP);
    await place.client.guide.importText({ text: GUIDE, replace: false });
    const spans = (await place.client.guide.proposeSpans({})).map(({ guideTopicId, start, end }) => ({
      guideTopicId,
      documentId,
      start,
      end,
    }));
    await place.client.guide.addSpans({ spans });
    const whole = { documentId, start: 0, end: GROUP.length - 1 };
    const dormais = { documentId, start: GROUP.indexOf('Je dormais'), end: GROUP.indexOf('\nAnna : Ah') };
    await place.client.codings.createMany({ codePath: 'Tout', passages: [whole] });
    await place.client.codings.createMany({ codePath: 'Sommeil', passages: [dormais] });
    const [, question] = await place.client.guide.list({});
    const filter = { topicIds: [question!.id] };
    const table = await place.client.analysis.frequencies({ by: 'tree', filter });
    expect(table.participants).toHaveLength(3);
    expect(table.words).toBe(7);
    expect(table.rows.map(({ segments, words, participantIds: n }) => [segments, words, n.length])).toEqual([
      [1, 7, 2],
      [0, 0, 0],
    ]);
    const { speakers } = await place.client.documents.get({ documentId });
    const anna = speakers.find(({ label }) => label === 'Anna')!;
    const hers = await place.client.analysis.frequencies({ by: 'tree', filter: { speakerIds: [anna.id] } });
    expect(hers.participants.map(({ id }) => id)).toEqual([anna.participantId]);
    expect(hers.words).toBe(5);
    expect(hers.rows.map(({ segments }) => segments)).toEqual([1, 0]);
  });

  test('a group interview gives each participant their own words and counts them apart', async () => {
    const documentId = await place.importText('Groupe', GROUP);
    const said = { documentId, start: GROUP.indexOf('Moodle'), end: GROUP.indexOf('Zoom') + 4 };
    await place.client.codings.createMany({ codePath: 'Outils', passages: [said] });
    const table = await place.client.analysis.frequencies({ by: 'tree' });
    const people = await place.client.participants.list({});
    expect(people.map(({ name }) => name)).toEqual(['Anna', 'Boris', 'Cléa']);
    expect(table.participants).toHaveLength(3);
    expect(table.rows[0]).toMatchObject({ segments: 1, segmentsByParticipant: [1, 1, 0], words: 3 });
    expect(table.words).toBe(14);
  });
});
