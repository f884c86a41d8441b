import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openReadOnly } from '../../src/database/connection.ts';
import { REPOSITORY, testCore, type TestCore } from '../helpers/core.ts';

const TEXT = [
  'Enquêtrice : Et le travail d’Anne Dupont ?',
  'Anne : Avec Slack, oui. ANNE et moi, à Toulon.',
  'Enquêtrice : A. Dupont ?',
  'Anne : Madame Dupont, plutôt 😀.',
].join('\n');
const TABLE =
  'nom;pseudonyme;type\nAnne Dupont;Paule Martel;personne\nAnne;Paule;personne\nToulon;Brest;lieu\n';

let t: TestCore;
let documentId: number;
beforeEach(async () => {
  t = await testCore({ project: 'study' });
  documentId = await t.importText('Entretien Anne', TEXT);
});
afterEach(() => t.end());

const content = () => t.client.documents.get({ documentId });

async function code(words: string): Promise<void> {
  const start = (await content()).text.indexOf(words);
  const { codeId } = await t.client.codes.create({ name: `Code ${words}` });
  await t.client.codings.create({ documentId, start, end: start + words.length, codeIds: [codeId] });
}

async function coded(): Promise<string[]> {
  const { text } = await content();
  return (await t.client.codings.ofDocument({ documentId })).map(({ start, end }) => text.slice(start, end));
}

/** The file of the project and whatever lies beside it and in the backup folder. */
function bytesOnDisk(): Buffer {
  const files = readdirSync(t.folder, { recursive: true, withFileTypes: true }).filter((each) =>
    each.isFile(),
  );
  return Buffer.concat(files.map((each) => readFileSync(join(each.parentPath, each.name))));
}

function namesOnDisk(names: readonly string[]): string[] {
  const bytes = bytesOnDisk();
  const forms = names.flatMap((name) => [name, name.toLowerCase(), name.toUpperCase()]);
  return forms.filter((form) => bytes.includes(form, 0, 'utf8') || bytes.includes(form, 0, 'utf16le'));
}

