import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TableDraft } from '../../src/tables/contract.ts';
import { REPOSITORY, testCore, type TestCore } from '../helpers/core.ts';

// Tables of real files into a real project: participants with variables, and surveys.

let t: TestCore;
beforeEach(async () => {
  t = await testCore({ project: 'p.repere' });
});
afterEach(() => t.end());

const path = (name: string): string => join(REPOSITORY, 'fixtures/tables', name);
const inspect = (name: string) => t.client.tables.inspect({ source: { kind: 'path', path: path(name) } });

async function inspectText(text: string): Promise<TableDraft> {
  const stagedId = await t.core.stage('t.csv', new TextEncoder().encode(text));
  return t.client.tables.inspect({ source: { kind: 'staged', stagedId, fileName: 't.csv' } });
}

const variablesOf = ({ columns, keyColumn }: TableDraft) =>
  columns
    .filter(({ column, isOpen }) => column !== keyColumn && !isOpen)
    .map(({ column, name, type }) => ({ column, name, type }));

const all = { updateExisting: true, createMissing: true };

describe('a table of participants', () => {
  test('is understood alike from each format: key, types, and who is known', async () => {
    await t.importText('R1', 'ENQ : Oui ?\nRéférent 1 : Oui.\nENQ : Et ?\nRéférent 1 : Non.\n');
    for (const name of ['participants.xlsx', 'participants.ods', 'participants.csv']) {
      const draft = await inspect(name);
      expect(draft).toMatchObject({
        keyColumn: 0,
        headerRow: 1,
        rows: 7,
        matches: 1,
        purpose: 'participants',
      });
      expect(draft.columns.map(({ name: title, type }) => [title, type])).toEqual([
        ['Nom', 'text'],
        ['Âge', 'integer'],
        ['Discipline', 'category'],
        ['Date de l’entretien', 'date'],
        ['Titulaire', 'boolean'],
        ['Part du numérique', 'float'],
        ['Heures par semaine', 'float'],
        ['Remarque', 'text'],
      ]);
    }
  });

  test('updates who is there, makes the others, and is one step back', async () => {
    await t.client.participants.create({ name: 'Référent 2' });
    const before = await t.client.participants.list({});
    const draft = await inspect('participants.csv');
    const table = { draftId: draft.draftId, keyColumn: 0, columns: variablesOf(draft), ...all };
    const planned = await t.client.participants.planTable(table);
    expect(planned).toMatchObject({
      created: 6,
      updated: 1,
      unchanged: 0,
      variables: 7,
      skipped: { count: 0 },
      misfits: [],
    });
    expect(await t.client.participants.importTable(table)).toEqual(planned);
    const people = await t.client.participants.list({});
    const variables = await t.client.variables.list({});
    const valueOf = (who: string, what: string) =>
      people.find(({ name }) => name === who)?.values[
        String(variables.find(({ name }) => name === what)?.id)
      ];
    expect(people).toHaveLength(7);
    expect(valueOf('Référent 2', 'Date de l’entretien')).toBe('2020-05-19');
    expect(valueOf('Référent 5', 'Heures par semaine')).toBe('19.5');
    expect(valueOf('Référent 5', 'Âge')).toBeUndefined();
    expect(valueOf('Référent 9', 'Titulaire')).toBe('true');
    expect(await t.client.participants.planTable(table)).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 7,
      values: 0,
      variables: 0,
    });
    expect(await t.client.history.undo({})).toMatchObject({
      label: 'participants de participants.csv importés (7)',
    });
    expect(await t.client.participants.list({})).toEqual(before);
    expect(await t.client.variables.list({})).toEqual([]);
    await t.client.history.redo({});
    expect(await t.client.participants.list({})).toEqual(people);
  });

  test('keeps the type and the name of a variable that is there, and lists what does not fit it', async () => {
    await t.client.variables.create({ name: 'Âge', scope: 'participant', type: 'integer' });
    const draft = await inspectText('Nom;AGE;Ville\nAnna;34;Lyon\nBoris;la trentaine;\n');
    expect(draft.columns[1]).toMatchObject({ name: 'Âge', type: 'integer', isExisting: true });
    const columns = [
      { column: 1, name: 'age', type: 'text' },
      { column: 2, name: 'Ville', type: 'text' },
    ] as const;
    const table = { draftId: draft.draftId, keyColumn: 0, columns: [...columns], ...all };
    expect(await t.client.participants.importTable(table)).toMatchObject({
      created: 2,
      values: 2,
      variables: 1,
      misfits: [{ name: 'Âge', type: 'integer', count: 1, cells: [{ row: 3, value: 'la trentaine' }] }],
    });
    expect((await t.client.variables.list({})).map(({ name, type }) => [name, type])).toEqual([
      ['Âge', 'integer'],
      ['Ville', 'text'],
    ]);
  });

  test('empties a value only when asked', async () => {
    const first = await inspectText('Nom;Âge\nAnna;34\n');
    const columns = variablesOf(first);
    await t.client.participants.importTable({ draftId: first.draftId, keyColumn: 0, columns, ...all });
    const { draftId } = await inspectText('Nom;Âge\nAnna;\n');
    const table = { draftId, keyColumn: 0, columns, ...all };
    expect(await t.client.participants.importTable(table)).toMatchObject({ unchanged: 1, cleared: 0 });
    expect(await t.client.participants.importTable({ ...table, clearEmpty: true })).toMatchObject({
      updated: 1,
      cleared: 1,
    });
  });

  test('is laid out and read again as chosen, and gone when it is let go of', async () => {
    const draft = await inspect('participants.xlsx');
    expect(draft.sheets.map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['Participants', false],
      ['Heures', false],
      ['Brouillon', true],
    ]);
    const source = { kind: 'draft', draftId: draft.draftId } as const;
    expect(await t.client.tables.inspect({ source, sheet: 'Heures' })).toMatchObject({
      draftId: draft.draftId,
      sheet: 1,
      rows: 1,
    });
    expect(await t.client.tables.inspect({ source, headerRow: 0 })).toMatchObject({
      sheet: 0,
      rows: 8,
      columns: { 0: { title: 'Colonne A' } },
    });
    await expect(t.client.tables.inspect({ source, sheet: 'Rien' })).rejects.toMatchObject({
      code: 'not-found',
    });
    const text = await inspectText('Nom,Âge\nZoé,3\n');
    const again = { kind: 'draft', draftId: text.draftId } as const;
    expect(
      await t.client.tables.inspect({ source: again, encoding: 'windows-1252', delimiter: ';' }),
    ).toMatchObject({ delimiter: ';', columns: { length: 1 } });
    await t.client.tables.discard({ draftIds: [draft.draftId] });
    await expect(t.client.tables.inspect({ source })).rejects.toMatchObject({ code: 'draft.missing' });
  });

  test('that cannot be read says why, in words', async () => {
    await expect(inspectText('')).rejects.toMatchObject({ code: 'format.empty' });
    const word = { kind: 'path', path: join(REPOSITORY, 'fixtures/documents/pandoc.docx') } as const;
    await expect(t.client.tables.inspect({ source: word })).rejects.toMatchObject({
      code: 'format.no-table',
      message: expect.stringContaining('.xlsx'),
    });
    await expect(
      t.client.tables.inspect({ source: { kind: 'path', path: '/nowhere.csv' } }),
    ).rejects.toMatchObject({ code: 'file.missing' });
    const [asText] = await t.client.import.inspect({
      files: [{ kind: 'path', path: path('participants.csv') }],
    });
    expect(asText).toMatchObject({ ok: false, error: { code: 'format.is-table' } });
  });
});

