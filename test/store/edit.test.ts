import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testCore, type TestCore } from '../helpers/core.ts';

let t: TestCore;
let documentId: number;
let codeId: number;
beforeEach(async () => {
  t = await testCore({ project: 'study' });
  documentId = await t.importText('R1', TEXT);
  ({ codeId } = await t.client.codes.create({ name: 'Outils' }));
});
afterEach(() => t.end());

const TEXT = 'ENQ : Alors ?\nR1 : Entre nous 😀, par Slack surtout.\nENQ : Et vous ?\nR1 : Jamais.\n';

const content = () => t.client.documents.get({ documentId });
const codings = () => t.client.codings.ofDocument({ documentId });

/** The words of every coding, in order. */
async function coded(): Promise<readonly string[]> {
  const { text } = await content();
  return (await codings()).map(({ start, end }) => text.slice(start, end));
}

async function code(words: string): Promise<void> {
  const start = (await content()).text.indexOf(words);
  await t.client.codings.create({ documentId, start, end: start + words.length, codeIds: [codeId] });
}

/** Replaces the first occurrence. */
async function replace(words: string, by: string, dropEmptied = false) {
  const { text, textVersionId } = await content();
  const start = text.indexOf(words);
  const edits = [{ start, end: start + words.length, text: by }];
  return t.client.documents.edit({ changes: [{ documentId, textVersionId, edits }], dropEmptied });
}

async function turns(): Promise<readonly string[]> {
  const { text, turns: list, speakers } = await content();
  return list.map((turn) => {
    const { label } = speakers.find(({ id }) => id === turn.speakerId)!;
    return `${label}> ${text.slice(turn.bodyStart, turn.end)}`;
  });
}

describe('a corrected text', () => {
  test('leaves every coding on its words, before, behind and around the place', async () => {
    await code('Entre nous 😀');
    await code('par Slack surtout');
    await code('Slack');
    await code('Jamais');
    await replace('Alors', 'Alors, racontez-moi');
    await replace('surtout', 'avant tout');
    expect(await coded()).toEqual(['Entre nous 😀', 'par Slack avant tout', 'Slack', 'Jamais']);
    expect(await t.client.project.check({})).toMatchObject({ ok: true });
  });

  test('comes back with its codings, undone also after a restart', async () => {
    await code('par Slack');
    const before = [(await content()).text, await codings(), await turns()];
    await replace('R1 : Entre nous 😀, par', 'R1 : Bof ; chez nous par', true);
    expect(await coded()).toEqual(['par Slack']);
    await t.client.project.close({});
    await t.client.project.open({ path: t.path('study.repere') });
    expect(await t.client.history.undo({})).toMatchObject({ label: 'texte de « R1 » corrigé' });
    expect([(await content()).text, await codings(), await turns()]).toEqual(before);
    await t.client.history.redo({});
    expect((await content()).text).toContain('R1 : Bof ; chez nous par Slack');
    expect(await coded()).toEqual(['par Slack']);
  });

  test('keeps the last word of a coding whole when letters are added to it', async () => {
    await code('par Slack');
    await replace('Slack', 'Slacks');
    expect(await coded()).toEqual(['par Slacks']);
    await replace(' surtout', ', surtout');
    expect(await coded()).toEqual(['par Slacks']);
  });

  test('drops a coding left without words only with consent, after saying which', async () => {
    await code('Slack surtout');
    await code('par Slack surtout');
    await expect(replace(' Slack surtout', '')).rejects.toMatchObject({ code: 'edit.loses' });
    expect(await coded()).toHaveLength(2);
    const { text, textVersionId } = await content();
    const start = text.indexOf(' Slack');
    const edits = [{ start, end: start + ' Slack surtout'.length, text: '' }];
    const { lost } = await t.client.documents.editImpact({ changes: [{ documentId, textVersionId, edits }] });
    expect(lost).toMatchObject([{ kind: 'coding', name: 'Outils', quotation: 'Slack surtout' }]);
    expect(await replace(' Slack surtout', '', true)).toMatchObject({ codingsDropped: 1 });
    expect(await coded()).toEqual(['par']);
    await t.client.history.undo({});
    expect(await coded()).toEqual(['par Slack surtout', 'Slack surtout']);
  });

  test('makes one of two codings that come to stand on the same words, and keeps all that was said of both', async () => {
    await code('par Slack');
    await code('Slack');
    const second = (await codings()).at(-1)!;
    await t.client.codings.setMemo({ codingId: second.id, body: 'à revoir' });
    await t.client.codings.setWeight({ codingIds: [second.id], weight: 70 });
    await t.client.codings.setKey({ codingIds: [second.id], isKey: true });
    expect(await replace('par ', '')).toMatchObject({ codingsJoined: 1, codingsDropped: 0 });
    expect(await codings()).toMatchObject([{ memo: 'à revoir', weight: 70, isKey: true }]);
    expect(await coded()).toEqual(['Slack']);
    await t.client.history.undo({});
    expect(await coded()).toEqual(['par Slack', 'Slack']);
  });

  test('is refused when the text is another one by now', async () => {
    const { textVersionId } = await content();
    await replace('Alors', 'Bon');
    const edits = [{ start: 0, end: 3, text: 'X' }];
    await expect(
      t.client.documents.edit({ changes: [{ documentId, textVersionId, edits }] }),
    ).rejects.toMatchObject({ code: 'edit.stale' });
  });

  test('is refused when nothing would be left, or a character would be cut', async () => {
    await expect(replace(TEXT, ' \n', true)).rejects.toMatchObject({ code: 'edit.empties' });
    const { text, textVersionId } = await content();
    const at = text.indexOf('😀') + 1;
    const edits = [{ start: at, end: at, text: 'x' }];
    await expect(
      t.client.documents.edit({ changes: [{ documentId, textVersionId, edits }] }),
    ).rejects.toMatchObject({ code: 'edit.invalid' });
  });

  test('takes line ends of every kind', async () => {
    await replace('Jamais.', 'Jamais.\r\nOu presque.\rEnfin.');
    expect((await content()).text).toContain('Jamais.\nOu presque.\nEnfin.');
    expect((await content()).paragraphs).toHaveLength(6);
  });
});