describe('pseudonyms', () => {
  test('are listed, with the forms in which the names stand', async () => {
    expect(await t.client.pseudonyms.import({ csv: TABLE })).toEqual({ added: 3, updated: 0 });
    const { names } = await t.client.pseudonyms.preview({});
    const [dupont, anne, toulon] = names.map(({ forms }) =>
      forms.map(({ kind, count }) => `${kind} ${count}`),
    );
    expect(dupont).toEqual(['exact 1', 'initials 1', 'last 1']);
    expect(anne?.[0]).toMatch(/^exact /u);
    expect(toulon).toEqual(['exact 1']);
  });

  test('warn when one is a name, is shared, or stands in the texts', async () => {
    await t.client.pseudonyms.import({ csv: 'Anne;Toulon\nToulon;Slack\nDupont;Slack' });
    const { names } = await t.client.pseudonyms.preview({});
    expect(names.map(({ warnings }) => warnings)).toEqual([
      ['is-name', 'present'],
      ['shared', 'present'],
      ['shared', 'present'],
    ]);
  });

  test('replace names in texts, titles, labels and memos; codings stay, and one undo brings all back', async () => {
    await code('Anne Dupont');
    await code('à Toulon');
    await t.client.memos.create({ title: 'Sur Anne', body: 'Anne Dupont hésite.', target: { kind: 'free' } });
    await t.client.pseudonyms.import({ csv: TABLE });
    const before = [
      await content(),
      await t.client.codings.ofDocument({ documentId }),
      await t.client.memos.list({}),
    ];
    expect(await t.client.pseudonyms.apply({})).toMatchObject({ documents: 1 });
    const { text, name, speakers, turns } = await content();
    expect(text.split('\n')).toEqual([
      'Enquêtrice : Et le travail de Paule Martel ?',
      'Paule : Avec Slack, oui. PAULE et moi, à Brest.',
      'Enquêtrice : P. Martel ?',
      'Paule : Madame Martel, plutôt 😀.',
    ]);
    expect(name).toBe('Entretien Paule');
    expect(speakers.map(({ label }) => label)).toEqual(['Enquêtrice', 'Paule']);
    expect(turns).toHaveLength(4);
    expect((await coded())[1]).toBe('à Brest');
    expect((await coded())[0]).toContain('Paule Martel');
    expect(await t.client.memos.list({})).toMatchObject([
      { title: 'Sur Paule', body: 'Paule Martel hésite.' },
    ]);
    expect(await t.client.project.check({})).toMatchObject({ ok: true });
    await t.client.history.undo({});
    expect([
      await content(),
      await t.client.codings.ofDocument({ documentId }),
      await t.client.memos.list({}),
    ]).toEqual(before);
    await t.client.history.redo({});
    expect((await content()).text).toBe(text);
  });

  test('leave alone what is not ticked', async () => {
    const { pseudonymId } = await t.client.pseudonyms.add({
      kind: 'person',
      name: 'Anne Dupont',
      replacement: 'Léa',
    });
    await t.client.pseudonyms.apply({ forms: [{ pseudonymId, kind: 'last' }] });
    expect((await content()).text).toContain('travail d’Anne Léa ?');
  });

  test('make one person of two labels that get the same one, and undo makes them two again', async () => {
    const text =
      'Enquêtrice : Bonjour.\nMarie : Oui, moi.\nMme Dupont : Encore moi.\nPaul : Et moi.\nMarie : Toujours moi.\nMme Dupont : Et encore.\nPaul : Aussi.\nEnquêtrice : Merci.';
    const groupId = await t.importText('Groupe', text);
    const { variableId } = await t.client.variables.create({
      name: 'Âge',
      scope: 'participant',
      type: 'text',
    });
    const people = await t.client.participants.list({});
    const targetId = people.find(({ name }) => name === 'Mme Dupont')!.id;
    await t.client.variables.setValue({ variableId, targetId, value: '45' });
    const state = async () => [
      await t.client.documents.get({ documentId: groupId }),
      await t.client.participants.list({}),
    ];
    const before = await state();

    await t.client.pseudonyms.import({ csv: 'Marie;P1\nMme Dupont;P1' });
    expect(await t.client.pseudonyms.apply({})).toMatchObject({ joined: 1 });
    const after = await t.client.documents.get({ documentId: groupId });
    expect(after.text).toBe(text.replaceAll(/Marie|Mme Dupont/gu, 'P1'));
    expect(after.speakers.map(({ label }) => label)).toEqual(['Enquêtrice', 'P1', 'Paul']);
    const said = after.turns.map(({ speakerId }) => after.speakers.find(({ id }) => id === speakerId)?.label);
    expect(said).toEqual(['Enquêtrice', 'P1', 'P1', 'Paul', 'P1', 'P1', 'Paul', 'Enquêtrice']);
    const participants = await t.client.participants.list({});
    expect(participants.map(({ name }) => name)).toEqual(['Anne', 'P1', 'Paul']);
    expect(participants[1]).toMatchObject({ values: { [variableId]: '45' }, documentIds: [groupId] });
    expect(await t.client.project.check({})).toMatchObject({ ok: true });
    await t.client.history.undo({});
    expect(await state()).toEqual(before);
    await t.client.history.redo({});
    expect((await t.client.documents.get({ documentId: groupId })).speakers).toEqual(after.speakers);
  });

  test('join a label to the one that was replaced before, but never an interviewer to a participant', async () => {
    const groupId = await t.importText(
      'Groupe',
      'Enquêtrice : Oui.\nLéa : Moi.\nMme Roy : Moi aussi.\nLéa : Fin.\nMme Roy : Oui.\nEnquêtrice : Merci.',
    );
    const labels = async () =>
      (await t.client.documents.get({ documentId: groupId })).speakers.map(({ label }) => label);
    expect(await labels()).toEqual(['Enquêtrice', 'Léa', 'Mme Roy']);
    await t.client.pseudonyms.import({ csv: 'Léa;P1' });
    await t.client.pseudonyms.apply({});
    await t.client.pseudonyms.import({ csv: 'Mme Roy;P1' });
    await t.client.pseudonyms.apply({});
    expect(await labels()).toEqual(['Enquêtrice', 'P1']);
    await t.client.pseudonyms.import({ csv: 'Enquêtrice;P1' });
    await expect(t.client.pseudonyms.apply({})).rejects.toMatchObject({ code: 'pseudonyms.two-roles' });
    expect(await labels()).toEqual(['Enquêtrice', 'P1']);
    expect(await t.client.project.check({})).toMatchObject({ ok: true });
  });

  test('get a number where the new name is taken', async () => {
    await t.importText('Entretien Paule', 'Rien.');
    await t.client.pseudonyms.import({ csv: 'Anne;Paule' });
    await t.client.pseudonyms.apply({});
    expect((await content()).name).toBe('Entretien Paule (2)');
  });
});