describe('a survey', () => {
  const survey = async (name: string) => {
    const draft = await inspect(name);
    const answers = draft.columns
      .filter(({ isOpen }) => isOpen)
      .map(({ column, title }) => ({ column, question: title }));
    return {
      draft,
      table: { draftId: draft.draftId, respondent: { column: 0 }, variables: variablesOf(draft), answers },
    };
  };

  test.each(['questionnaire.xlsx', 'questionnaire.ods', 'questionnaire.csv'])(
    '%s becomes a document per respondent, with topics and variables',
    async (name) => {
      const { draft, table } = await survey(name);
      expect(draft).toMatchObject({ headerRow: 3, keyColumn: 0, purpose: 'survey', rows: 4 });
      expect(draft.columns.map(({ type, isOpen }) => (isOpen ? 'open' : type))).toEqual(
        ['text', 'category', 'date', 'open', 'open'].map((type) =>
          name.endsWith('csv') && type === 'category' ? draft.columns[1]?.type : type,
        ),
      );
      const planned = await t.client.surveys.plan(table);
      expect(planned).toMatchObject({
        documents: 3,
        created: 3,
        answers: 5,
        topics: 2,
        skipped: { rows: [{ row: 7, name: 'Driss', reason: 'no-answer' }] },
      });
      const { documentIds, ...outcome } = await t.client.surveys.import(table);
      expect(outcome).toEqual(planned);
      const anna = await t.client.documents.get({ documentId: documentIds[0]! });
      expect(anna.text.startsWith('Qu’est-ce qui a changé dans votre travail ?\nTout s’est fait')).toBe(true);
      const topics = anna.topics.map(({ title, start, end }) => [
        title,
        anna.text.slice(start, end).split('\n').length,
      ]);
      expect(topics).toEqual([
        ['Qu’est-ce qui a changé dans votre travail ?', 3],
        ['De quoi auriez-vous eu besoin ?', 2],
      ]);
      const boris = await t.client.documents.get({ documentId: documentIds[1]! });
      expect(boris.topics).toHaveLength(1);
      expect((await t.client.project.check({})).ok).toBe(true);
    },
  );

  const found = async (text: string) =>
    (await t.client.search.find({ text })).hits.map(({ documentId, start, end }) => ({
      documentId,
      start,
      end,
    }));

  test('counts the answers as the respondents’ words, the questions as nobody’s', async () => {
    const { draftId } = await inspectText('Nom;Quoi ?\nAnna;"Rien de neuf."\nBoris;Tout\n');
    const answers = [{ column: 1, question: 'Quoi ?' }];
    await t.client.surveys.import({ draftId, respondent: { column: 0 }, variables: [], answers });
    await t.client.codings.createMany({
      codePath: 'A',
      passages: await found('quoi'),
    });
    await t.client.codings.createMany({
      codePath: 'B',
      passages: await found('rien'),
    });
    const table = await t.client.analysis.frequencies({ by: 'tree' });
    expect(table.rows.map(({ segmentsByParticipant }) => segmentsByParticipant)).toEqual([
      [0, 0],
      [1, 0],
    ]);
    expect(table.words).toBe(4);
    expect((await t.client.guide.coverage({})).topics[0]?.participantIds).toHaveLength(2);
  });

  test('imported again adds only who is new, and is undone in one step', async () => {
    const answers = [{ column: 1, question: 'Quoi ?' }];
    const template = { respondent: { template: 'Répondant {n}' }, variables: [], answers };
    const first = await inspectText('Date;Quoi ?\n1;a\n2;b\n');
    await t.client.surveys.import({ draftId: first.draftId, ...template });
    const before = await t.client.documents.list({});
    const second = await inspectText('Date;Quoi ?\n1;a\n2;b\n3;c\n');
    expect(await t.client.surveys.import({ draftId: second.draftId, ...template })).toMatchObject({
      documents: 1,
      topics: 0,
      skipped: { count: 2 },
    });
    expect((await t.client.participants.list({})).map(({ name }) => name)).toEqual([
      'Répondant 1',
      'Répondant 2',
      'Répondant 3',
    ]);
    expect(await t.client.history.undo({})).toMatchObject({
      label: 'réponses de t.csv importées (1)',
    });
    expect(await t.client.documents.list({})).toEqual(before);
  });
});
