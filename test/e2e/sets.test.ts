import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LOOKS, photograph, problems } from './looks.ts';
import { Program, ROOT } from './window.ts';

// Sets of codes, documents and participants: kept from a choice, used in every filter, looked after in their window.

const program = new Program();
let page: Page;

beforeAll(async () => {
  const file = join(program.folder, 'etude.repere');
  execFileSync(process.execPath, [join(ROOT, 'dist/node/cli.js'), 'sample', file]);
  await program.start(file);
  page = await program.window();
  await page.getByRole('tree').waitFor();
});
afterAll(() => program.end());

const sets = () => page.getByRole('dialog', { name: 'Ensembles', exact: true });
const tab = (name: string) => page.getByRole('navigation').getByRole('button', { name }).click();
const pill = (name: string) => page.locator('.filter-pill', { hasText: name }).getByRole('button').first();

async function openSets(): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Ensembles');
  await page.getByRole('menuitem', { name: 'Ensembles', exact: true }).click();
  await sets().waitFor();
}

async function make(kind: string, name: string, members: readonly string[]): Promise<void> {
  await sets().getByRole('radio', { name: kind }).click();
  await sets().getByRole('button', { name: 'Nouvel ensemble' }).click();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  const part = sets().getByRole('region', { name });
  for (const member of members) {
    await part.locator('.checkbox', { hasText: member }).first().click();
    await expect.poll(() => part.getByRole('checkbox', { name: member }).first().isChecked()).toBe(true);
  }
}

test('the window makes sets, ticks their members, renames and deletes them, each as a step', async () => {
  await openSets();
  await make('Documents', 'Premiers', ['Référent 1', 'Référent 2']);
  await make('Participants', 'Trois voix', ['Référent 3', 'Référent 4', 'Référent 5']);
  await make('Codes', 'À jeter', []);
  await sets().getByRole('textbox', { name: 'Nom de l’ensemble' }).fill('Rien');
  await page.keyboard.press('Tab');
  await sets().getByRole('button', { name: /^Rien/u }).waitFor();
  await photograph(page, 'sets-window');
  await sets().getByRole('button', { name: 'Supprimer' }).click();
  await sets()
    .getByText(/^Aucun ensemble encore/u)
    .waitFor();
  await page.keyboard.press('Escape');
});

test('limits the list of documents', async () => {
  const documents = () => page.getByRole('listbox').getByRole('option').count();
  await expect.poll(() => documents()).toBe(8);
  await page.locator('.document-sets').getByRole('button').click();
  await page.getByRole('button', { name: /^Premiers/u }).click();
  await page.keyboard.press('Escape');
  await expect.poll(documents).toBe(2);
  await page.getByRole('button', { name: 'Effacer le filtre Ensemble' }).click();
  await expect.poll(documents).toBe(8);
});

test('limits the frequencies to documents and participants, and keeps a choice as another set', async () => {
  await tab('Fréquences');
  await pill('Documents').click();
  await page.getByRole('button', { name: /^Premiers/u }).click();
  await page.keyboard.press('Escape');
  await expect.poll(() => pill('Documents').textContent()).toContain('Premiers');
  await expect.poll(() => page.locator('.freq-source').textContent()).toMatch(/^2 /u);
  await page.getByRole('button', { name: 'Effacer le filtre Documents' }).click();
  await page.getByRole('button', { name: 'Filtre' }).click();
  await page.getByRole('menuitem', { name: 'Référents' }).click();
  await pill('Référents').click();
  await page.getByRole('button', { name: 'Tout décocher' }).click();
  await page.locator('.checklist .checkbox', { hasText: 'Référent 8' }).click();
  await page.getByRole('button', { name: 'Garder comme ensemble' }).click();
  await page.keyboard.type('La dernière');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^La dernière/u, pressed: true }).waitFor();
  await page.getByRole('button', { name: /^Trois voix/u }).click();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('.freq-source').textContent()).toMatch(/^3 /u);
  await expect.poll(() => pill('Référents').textContent()).toContain('Trois voix');
});