describe('turns of a corrected text', () => {
  test('take what is written at their end, and keep split paragraphs', async () => {
    await replace('Jamais.', 'Jamais.\nVraiment.');
    expect(await turns()).toEqual([
      'ENQ> Alors ?',
      'R1> Entre nous 😀, par Slack surtout.',
      'ENQ> Et vous ?',
      'R1> Jamais.\nVraiment.',
    ]);
  });

  test('become one when their paragraphs are joined', async () => {
    await replace('\nENQ : Et vous ?', ' ');
    await replace('\nR1 : Jamais', 'Jamais');
    expect(await turns()).toEqual(['ENQ> Alors ?', 'R1> Entre nous 😀, par Slack surtout. Jamais.']);
  });

  test('begin where the label of a known speaker is written', async () => {
    await replace('par Slack surtout.', 'oui.\nENQ : Par quoi ?\nR1 : Par Slack.');
    expect(await turns()).toEqual([
      'ENQ> Alors ?',
      'R1> Entre nous 😀, oui.',
      'ENQ> Par quoi ?',
      'R1> Par Slack.',
      'ENQ> Et vous ?',
      'R1> Jamais.',
    ]);
    expect(await t.client.project.check({})).toMatchObject({ ok: true });
  });
});

describe('finding a text to replace', () => {
  test('finds it folded or exactly, in parts of words or whole ones, never in labels', async () => {
    const hits = async (find: string, options = {}) =>
      (await t.client.documents.findReplace({ find, ...options }))[0]?.hits.length ?? 0;
    expect(await hits('slack')).toBe(1);
    expect(await hits('slack', { exact: true })).toBe(0);
    expect(await hits('ou')).toBe(3);
    expect(await hits('ou', { wholeWords: true })).toBe(0);
    expect(await hits('ENQ')).toBe(0);
    expect(await hits('R1')).toBe(0);
  });

  test('says how many codings a hit touches, and where it stands', async () => {
    await code('par Slack');
    expect(await t.client.documents.findReplace({ find: 'Slack' })).toMatchObject([
      { name: 'R1', hits: [{ paragraph: 2, codings: 1 }] },
    ]);
  });
});
