import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { photograph, problems } from './looks.ts';
import { Program, ROOT } from './window.ts';

// The codebook with pointer and keyboard: several codes at once, merging, splitting, sorting, limiting.

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

const tree = () => page.getByRole('tree');
const row = (name: string) =>
  page.locator('.code-row', { has: page.locator('.code-name').getByText(name, { exact: true }) });
const chosen = () => page.getByRole('toolbar', { name: 'Actions pour les codes choisis' });
const dialog = (name: RegExp) => page.getByRole('dialog', { name });
const codeNames = async () =>
  (await page.locator('.code-row-code .code-name').allTextContents()).map((name) => name.trim());
const undo = async () => {
  await page.keyboard.press('Control+z');
};
const look = (name: string) => photograph(page, name);
/** Nothing against the window as it stands, in either theme. */
async function judge(): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`[data-theme="${colorScheme}"]`).first().waitFor();
    await expect.poll(() => problems(page)).toEqual([]);
  }
}
async function orderMenu(item: string): Promise<void> {
  await page.getByRole('button', { name: 'Ordre des codes' }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

test('chooses codes with Ctrl and Shift, by pointer and by arrows', async () => {
  await orderMenu('Par arbre');
  const names = await codeNames();
  await row(names.at(0)!).first().click();
  await row(names.at(2)!)
    .first()
    .click({ modifiers: ['Control'] });
  await expect.poll(() => chosen().textContent()).toContain('2 codes choisis');
  await row(names.at(4)!)
    .first()
    .click({ modifiers: ['Shift'] });
  await expect.poll(() => chosen().textContent()).toContain('3 codes choisis');
  await page.keyboard.press('Escape');
  await expect.poll(() => chosen().count()).toBe(0);
  await row(names.at(1)!).first().focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect.poll(() => chosen().textContent()).toContain('3 codes choisis');
  await expect.poll(() => tree().locator('[aria-selected="true"]').count()).toBe(3);
  await look('codebook-choice');
  await judge();
  await page.keyboard.press('Escape');
});

test('puts codes into a folder where the first of them stands, and takes it back', async () => {
  const names = await codeNames();
  await row(names.at(0)!).first().focus();
  await page.keyboard.press('Shift+ArrowDown');
  await chosen().getByRole('button', { name: 'Mettre dans un dossier' }).click();
  await page.keyboard.type('Dossier neuf');
  await page.keyboard.press('Enter');
  await row('Dossier neuf').waitFor();
  await expect.poll(async () => (await codeNames())[0]).toBe('Dossier neuf');
  await page.locator('body').press('Control+z');
  await expect.poll(codeNames).toEqual(names);
});

test('merges codes after a look at what joins, in one step', async () => {
  const names = await codeNames();
  await row(names.at(0)!).first().click();
  await row(names.at(1)!)
    .first()
    .click({ modifiers: ['Control'] });
  await chosen().getByRole('button', { name: 'Réunir' }).click();
  const merge = dialog(/Réunir des codes/u);
  await expect.poll(() => merge.textContent()).toMatch(/segments? passe/u);
  await look('codebook-merge');
  await judge();
  await merge.getByRole('button', { name: 'Réunir', exact: true }).click();
  await merge.waitFor({ state: 'hidden' });
  await page
    .getByText(/Un code réuni à/u)
    .first()
    .waitFor();
  await expect.poll(async () => (await codeNames()).length).toBe(names.length - 1);
  await page.getByRole('button', { name: 'Annuler' }).first().click();
  await expect.poll(codeNames).toEqual(names);
});

test('deals the segments of a code out with the digits', async () => {
  const names = await codeNames();
  const counted = page.locator('.code-row-code', { has: page.locator('.code-count') });
  const name = (await counted.first().locator('.code-name').textContent())!.trim();
  await row(name).first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Diviser…' }).click();
  const split = dialog(/Diviser/u);
  await split.getByRole('textbox', { name: 'Nom du nouveau code' }).fill('Part neuve');
  await page.keyboard.press('Enter');
  await split.getByRole('option').first().focus();
  await page.keyboard.press('1');
  await page.keyboard.press('1');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('0');
  await expect.poll(() => split.getByRole('button', { name: /^Répartir/u }).textContent()).toContain('1');
  await look('codebook-split');
  await judge();
  await split.getByRole('button', { name: /^Répartir/u }).click();
  await split.waitFor({ state: 'hidden' });
  await row('Part neuve').waitFor();
  const after = await codeNames();
  expect(after).toHaveLength(names.length + 1);
  expect(after.indexOf('Part neuve')).toBeGreaterThan(after.indexOf(name));
  await page.getByRole('button', { name: 'Annuler' }).first().click();
  await expect.poll(codeNames).toEqual(names);
});

test('keeps a version, and tells what differs from it, definitions word by word', async () => {
  await orderMenu('Versions du livre de codes…');
  const versions = dialog(/Versions du livre de codes/u);
  await versions.getByRole('textbox', { name: 'Nom de la version' }).fill('Avant relecture');
  await page.keyboard.press('Enter');
  await versions.getByText('Aucune différence').waitFor();
  await page.keyboard.press('Escape');
  const name = (await codeNames()).at(0)!;
  await row(name).first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Définition…' }).click();
  await page.getByRole('textbox', { name: 'Quand l’employer' }).fill('Quand un outil est nommé.');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await orderMenu('Versions du livre de codes…');
  await versions.getByText('Quand l’employer').waitFor();
  await expect.poll(() => versions.locator('ins').first().textContent()).toContain('ajouté');
  await expect.poll(() => versions.locator('.versions-changes > li').count()).toBe(1);
  await look('codebook-versions');
  await judge();
  await versions.getByRole('button', { name: 'Renommer la version Avant relecture' }).click();
  await page.keyboard.type('Première lecture');
  await page.keyboard.press('Enter');
  await versions.getByRole('heading', { name: /Première lecture/u }).waitFor();
  await page.keyboard.press('Escape');
  await versions.waitFor({ state: 'hidden' });
  await undo();
  await undo();
  await undo();
});

test('a merge keeps a version by itself, named after what was merged', async () => {
  const names = await codeNames();
  await row(names.at(0)!).first().click();
  await row(names.at(1)!)
    .first()
    .click({ modifiers: ['Control'] });
  await chosen().getByRole('button', { name: 'Réunir' }).click();
  await dialog(/Réunir des codes/u)
    .getByRole('button', { name: 'Réunir', exact: true })
    .click();
  await expect.poll(async () => (await codeNames()).length).toBe(names.length - 1);
  await orderMenu('Versions du livre de codes…');
  const versions = dialog(/Versions du livre de codes/u);
  await versions.locator('.versions-name', { hasText: 'Avant la fusion de' }).waitFor();
  await versions
    .locator('.versions-changes')
    .getByText(/^réuni à/u)
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
  await versions.waitFor({ state: 'hidden' });
  await undo();
  await expect.poll(codeNames).toEqual(names);
});

test('a code is named and defined in one window, and takes an example from one of its segments', async () => {
  const name = (await codeNames()).at(0)!;
  await row(name).first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Définition…' }).click();
  for (const field of [
    'Définition brève',
    'Définition complète',
    'Quand l’employer',
    'Quand ne pas l’employer',
    'Exemple',
  ])
    await page.getByRole('textbox', { name: field }).waitFor();
  await page.getByRole('textbox', { name: 'Nom du code' }).fill('Visioconférence');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await row('Visioconférence').first().waitFor();
  await undo();
  await row(name).first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Prendre un exemple…' }).click();
  const example = dialog(/Exemple de/u);
  await example.locator('.radio').nth(1).waitFor();
  await judge();
  await example.locator('.radio').nth(1).click();
  await look('codebook-example');
  await example.getByRole('button', { name: 'Prendre comme exemple' }).click();
  await page
    .getByText(/pris dans ce segment/u)
    .first()
    .waitFor();
  await undo();
});

test('sorts by n and by first use, and limits to a colour and to what is unused, by keyboard', async () => {
  const names = await codeNames();
  const choose = async (button: string, ...items: readonly string[]) => {
    await page.getByRole('button', { name: button }).press('Enter');
    for (const item of items) {
      const found = page.getByRole('menuitem', { name: item }).first();
      await found.press(item === 'Couleur' ? 'ArrowRight' : 'Enter');
    }
    await page.getByRole('menu').first().waitFor({ state: 'hidden' });
  };
  const counts = async () =>
    (await page.locator('.code-row-code[aria-level="1"] .code-count b').allTextContents()).map(Number);
  const falling = async () => {
    const all = await counts();
    return all.every((n, at) => at === 0 || n <= (all[at - 1] ?? 0));
  };
  await expect.poll(() => falling()).toBe(false);
  await choose('Ordre des codes', 'Par nombre de participants');
  await expect.poll(falling).toBe(true);
  await choose('Ordre des codes', 'Par première apparition');
  await expect.poll(falling).toBe(false);
  await expect.poll(() => codeNames()).not.toEqual(names);
  await choose('Ordre des codes', 'À la main');
  await expect.poll(codeNames).toEqual(names);
  await choose('Limiter les codes', 'Couleur', 'Terre');
  await expect.poll(codeNames).toEqual([names.at(0)]);
  await page.locator('.filter-line').getByRole('button', { name: 'Tout montrer' }).press('Enter');
  await choose('Limiter les codes', 'Codes inutilisés');
  await page.getByText('Aucun code ne passe ces filtres').waitFor();
  await choose('Limiter les codes', 'Tout montrer');
  await expect.poll(codeNames).toEqual(names);
});

test('recolours a branch in one step', async () => {
  const names = await codeNames();
  await row(names.at(0)!).first().focus();
  await page.keyboard.press('Shift+ArrowDown');
  await chosen().getByRole('button', { name: 'Mettre dans un dossier' }).click();
  await page.keyboard.type('Branche');
  await page.keyboard.press('Enter');
  await row('Branche').first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Couleur et forme' }).click();
  await page.locator('.look-branch .checkbox').click();
  await page.getByRole('radio', { name: 'Azur' }).click();
  await page
    .getByRole('button', { name: /Annuler.*couleur de/u })
    .first()
    .waitFor({ state: 'attached' });
  await page.keyboard.press('Escape');
  await page.locator('.look-panel').waitFor({ state: 'detached' });
  await page
    .getByRole('button', { name: /^Annuler.*couleur de/u })
    .first()
    .click();
  await page
    .getByRole('button', { name: /^Annuler.*Branche.*fait de/u })
    .first()
    .click();
  await expect.poll(codeNames).toEqual(names);
});

test('sorts by name and back, and limits to what is unused or to a hypothesis', async () => {
  const names = await codeNames();
  await orderMenu('Par nom');
  const roots = async () =>
    (await page.locator('.code-row-code[aria-level="1"] .code-name').allTextContents()).map((each) =>
      each.trim(),
    );
  const sorted = await roots();
  expect(sorted).toEqual([...sorted].toSorted((a, b) => a.localeCompare(b, 'fr')));
  await orderMenu('À la main');
  await expect.poll(codeNames).toEqual(names);
  await page.getByRole('button', { name: 'Limiter les codes' }).click();
  await page.getByRole('menuitem', { name: 'Hypothèse' }).click();
  await page.getByRole('menuitem', { name: /^H1/u }).click();
  await expect.poll(async () => (await codeNames()).length).toBeLessThan(names.length);
  await look('codebook-filter');
  await page.locator('.filter-line').getByRole('button', { name: 'Tout montrer' }).click();
  await expect.poll(codeNames).toEqual(names);
});

test('keeps codes as a set, and limits the tree to it', async () => {
  const names = await codeNames();
  await row(names.at(0)!).first().click();
  await row(names.at(2)!)
    .first()
    .click({ modifiers: ['Control'] });
  await row(names.at(2)!).first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Garder comme ensemble' }).click();
  await page.keyboard.type('Noyau');
  await page.keyboard.press('Enter');
  await page
    .getByText(/Ensemble «.Noyau.» gardé \(2 codes\)/u)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Limiter les codes' }).click();
  await page.getByRole('menuitem', { name: /^Ensemble/u }).click();
  await page.getByRole('menuitem', { name: 'Noyau' }).click();
  await expect.poll(codeNames).toEqual([names.at(0), names.at(2)]);
  await page.locator('.filter-line').getByRole('button', { name: 'Tout montrer' }).click();
  await expect.poll(codeNames).toEqual(names);
});

test('a new code stays where it was made, whatever is filtered, and is shown', async () => {
  await page.getByRole('searchbox', { name: 'Filtrer les codes' }).fill('zzz');
  await page.getByRole('button', { name: 'Ajouter', exact: true }).last().click();
  await page.getByRole('menuitem', { name: 'Nouveau code' }).click();
  await page.keyboard.type('Tout neuf');
  await page.keyboard.press('Enter');
  await row('Tout neuf').waitFor();
  await page.getByRole('searchbox', { name: 'Filtrer les codes' }).fill('');
  await expect.poll(async () => (await codeNames())[0]).toBe('Tout neuf');
  await undo();
});

test('nothing complained on the way', () => {
  expect(program.complaints).toEqual([]);
});