test('keeps codes that are chosen in the quotations as a set, and chooses them again', async () => {
  await tab('Extraits');
  for (const name of ['Entraide nécessaire', "Modalités d'évaluation"]) {
    await page.getByRole('button', { name: 'Code', exact: true }).click();
    await page.getByRole('searchbox', { name: 'Chercher un code' }).fill(name);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.quotes-codes .chip', { hasText: name.slice(0, 8) }).waitFor();
  }
  await page.locator('.quotes-codes .filter-pill').getByRole('button').first().click();
  await page.getByRole('button', { name: 'Garder comme ensemble' }).click();
  await page.keyboard.type('Noyau');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Noyau/u, pressed: true }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Effacer le filtre Ensemble' }).click();
  await expect.poll(() => page.locator('.quotes-codes .chip').count()).toBe(0);
  await page.locator('.quotes-codes .filter-pill').getByRole('button').first().click();
  await page.getByRole('button', { name: /^Noyau/u }).click();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('.quotes-codes .chip').count()).toBe(2);
});

test('limits the frequencies to the codes of a set: the others stand there, empty', async () => {
  await tab('Fréquences');
  const figure = (name: string) =>
    page
      .getByRole('row', { name: new RegExp(name, 'u') })
      .locator('.n-over-n')
      .first()
      .innerText();
  const before = await figure('Entraide nécessaire');
  await page.getByRole('button', { name: 'Filtre', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Codes', exact: true }).click();
  await pill('Codes').click();
  await page.getByRole('button', { name: /^Noyau/u }).click();
  await page.keyboard.press('Escape');
  await expect.poll(() => pill('Codes').textContent()).toContain('Noyau');
  await expect.poll(() => figure('Outils de capsules vidéo')).toMatch(/^0/u);
  await expect.poll(() => figure('Entraide nécessaire')).toBe(before);
  await expect.poll(() => problems(page)).toEqual([]);
  await photograph(page, 'sets-frequencies-codes');
  await page.getByRole('button', { name: 'Effacer le filtre Codes' }).click();
  await expect.poll(() => figure('Outils de capsules vidéo')).not.toMatch(/^0/u);
});

test('limits a search to the codes of a set', async () => {
  await tab('Coder');
  await page.keyboard.press('Control+Shift+f');
  const limits = page.locator('.search-pills');
  await limits.getByRole('button', { name: 'Filtre' }).click();
  await page.getByRole('menuitem', { name: 'Code', exact: true }).click();
  await pill('Code').click();
  await page.getByRole('button', { name: /^Noyau/u }).click();
  await page.keyboard.press('Escape');
  await expect.poll(() => pill('Code').textContent()).toContain('Noyau');
  await page.locator('.checklist').waitFor({ state: 'hidden' });
});

test('limits the table of participants', async () => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Participants et variables');
  await page.getByRole('menuitem', { name: 'Participants et variables', exact: true }).click();
  const table = page.getByRole('dialog').locator('.value-grid tbody tr');
  await expect.poll(() => table.count()).toBe(8);
  await page.locator('.participants-bar .filter-pill').getByRole('button').click();
  await page.getByRole('button', { name: /^Trois voix/u }).click();
  await page.keyboard.press('Escape');
  await expect.poll(() => table.count()).toBe(3);
  await page.keyboard.press('Escape');
});

test('nothing stands in the way of anybody, in both looks', async () => {
  for (const { name, ...look } of LOOKS) {
    const other = await program.window(look);
    await other.locator('.code-tree').waitFor();
    await other.locator('.document-sets').getByRole('button').click();
    await other.locator('.set-choice').first().waitFor();
    await photograph(other, `sets-pill-${name}`);
    // What floats over the page belongs to no landmark: the checker asks for one.
    const floating = ((await problems(other)) as { readonly id: string }[]).filter(
      ({ id }) => id !== 'region',
    );
    expect(floating).toEqual([]);
    await other.locator('.set-choices-foot').getByRole('button').last().click();
    await other.locator('.sets-members').waitFor();
    await photograph(other, `sets-${name}`);
    await expect.poll(() => problems(other)).toEqual([]);
    await other.context().close();
  }
});

test('nothing complained on the way', () => {
  expect(program.complaints).toEqual([]);
});
