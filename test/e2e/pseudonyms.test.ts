import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LOOKS, photograph, problems } from './looks.ts';
import { Program } from './window.ts';

// Names out of a coded study: replaced, taken back, replaced again, and sealed.

const program = new Program();
let page: Page;
let before: readonly string[];

beforeAll(async () => {
  await program.start();
  page = await program.window();
  await page
    .getByRole('button', { name: /étude exemple|exemple/iu })
    .first()
    .click();
  await page.getByRole('region', { name: 'Documents et codes' }).waitFor();
  before = codedWords();
});
afterAll(() => program.end());

const dialog = () => page.getByRole('dialog', { name: 'Pseudonymiser' });
const shot = (name: string, of = page) => photograph(of, `pseudonyms-${name}`);

function projectFile(): string {
  const name = readdirSync(program.folder, { recursive: true, encoding: 'utf8' }).find(
    (each) => each.endsWith('.repere') && !each.startsWith('data'),
  );
  return join(program.folder, name ?? 'missing');
}

/** The words under every coding, as the file has them. */
function codedWords(): string[] {
  const db = new Database(projectFile(), { readonly: true });
  const rows = db
    .prepare<[], { text: string; start: number; end: number }>(
      `SELECT text_version.text AS text, coding.start_utf16 AS start, coding.end_utf16 AS end
       FROM coding JOIN document ON document.id = coding.document_id
       JOIN text_version ON text_version.id = document.text_version_id ORDER BY coding.id`,
    )
    .all();
  db.close();
  return rows.map(({ text, start, end }) => text.slice(start, end));
}

async function openFromMenu(of: Page): Promise<void> {
  await of.keyboard.press('Control+K');
  await of.keyboard.type('Pseudonymis');
  await of
    .getByRole('menuitem', { name: /Pseudonymise/u })
    .first()
    .click();
  await of.getByRole('dialog', { name: /Pseudonymise/u }).waitFor();
}

async function add(name: string, pseudonym: string): Promise<void> {
  await dialog().getByRole('textbox', { name: 'Nom', exact: true }).fill(name);
  await dialog().getByRole('textbox', { name: 'Pseudonyme', exact: true }).fill(pseudonym);
  await page.keyboard.press('Enter');
  await dialog()
    .getByRole('textbox', { name: `Nom de la ligne « ${name} »` })
    .waitFor();
}

test('names are added by keyboard, and their forms show in context', async () => {
  await openFromMenu(page);
  await shot('empty');
  await add('Moodle', 'Arche');
  await add('Slack', 'Arche');
  const found = dialog().getByRole('region', { name: 'Moodle' });
  await found.locator('mark').first().waitFor();
  await expect.poll(() => found.locator('mark').first().textContent()).toMatch(/^moodle$/iu);
  await dialog().getByText('« Arche » remplace plusieurs noms.').first().waitFor();
  await shot('found');
});

test('a table is taken from a CSV file as a spreadsheet writes it', async () => {
  await dialog()
    .locator('input[type=file]')
    .setInputFiles({
      name: 'noms.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('nom;pseudonyme;type\nSlack;Café;organisation\n', 'latin1'),
    });
  await expect
    .poll(() => dialog().getByRole('textbox', { name: 'Pseudonyme de « Slack »' }).inputValue())
    .toBe('Café');
  await expect.poll(() => dialog().getByText('remplace plusieurs noms').count()).toBe(0);
});

test('a form that is unticked is not counted', async () => {
  const count = dialog()
    .getByText(/^\d+ remplacements dans \d+ documents$/u)
    .last();
  const all = await count.textContent();
  const box = dialog().getByRole('region', { name: 'Slack' }).getByRole('checkbox').first();
  await box.press('Space');
  await expect.poll(() => count.textContent()).not.toBe(all);
  await box.press('Space');
  await expect.poll(() => count.textContent()).toBe(all);
});

test('names are replaced in one step, and the codings stay on their words', async () => {
  expect(before.some((words) => words.includes('Moodle'))).toBe(true);
  await dialog().getByRole('button', { name: 'Appliquer' }).click();
  await dialog().getByText('Aucun de ces noms ne se trouve dans le projet.').waitFor();
  const expected = before.map((words) => words.replaceAll('Moodle', 'Arche').replaceAll('Slack', 'Café'));
  expect(codedWords()).toEqual(expected);
  await shot('applied');
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'hidden' });
  await page.keyboard.press('Control+Z');
  await expect.poll(codedWords).toEqual(before);
  await page.keyboard.press('Control+Shift+Z');
  await expect.poll(codedWords).toEqual(expected);
});

