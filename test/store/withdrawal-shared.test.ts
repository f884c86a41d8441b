import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testCore, type TestCore } from '../helpers/core.ts';
import { filesBelow, rareWords, wordsOnDisk } from '../helpers/disk-words.ts';

const HERS = rareWords(20, 'zu');
const HIS = rareWords(20, 'vy');
const PAIR = [
  'Enquêtrice : Et vous deux ?',
  `Zubertine : ${HERS.slice(0, 10).join(' ')}.`,
  `Vyctor : ${HIS.slice(0, 10).join(' ')}.`,
  `Zubertine : ${HERS.slice(10).join(' ')}.`,
  `Vyctor : ${HIS.slice(10).join(' ')}.`,
].join('\n');

let t: TestCore;
let pairId: number;
beforeEach(async () => {
  t = await testCore({ project: 'study' });
  pairId = await t.importText('Couple', PAIR);
});
afterEach(() => t.end());

const idOf = async (name: string): Promise<number> =>
  (await t.client.participants.list({})).find((each) => each.name === name)!.id;
const onDisk = (words: readonly string[]): string[] => wordsOnDisk(filesBelow(t.folder), words);
const memo = (title: string, body: string) =>
  t.client.memos.create({ title, body, target: { kind: 'free' } });
const withdraw = async (name: string) =>
  t.client.participants.withdraw({ confirmed: true, participantId: await idOf(name) });

describe('two who speak in one document, and one withdraws', () => {
  test('it stays the other’s, with his words, codings and memos, also when it was filed under her', async () => {
    const { client } = t;
    await client.documents.setParticipant({ documentId: pairId, participantId: await idOf('Zubertine') });
    const { text } = await client.documents.get({ documentId: pairId });
    const start = text.indexOf(HIS[0]!);
    const { codeId } = await client.codes.create({ name: 'Code' });
    const at = { documentId: pairId, start, end: start + HIS[0]!.length };
    const { codingIds } = await client.codings.create({ ...at, codeIds: [codeId] });
    await client.memos.create({
      title: 'Du segment',
      body: `Il dit ${HIS.slice(0, 6).join(' ')}.`,
      target: { kind: 'coding', id: codingIds[0]! },
    });
    await client.project.backup({});
    const report = await withdraw('Zubertine');
    expect(report).toMatchObject({
      documents: [{ id: pairId, whole: false, turns: 2 }],
      codings: 0,
      memos: 0,
      unfinished: false,
    });
    expect(onDisk([...HERS, 'Zubertine'])).toEqual([]);
    const after = await client.documents.get({ documentId: pairId });
    expect(HIS.filter((word) => !after.text.includes(word))).toEqual([]);
    const [coding] = await client.codings.ofDocument({ documentId: pairId });
    expect(after.text.slice(coding!.start, coding!.end)).toBe(HIS[0]);
    const [kept] = await client.memos.list({});
    expect(await client.memos.get({ memoId: kept!.id })).toMatchObject({
      body: `Il dit ${HIS.slice(0, 6).join(' ')}.`,
    });
    expect((await client.participants.list({})).map(({ name }) => name)).toEqual(['Vyctor']);
    expect(await client.project.check({})).toMatchObject({ ok: true });
  });

  test('a document that is his is not taken from him because only she speaks in it', async () => {
    const { client } = t;
    const hisId = await t.importText(
      'De Vyctor',
      `Notes.\nZubertine : ${HERS.join(' ')}.\nZubertine : Oui.\n`,
    );
    await client.documents.setParticipant({ documentId: hisId, participantId: await idOf('Vyctor') });
    const report = await withdraw('Zubertine');
    expect(report.documents.map(({ id, whole }) => ({ id, whole }))).toEqual([
      { id: pairId, whole: false },
      { id: hisId, whole: false },
    ]);
    expect((await client.documents.list({})).map(({ name }) => name)).toEqual(['Couple', 'De Vyctor']);
    expect(onDisk(HERS)).toEqual([]);
  });

  test('when the other withdraws too, nothing is left of either', async () => {
    await withdraw('Zubertine');
    const report = await withdraw('Vyctor');
    expect(report.documents).toMatchObject([{ id: pairId, whole: true }]);
    expect(onDisk([...HERS, ...HIS, 'Zubertine', 'Vyctor'])).toEqual([]);
    expect(await t.client.documents.list({})).toEqual([]);
  });
});

describe('what is too short to be taken out', () => {
  test('is told, memo by memo: in quotation marks, or three words in a row and more; not what others said', async () => {
    const { client } = t;
    const { memoId: marked } = await memo('Un', `Elle dit « ${HERS[3]} » souvent.`);
    const { memoId: bare } = await memo('Deux', `Ainsi ${HERS.slice(4, 8).join(' ')} toujours.`);
    await memo('Trois', `Et ${HERS.slice(10, 17).join(' ')} enfin.`);
    await memo('Quatre', `Lui : « ${HIS[3]} », ${HIS.slice(4, 8).join(' ')}.`);
    await memo('Cinq', 'Rien de cela.');
    const { codeId } = await client.codes.create({ name: HERS.slice(0, 3).join(' ') });
    await client.memos.create({
      title: 'D’elle',
      body: `« ${HERS[5]} »`,
      target: { kind: 'participant', id: await idOf('Zubertine') },
    });
    // Seven words are a quotation: they go, and nothing is to be told of them.
    const plan = await client.participants.withdrawal({ participantId: await idOf('Zubertine') });
    const inMemos = (mentions: typeof plan.mentions) =>
      mentions.filter(({ place }) => place === 'memo.body').map(({ id }) => id);
    expect(inMemos(plan.mentions)).toEqual([marked, bare]);
    const { mentions, quotations } = await withdraw('Zubertine');
    expect(quotations).toBe(1);
    expect(inMemos(mentions)).toEqual([marked, bare]);
    expect(
      mentions.map(({ snippet, snippetStart, snippetEnd }) => snippet.slice(snippetStart, snippetEnd).trim()),
    ).toEqual([HERS.slice(0, 3).join(' '), HERS[3], HERS.slice(4, 8).join(' ')]);
    expect(mentions.find(({ place }) => place === 'code.name')).toMatchObject({ id: codeId });
  });
});
