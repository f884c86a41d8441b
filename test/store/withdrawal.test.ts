import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testCore, type TestCore } from '../helpers/core.ts';
import { filesBelow, rareWords, wordsOnDisk } from '../helpers/disk-words.ts';

const ALONE = rareWords(20, 'zu');
const GROUP = rareWords(20, 'ky');
const SHARED = [
  'Enquêtrice : Et vous ?',
  `Zubertine : ${GROUP.slice(0, 8).join(' ')}.`,
  GROUP.slice(8, 12).join(' '),
  'Paulette : Moi, je pense comme Zubertine, au fond.',
  `Zubertine : ${GROUP.slice(12).join(' ')}.`,
  'Paulette : Oui.',
  'Enquêtrice : Merci.',
].join('\n');

let t: TestCore;
let aloneId: number;
let groupId: number;
let participantId: number;
beforeEach(async () => {
  t = await testCore({ project: 'study' });
  aloneId = await t.importText(
    'Seule',
    `Enquêtrice : Oui ?\nZubertine : ${ALONE.join(' ')}.\nEnquêtrice : Et ?\nZubertine : Rien.\n`,
  );
  groupId = await t.importText('Groupe', SHARED);
  participantId = (await t.client.participants.list({})).find(({ name }) => name === 'Zubertine')!.id;
});
afterEach(() => t.end());

const onDisk = (words: readonly string[]): string[] => wordsOnDisk(filesBelow(t.folder), words);
const group = () => t.client.documents.get({ documentId: groupId });

async function code(from: string, to: string): Promise<number> {
  const { text } = await group();
  const { codeId } = await t.client.codes.create({ name: `Code ${(await t.client.codes.list({})).length}` });
  const [start, end] = [text.indexOf(from), text.indexOf(to) + to.length];
  const { codingIds } = await t.client.codings.create({ documentId: groupId, start, end, codeIds: [codeId] });
  return codingIds[0]!;
}

describe('a participant who withdraws', () => {
  test('leaves no word and no value; what others said keeps its codings', async () => {
    const { client } = t;
    const own = await code(GROUP[2]!, GROUP[9]!);
    const across = await code(GROUP[10]!, 'au fond');
    const others = await code('je pense', 'comme');
    const { variableId } = await client.variables.create({
      name: 'Lieu',
      scope: 'participant',
      type: 'text',
    });
    await client.variables.setValue({ variableId, targetId: participantId, value: ALONE[19]! });
    await client.memos.create({
      title: 'D’elle',
      body: GROUP[1]!,
      target: { kind: 'participant', id: participantId },
    });
    await client.memos.create({ title: 'Du segment', body: GROUP[2]!, target: { kind: 'coding', id: own } });
    await client.memos.create({ title: 'Libre', body: 'Zubertine hésite.', target: { kind: 'free' } });
    await client.pseudonyms.add({ kind: 'person', name: 'Albertine Zuqrost', replacement: 'Zubertine' });
    await client.project.backup({});

    const plan = await client.participants.withdrawal({ participantId });
    expect(plan).toMatchObject({
      name: 'Zubertine',
      documents: [
        { id: aloneId, whole: true, turns: 2 },
        { id: groupId, whole: false, turns: 2 },
      ],
      codings: 1,
      memos: 2,
      values: 1,
      pseudonyms: 1,
    });
    expect(plan.mentions.map(({ place }) => place)).toEqual(['text', 'memo.body']);
    const before = await client.analysis.frequencies({ by: 'tree' });

    const report = await client.participants.withdraw({ confirmed: true, participantId });
    expect(report).toMatchObject({ codings: 1, values: 1, pseudonyms: 1, originals: 2, unfinished: false });
    expect(onDisk([...ALONE, ...GROUP, 'Zuqrost'])).toEqual([]);
    expect((await group()).text.split('\n')).toEqual([
      'Enquêtrice : Et vous ?',
      'Personne retirée : [propos retirés]',
      'Paulette : Moi, je pense comme Zubertine, au fond.',
      'Personne retirée : [propos retirés]',
      'Paulette : Oui.',
      'Enquêtrice : Merci.',
    ]);
    const { text } = await group();
    const rest = (await client.codings.ofDocument({ documentId: groupId })).map(({ id, start, end }) => ({
      id,
      words: text.slice(start, end),
    }));
    expect(rest).toEqual([
      { id: across, words: 'Paulette : Moi, je pense comme Zubertine, au fond' },
      { id: others, words: 'je pense comme' },
    ]);
    expect(report.mentions.map(({ place, paragraph }) => `${place} ${paragraph}`)).toEqual([
      'text 3',
      'memo.body null',
    ]);
    expect((await client.participants.list({})).map(({ name }) => name)).toEqual(['Paulette']);
    const after = await client.analysis.frequencies({ by: 'tree' });
    expect(before.participants.length - after.participants.length).toBe(1);
    expect(await client.project.check({})).toMatchObject({ ok: true });
    expect(await client.history.undo({})).toBeNull();
  });

  test('is told in whichever language was asked, and two labels of one person stay apart', async () => {
    const { client } = t;
    const document = await group();
    const paulette = document.speakers.find(({ label }) => label === 'Paulette')!;
    await client.speakers.update({ speakerId: paulette.id, participantId });
    await t.importText('Trio', `${SHARED}\nTiers : Voilà.\nEnquêtrice : Bien.\nTiers : Oui.\n`);
    const trio = (await client.documents.list({})).find(({ name }) => name === 'Trio')!;
    const { speakers } = await client.documents.get({ documentId: trio.id });
    const pauletteThere = speakers.find(({ label }) => label === 'Paulette')!;
    await client.speakers.update({ speakerId: pauletteThere.id, participantId });
    const answer = await t.core.call(
      'participants.withdraw',
      { confirmed: true, participantId },
      { locale: 'en' },
    );
    expect(answer).toMatchObject({ ok: true });
    // Nobody else spoke in the group any more: it went whole.
    expect((await client.documents.list({})).map(({ name }) => name)).toEqual(['Trio']);
    const after = await client.documents.get({ documentId: trio.id });
    expect(after.speakers.map(({ label }) => label)).toEqual([
      'Enquêtrice',
      'Person withdrawn',
      'Person withdrawn 2',
      'Tiers',
    ]);
    expect(after.text).toContain('Person withdrawn 2 : [words withdrawn]');
    expect(onDisk([...GROUP, ...ALONE])).toEqual([]);
    expect(await client.project.check({})).toMatchObject({ ok: true });
  });

  test('whose name is a word with a number is looked for as a whole', async () => {
    const { client } = t;
    const { participantId: numbered } = await client.participants.create({ name: 'Référent 3' });
    await client.memos.create({
      title: 'Libre',
      body: 'Le référent 3, pas le référent 4.',
      target: { kind: 'free' },
    });
    const { mentions } = await client.participants.withdrawal({ participantId: numbered });
    expect(
      mentions.map(({ snippet, snippetStart, snippetEnd }) => snippet.slice(snippetStart, snippetEnd)),
    ).toEqual(['référent 3']);
  });

  test('says nothing of whoever is not there', async () => {
    const asked = t.client.participants.withdrawal({ participantId: 999 });
    await expect(asked).rejects.toMatchObject({ code: 'not-found' });
  });
});
