import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LOOKS, photograph, problems } from './looks.ts';
import { dropFiles, Program, ROOT } from './window.ts';

// Tables of participants and answers of a survey, brought in through the window, and taken back.

const TABLES = join(ROOT, 'fixtures/tables');
const table = (name: string): string => join(TABLES, name);

const program = new Program();
const own = mkdtempSync(join(tmpdir(), 'repere-tables-'));
let page: Page;

beforeAll(async () => {
  page = await program.openSample();
});
afterAll(async () => {
  await program.end();
  rmSync(own, { recursive: true, force: true });
});

/** As long as a busy machine may take. */
const WAIT = { timeout: 20_000 };

const dialog = (of: Page = page): Locator =>
  of.getByRole('dialog', { name: /^(?:Importer un tableau|Import a table)$/u });
const plan = (): Locator => dialog().locator('.tables-plan');
const shot = (name: string, of = page) => photograph(of, `tables-${name}`);

function ownTable(name: string, text: string): string {
  const path = join(own, name);
  writeFileSync(path, text);
  return path;
}

function rows<T>(sql: string): T[] {
  const file = readdirSync(program.folder, { recursive: true, encoding: 'utf8' }).find(
    (each) => each.endsWith('.repere') && !each.startsWith('data'),
  );
  const db = new Database(join(program.folder, file ?? 'missing'), { readonly: true });
  try {
    return db.prepare<[], T>(sql).all();
  } finally {
    db.close();
  }
}

/** Who has which value of a variable, as the file has it. */
function valuesOf(variable: string): Record<string, string> {
  const found = rows<{ name: string; value: string }>(
    `SELECT participant.name AS name, variable_value.value AS value FROM variable_value
     JOIN variable ON variable.id = variable_value.variable_id
     JOIN participant ON participant.id = variable_value.participant_id
     WHERE variable.scope = 'participant' AND variable.name = '${variable}' ORDER BY participant.name`,
  );
  return Object.fromEntries(found.map(({ name, value }) => [name, value]));
}

const participants = (): string[] =>
  rows<{ name: string }>('SELECT name FROM participant ORDER BY id').map(({ name }) => name);

/** The file field that a press on « Parcourir » opens. */
async function chooseFile(of: Page, path: string): Promise<void> {
  const chooser = of.waitForEvent('filechooser');
  await dialog(of)
    .getByRole('button', { name: /^(?:Parcourir|Browse)$/u })
    .click();
  await (await chooser).setFiles(path);
}

async function openWithOmnibox(of: Page): Promise<void> {
  await of.keyboard.press('Control+K');
  await of.keyboard.type('tabl');
  await of
    .getByRole('menuitem', { name: /^(?:Importer un tableau|Import a table)/u })
    .first()
    .click();
  await dialog(of).waitFor();
}

async function choose(select: Locator, option: string | RegExp): Promise<void> {
  await select.click();
  const wanted = page.getByRole('option', { name: option });
  await wanted.click();
  // Until the list is gone, Escape would be for it.
  await wanted.waitFor({ state: 'detached' });
}

const confirm = (name: RegExp): Promise<void> => dialog().getByRole('button', { name }).click();
const planIs = (words: string | RegExp): Promise<void> => plan().filter({ hasText: words }).waitFor();

test('a workbook of participants shows what it would change, column by column', async () => {
  await dropFiles(page, [table('participants.xlsx')]);
  await planIs('1 nouveau participant, 6 mis à jour, 42 valeurs, 6 nouvelles variables');
  const row = dialog().getByRole('row', { name: /^Discipline/u });
  await expect.poll(() => row.textContent()).toContain('déjà dans le projet');
  await expect
    .poll(() =>
      dialog()
        .getByRole('row', { name: /^Heures par semaine/u })
        .textContent(),
    )
    .toContain('12,5');
  await shot('participants');
});