describe('a sealed project', () => {
  test('is searched for names too that were taken out of the table before', async () => {
    await t.client.pseudonyms.import({ csv: TABLE });
    const entries = await t.client.pseudonyms.list({});
    await t.client.pseudonyms.remove({ pseudonymIds: entries.map(({ id }) => id) });
    const { pseudonyms, remaining } = await t.client.pseudonyms.seal({ confirmed: true });
    expect(pseudonyms).toBe(0);
    expect(
      remaining.map(({ snippet, snippetStart, snippetEnd }) => snippet.slice(snippetStart, snippetEnd)),
    ).toEqual(expect.arrayContaining(['Anne Dupont', 'Toulon']));
    // The history is gone: nobody knows the names any more.
    expect((await t.client.pseudonyms.seal({ confirmed: true })).remaining).toEqual([]);
  });

  test('holds no name any more, in no file, and cannot be undone', async () => {
    await t.client.participants.create({ name: 'Anne Dupont' });
    await t.client.project.backup({});
    await t.client.pseudonyms.import({ csv: TABLE });
    await t.client.pseudonyms.apply({});
    expect(namesOnDisk(['Dupont', 'Toulon'])).not.toEqual([]);
    const report = await t.client.pseudonyms.seal({ confirmed: true });
    expect(report).toMatchObject({ pseudonyms: 3, originalsKept: [], remaining: [] });
    expect(namesOnDisk(['Dupont', 'Toulon', 'Anne '])).toEqual([]);
    expect(await t.client.pseudonyms.list({})).toEqual([]);
    expect(await t.client.history.state({})).toMatchObject({ undo: null, redo: null });
    expect(await t.client.history.undo({})).toBeNull();
    expect(await t.client.project.check({})).toMatchObject({ ok: true });
    expect(await t.client.search.find({ text: 'Brest' })).toMatchObject({ total: 1 });
    expect(await t.client.search.find({ text: 'Toulon' })).toMatchObject({ total: 0 });
    expect(await t.client.search.find({ text: '*oulo?' })).toMatchObject({ total: 0 });
    await t.client.codes.create({ name: 'Après' });
    expect(await t.client.history.undo({})).toMatchObject({ command: 'codes.create' });
  });

  test('reports where a name still stands', async () => {
    await t.client.pseudonyms.import({ csv: TABLE });
    const { remaining, originalsKept } = await t.client.pseudonyms.seal({
      confirmed: true,
      dropOriginals: false,
    });
    expect(originalsKept).toEqual([
      { documentId, title: 'Entretien Anne', fileName: 'Entretien Paule.txt', names: 7 },
    ]);
    expect(remaining.map(({ place, paragraph }) => `${place} ${paragraph}`)).toContain('text 1');
  });

  test('needs a confirmation', async () => {
    const answer = await t.core.call('pseudonyms.seal', { confirmed: false }, { locale: 'fr' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'input.invalid' } });
  });
});