test('the original files are removed alone, after a word about what is lost', async () => {
  const originals = (): number => {
    const db = new Database(projectFile(), { readonly: true });
    const bytes = db.prepare<[], number>('SELECT total(length(bytes)) FROM original').pluck().get() ?? 0;
    db.close();
    return bytes;
  };
  await page.keyboard.press('Control+K');
  await page.keyboard.type('Réglages du projet');
  await page
    .getByRole('menuitem', { name: /Réglages du projet/u })
    .first()
    .click();
  const settings = page.getByRole('dialog', { name: /projet/iu });
  const question = page.getByRole('alertdialog', { name: 'Supprimer les fichiers d’origine' });
  const words = codedWords();
  expect(originals()).toBeGreaterThan(0);
  await settings.getByText(/^8 fichiers importés, gardés tels quels/u).waitFor();
  await shot('originals');
  await settings.getByRole('button', { name: 'Supprimer…' }).click();
  await question.getByText(/mise en page, images, propriétés/u).waitFor();
  await question.getByText(/^Les sauvegardes, qui contiennent aussi ces fichiers/u).waitFor();
  await shot('originals-question');
  await expect.poll(() => problems(page)).toEqual([]);
  await question.getByRole('button', { name: 'Annuler' }).click();
  await question.waitFor({ state: 'hidden' });
  expect(originals()).toBeGreaterThan(0);

  await settings.getByRole('button', { name: 'Supprimer…' }).click();
  await question.getByRole('button', { name: 'Supprimer définitivement' }).click();
  await settings.getByText('Le projet ne garde aucun fichier importé.').waitFor();
  await page.getByText(/8 fichiers d’origine vidés/u).waitFor();
  await shot('originals-gone');
  expect(originals()).toBe(0);
  expect(codedWords()).toEqual(words);
  await page.keyboard.press('Escape');
  await settings.waitFor({ state: 'hidden' });
});

test('the key is saved elsewhere before the project is sealed', async () => {
  await openFromMenu(page);
  await add('Discord', 'Forum');
  const saving = page.waitForEvent('download');
  await dialog().getByRole('button', { name: 'Exporter la clé…' }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toBe('cle-des-pseudonymes.csv');
  await expect.poll(async () => readFileSync(await download.path(), 'utf8')).toContain('Moodle;Arche;person');
});

test('sealing says what will be gone, can be left, and reports what still holds a name', async () => {
  const question = page.getByRole('alertdialog', { name: 'Sceller le projet' });
  await dialog().getByRole('button', { name: 'Sceller…' }).click();
  await question.getByText('Cette action est irréversible.').waitFor();
  for (const gone of [/^la clé/u, /^les annulations/u, /^les sauvegardes/u, /^les fichiers d’origine/u])
    await expect.poll(() => question.getByText(gone).count()).toBe(1);
  await question.getByText(/^\d+ occurrences de noms ne sont pas encore remplacées/u).waitFor();
  await shot('seal');
  await question.getByRole('button', { name: 'Annuler' }).click();
  await question.waitFor({ state: 'hidden' });
  await dialog().getByRole('textbox', { name: 'Nom de la ligne « Moodle »' }).waitFor();

  await dialog().getByRole('button', { name: 'Sceller…' }).click();
  await question.getByRole('button', { name: 'Sceller définitivement' }).click();
  const report = page.getByRole('dialog', { name: 'Projet scellé' });
  await report.getByText('3 noms retirés de la table').waitFor();
  await expect.poll(() => report.locator('mark').first().textContent()).toMatch(/discord/iu);
  await shot('report');
  await page.keyboard.press('Escape');
  await report.waitFor({ state: 'hidden' });
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'hidden' });
  expect(readFileSync(projectFile()).includes('Slack')).toBe(false);
  const words = codedWords();
  await page.keyboard.press('Control+Z');
  expect(codedWords()).toEqual(words);
});

test.each(LOOKS)('the windows are accessible: $name', async ({ name, ...look }) => {
  const other = await program.window(look);
  await other.locator('[role=document]').waitFor();
  await openFromMenu(other);
  const names = other.getByRole('textbox', { name: /^(?:Nom|Name)$/u });
  await names.fill(`Discord ${name}`);
  await other
    .getByRole('textbox', { name: /^Pseudonym/u })
    .last()
    .fill('Arche');
  await other.keyboard.press('Enter');
  await other
    .getByRole('textbox', { name: /Discord/u })
    .first()
    .waitFor();
  await other.locator('mark').first().waitFor();
  for (const part of ['names', 'seal']) {
    if (part === 'seal') await other.getByRole('button', { name: /^(?:Sceller|Seal)…/u }).click();
    await expect.poll(() => problems(other)).toEqual([]);
    await shot(`${name}-${part}`, other);
  }
  await other.context().close();
});

test('nothing went wrong on the way', () => {
  expect(program.complaints).toEqual([]);
});