test('a type that does not fit says which cells, and what is imported follows', async () => {
  await choose(dialog().getByRole('button', { name: /Type de Heures par semaine/u }), 'Nombre entier');
  await dialog()
    .getByText(/ne (?:sera|seront) pas reprises?\s: ligne \d+, «/u)
    .waitFor();
  await shot('misfits');
  await choose(dialog().getByRole('button', { name: /Type de Heures par semaine/u }), 'Nombre décimal');
  await dialog().getByText('pas reprises').waitFor({ state: 'hidden' });
});

test('two columns of one name are pointed out, and nothing can be imported until one gives way', async () => {
  const name = dialog().getByRole('textbox', { name: 'Nom de la variable pour Remarque' });
  await name.fill('titulaire');
  await expect.poll(() => dialog().getByText('Deux colonnes portent ce nom').count()).toBe(2);
  await planIs('Corrigez les noms signalés');
  await expect
    .poll(() => dialog().getByRole('button', { name: 'Importer', exact: true }).isDisabled())
    .toBe(true);
  await shot('twice');
  await name.fill('Remarque');
  await planIs('42 valeurs');
});

test('participants are updated by their name in one step, which is taken back as one', async () => {
  const before = participants();
  await confirm(/^Importer 7 participants$/u);
  await dialog().waitFor({ state: 'hidden' });
  const toast = page.getByText('Tableau importé : 1 nouveau participant, 6 mis à jour').first();
  await toast.waitFor();
  await shot('toast');
  expect(participants()).toHaveLength(before.length + 1);
  expect(valuesOf('Âge')).toMatchObject({ 'Référent 1': '34', 'Référent 2': '51' });
  expect(valuesOf('Date de l’entretien')['Référent 1']).toBe('2020-05-18');
  await page.getByRole('alert').or(page.locator('.toast')).getByRole('button', { name: 'Annuler' }).click();
  await expect.poll(participants, WAIT).toEqual(before);
  expect(valuesOf('Âge')).toEqual({});
  await page.keyboard.press('Control+Shift+Z');
  await expect.poll(participants, WAIT).toHaveLength(before.length + 1);
});

test('the same table again would change nothing', async () => {
  await dropFiles(page, [table('participants.xlsx')]);
  await planIs('Ce tableau ne changerait rien au projet.');
  await expect
    .poll(() => dialog().getByRole('button', { name: 'Importer', exact: true }).isDisabled())
    .toBe(true);
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'hidden' });
});

test('a text table, which lost an emoji, would change the one value', async () => {
  await openWithOmnibox(page);
  await chooseFile(page, table('participants.csv'));
  await planIs('1 mis à jour, 1 valeur');
  await dialog()
    .getByRole('button', { name: /Encodage/u })
    .waitFor();
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'hidden' });
});