describe('imported files', () => {
  const holds = (file: string) => readFileSync(file).includes('Madame Dupont');
  const backups = async () =>
    (await t.client.backups.list({ path: (await t.client.project.info({})).path })).copies.map(
      ({ file }) => file,
    );
  beforeEach(async () => {
    await t.client.project.backup({});
  });

  test('are emptied on request, and in the backups too', async () => {
    expect(await t.client.documents.originals({})).toEqual({ files: 1, bytes: Buffer.byteLength(TEXT) });
    const before = (await backups()).length;
    expect(before).toBeGreaterThan(0);
    expect(await t.client.documents.dropOriginals({ confirmed: true })).toEqual({
      dropped: 1,
      backupsRemoved: before,
      otherFiles: [],
      backupsKept: 0,
    });
    expect(await t.client.documents.originals({})).toEqual({ files: 0, bytes: 0 });
    expect(await backups()).toHaveLength(1);
    const inBackup = openReadOnly((await backups())[0]!);
    expect(inBackup.prepare('SELECT sum(length(bytes)) FROM original').pluck().get()).toBe(0);
    inBackup.close();
    expect(await t.client.project.check({})).toMatchObject({ ok: true });
    // The text is still there, and so is the way back.
    expect((await content()).text).toContain('Madame Dupont');
    expect(await t.client.history.state({})).not.toMatchObject({ undo: null });
  });

  test('stay in the backups when a person wants to keep these', async () => {
    const before = await backups();
    const kept = await t.client.documents.dropOriginals({ confirmed: true, keepBackups: true });
    expect(kept).toEqual({ dropped: 1, otherFiles: [], backupsRemoved: 0, backupsKept: before.length });
    expect(await backups()).toEqual(before);
    expect(before.some(holds)).toBe(true);
  });

  test('that are kept are read by their own readers, and each says how many names it holds', async () => {
    const file = 'pandoc.docx';
    const stagedId = await t.core.stage(file, readFileSync(join(REPOSITORY, 'fixtures/documents', file)));
    const [inspected] = await t.client.import.inspect({
      files: [{ kind: 'staged', stagedId, fileName: file }],
    });
    if (inspected?.ok !== true) throw new Error('is readable');
    const text = inspected.draft.preview.map((each) => each.text).join('\n');
    const word = /\p{L}{10,}/u.exec(text)![0];
    await t.client.import.confirm({ drafts: [{ draftId: inspected.draft.draftId, headingsAsTopics: true }] });
    await t.client.pseudonyms.import({ csv: `${word};Pseudonyme\n${TABLE}` });
    await t.client.pseudonyms.apply({});
    const { originalsKept, remaining } = await t.client.pseudonyms.seal({
      confirmed: true,
      dropOriginals: false,
    });
    expect(remaining.filter(({ place }) => place === 'text')).toEqual([]);
    expect(originalsKept.map(({ fileName }) => fileName)).toEqual(['Entretien Paule.txt', file]);
    for (const { names } of originalsKept) expect(names).toBeGreaterThan(0);
  });
});

test('a coder whose name is a name of the table is reported, also where only the history has it', async () => {
  await t.client.coders.setCurrent({ name: 'Anne Dupont' });
  await t.client.codes.create({ name: 'Premier' });
  await t.client.coders.setCurrent({ name: 'Camille' });
  await t.client.codes.create({ name: 'Second' });
  await t.client.pseudonyms.import({ csv: TABLE });
  await t.client.pseudonyms.apply({});
  const { remaining } = await t.client.pseudonyms.seal({ confirmed: true });
  expect(remaining.map(({ place, title }) => `${place} ${title}`)).toEqual([
    'history_step.coder_name Anne Dupont',
  ]);
});