test('a text table is read again with another delimiter or encoding', async () => {
  await dropFiles(page, [table('participants.csv')]);
  await dialog().getByRole('row', { name: /^Âge/u }).waitFor();
  await choose(dialog().getByRole('button', { name: /Encodage/u }), /Mac/u);
  await dialog()
    .getByRole('row', { name: /^¬ge|^.ge/u })
    .waitFor();
  await expect.poll(() => dialog().getByRole('row', { name: /^Âge/u }).count()).toBe(0);
  await choose(dialog().getByRole('button', { name: /Encodage/u }), /1252/u);
  await dialog().getByRole('row', { name: /^Âge/u }).waitFor();
  await choose(dialog().getByRole('button', { name: /Séparateur/u }), 'Barre verticale');
  await dialog().getByText('1 colonne', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  // Something was chosen: it is asked about.
  await page.getByRole('alertdialog').getByRole('button', { name: 'Fermer sans enregistrer' }).click();
  await dialog().waitFor({ state: 'hidden' });
});

test('the answers of a survey become documents whose topics are the questions', async () => {
  const before = participants();
  await dropFiles(page, [table('questionnaire.xlsx')]);
  await planIs(/^\d+ documents, \d+ nouveaux participants, \d+ réponses, 2 nouveaux thèmes du guide/u);
  await expect
    .poll(() =>
      dialog()
        .getByRole('radio', { name: /Questionnaire/u })
        .isChecked(),
    )
    .toBe(true);
  await shot('survey');
  await dialog()
    .getByText(/sera laissée de côté/u)
    .waitFor();
  await dialog().getByRole('button', { name: 'Voir pourquoi' }).click();
  await dialog().getByText('Laissée de côté : aucune réponse ouverte.').waitFor();
  await shot('survey-rows');
  await dialog().getByRole('radio', { name: 'Premier document' }).click();
  await dialog()
    .getByRole('region', { name: 'Premier document' })
    .getByText('De temps, et d’un collègue à qui demander.')
    .waitFor();
  await shot('survey-preview');
  await confirm(/^Importer \d+ documents$/u);
  await dialog().waitFor({ state: 'hidden' });
  const made = rows<{ name: string; topics: number }>(
    `SELECT document.name AS name, count(topic_span.id) AS topics FROM document
     JOIN topic_span ON topic_span.document_id = document.id
     JOIN guide_topic ON guide_topic.id = topic_span.guide_topic_id
     WHERE guide_topic.title IN ('Qu’est-ce qui a changé dans votre travail ?', 'De quoi auriez-vous eu besoin ?')
     GROUP BY document.id ORDER BY document.id`,
  );
  expect(made[0]).toEqual({ name: 'Anna', topics: 2 });
  await page.getByRole('option', { name: /^Anna/u }).click();
  await page.locator('[role=document]').getByText('Tout s’est fait à distance').waitFor();
  await shot('survey-document');
  await page.keyboard.press('Control+Z');
  await expect.poll(participants, WAIT).toEqual(before);
  expect(rows("SELECT id FROM document WHERE name = 'Anna'")).toEqual([]);
});

test('a table among transcripts waits for its own window', async () => {
  const note = ownTable('entretien.txt', 'Q : Bonjour ?\nR9 : Bonjour.\nQ : Et ensuite ?\nR9 : Rien.\n');
  await dropFiles(page, [table('questionnaire.csv'), note]);
  const transcripts = page.getByRole('dialog', { name: 'Importer des transcriptions' });
  await transcripts.getByText('1 fichier prêt, 1 tableau à la suite').waitFor();
  await shot('mixed');
  await transcripts.getByRole('button', { name: 'Importer 1 document' }).click();
  await planIs(/documents/u);
  await expect.poll(() => transcripts.count()).toBe(0);
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'hidden' });
});

test('the participants’ page opens the window and is there again afterwards', async () => {
  await page.keyboard.press('Control+K');
  await page.keyboard.type('Participants et var');
  await page
    .getByRole('menuitem', { name: /Participants et variables/u })
    .first()
    .click();
  const settings = page.getByRole('dialog', { name: 'Réglages du projet' });
  await settings.getByRole('button', { name: 'Importer un tableau…' }).click();
  await dialog().getByText('Rien n’entre dans le projet avant votre accord').waitFor();
  await shot('empty');
  await chooseFile(
    page,
    ownTable('ages.tsv', 'Nom\tÂge\nRéférent 1\t35\nRéférent 1\t36\n\t40\nRéférent 2\t51\n'),
  );
  await planIs('1 mis à jour, 1 valeur');
  await dialog().getByText('2 lignes seront laissées de côté.').waitFor();
  await confirm(/^Importer 1 participant$/u);
  await settings.getByRole('row', { name: /Référent 1/u }).waitFor();
  expect(valuesOf('Âge')['Référent 1']).toBe('35');
  await page.keyboard.press('Escape');
});

test('a file that is no table says so, and the next one can be read', async () => {
  await dropFiles(page, [ownTable('vide.csv', ''), table('participants.ods')]);
  await dialog().getByRole('alert').waitFor();
  await shot('failed');
  await dialog()
    .getByRole('button', { name: /participants\.ods/u })
    .first()
    .click();
  await dialog().getByRole('row', { name: /^Âge/u }).waitFor();
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'hidden' });
});

test('a table of 1,000 rows and 60 columns is shown, changed, imported and taken back', async () => {
  const before = participants();
  const head = ['Nom', ...Array.from({ length: 59 }, (_none, index) => `Question ${index + 1}`)].join(';');
  const lines = Array.from({ length: 1_000 }, (_none, row) =>
    [`Personne ${row}`, ...Array.from({ length: 59 }, (_cell, column) => (row * column) % 97)].join(';'),
  );
  await dropFiles(page, [ownTable('grand.csv', [head, ...lines].join('\n'))]);
  await planIs('1 000 nouveaux participants, 59 000 valeurs, 59 nouvelles variables');
  await dialog()
    .getByRole('textbox', { name: 'Nom de la variable pour Question 3', exact: true })
    .fill('Trois');
  // Whatever the size of the table, the rows of sixty columns at most are drawn.
  await expect.poll(() => dialog().locator('.column-row').count(), WAIT).toBe(60);
  await dialog().getByRole('radio', { name: '1 000 lignes' }).click();
  await dialog().getByRole('cell', { name: 'Personne 29', exact: true }).waitFor();
  await shot('large');
  await confirm(/^Importer 1 000 participants$/u);
  await dialog().waitFor({ state: 'hidden' });
  expect(participants()).toHaveLength(before.length + 1_000);
  expect(valuesOf('Trois')['Personne 50']).toBe('3');
  await page.keyboard.press('Control+Z');
  await expect.poll(participants, WAIT).toEqual(before);
});

test.each(LOOKS)('the window is accessible: $name', async ({ name, ...look }) => {
  const other = await program.window(look);
  await other.locator('[role=document]').waitFor();
  const views: Readonly<Record<string, () => Promise<void>>> = {
    participants: async () => {
      await dropFiles(other, [
        table('participants.csv'),
        ownTable('vide.csv', ''),
        table('questionnaire.ods'),
      ]);
      await dialog(other).locator('.column-row').first().waitFor();
      await dialog(other)
        .getByRole('textbox', { name: /(?:pour|for) Remarque$/u })
        .fill('Titulaire');
    },
    failed: async () => {
      await dialog(other)
        .getByRole('button', { name: /vide\.csv/u })
        .first()
        .click();
      await dialog(other).getByRole('alert').waitFor();
    },
    survey: async () => {
      await dialog(other)
        .getByRole('button', { name: /questionnaire\.ods/u })
        .first()
        .click();
      await dialog(other)
        .getByRole('radio', { name: /^\d+ (?:lignes|rows)$/u })
        .click();
      await dialog(other)
        .getByText(/^(?:Laissée de côté|Left out)/u)
        .first()
        .waitFor();
    },
  };
  for (const [view, go] of Object.entries(views)) {
    await go();
    await shot(`${name}-${view}`, other);
    await expect.poll(() => problems(other)).toEqual([]);
  }
  await other.context().close();
});

test('a table dropped where no project is open goes into a new one', async () => {
  await page.keyboard.press('Control+K');
  await page.keyboard.type('Fermer le projet');
  await page.getByRole('menuitem', { name: 'Fermer le projet', exact: true }).click();
  await page.getByRole('button', { name: 'Ouvrir l’étude exemple' }).waitFor();
  await dropFiles(page, [table('participants.csv')]);
  const making = page.getByRole('dialog', { name: 'Nouveau projet' });
  await making.getByText('1 fichier sera importé ensuite.').waitFor();
  await making.getByRole('textbox', { name: 'Nom du projet' }).fill('Neuf');
  await making.getByRole('button', { name: 'Créer le projet' }).click();
  await planIs('7 nouveaux participants');
  await page.keyboard.press('Escape');
});

test('nothing went wrong on the way', () => {
  expect(program.complaints).toEqual([]);
});
