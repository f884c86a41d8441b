import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { photograph, problems } from './looks.ts';
import { Program, ROOT } from './window.ts';

// What is said of a coded segment, and its shape, changed from the inspector with pointer and keyboard.

const program = new Program();
const file = () => join(program.folder, 'segments.repere');
const cli = (...args: string[]) =>
  execFileSync(process.execPath, [join(ROOT, 'dist/node/cli.js'), ...args], { encoding: 'utf8' });
let page: Page;

const TALK = 'R1 : Moodle surtout. Puis Moodle encore, le soir.\nR1 : Rien de plus.';

beforeAll(async () => {
  cli('new', file());
  const talk = join(program.folder, 'R1.txt');
  writeFileSync(talk, TALK);
  cli('import', file(), talk);
  cli('code', file(), '--code', 'Outils', '--find', 'moodle', '--unit', 'sentence');
  cli('code', file(), '--code', 'Plateforme', '--find', 'rien de plus');
  await program.start(file());
  page = await program.window();
  page.setDefaultTimeout(8_000);
  await reader().waitFor();
});
afterAll(() => program.end());

const menu = () => page.getByRole('button', { name: 'Actions sur le segment' });
const reader = () => page.getByRole('document', { name: /Transcription de R1/u });
const segments = () => page.locator('.card-place');

test('a weight is typed and taken back, a key quotation gets its star', async () => {
  await page.locator('.tr-label').first().click();
  const weight = page.getByRole('textbox', { name: /Poids/u });
  await weight.fill('70');
  await weight.press('Enter');
  await page.getByText('poids de « Outils » en § 1').first().waitFor();
  await page.getByRole('button', { name: 'Segment suivant' }).click();
  await page.getByRole('button', { name: 'Segment précédent' }).click();
  expect(await weight.inputValue()).toBe('70');
  await weight.fill('101');
  await weight.press('Enter');
  await page.getByText('Écrivez un nombre entier de 0 à 100, ou rien.').waitFor();
  await weight.fill('');
  await weight.press('Enter');
  // Kept, not only typed: it is still empty after a look at the other segment.
  await page.getByRole('button', { name: 'Segment suivant' }).click();
  await page.getByRole('button', { name: 'Segment précédent' }).click();
  expect(await weight.inputValue()).toBe('');
  await page.getByRole('button', { name: 'Marquer comme citation clé' }).click();
  await page.getByRole('button', { name: 'N’est plus une citation clé' }).waitFor();
  const found = await new AxeBuilder({ page }).include('.card-weight').analyze();
  expect(found.violations).toEqual([]);
});

test('two segments that follow each other are made one with the keyboard, and one is undone into two', async () => {
  expect(await segments().textContent()).toBe('1 / 3');
  await menu().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Réunir avec le suivant' }).waitFor();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect.poll(() => segments().textContent()).toBe('1 / 2');
  await page.locator('.card-quote').getByText('Puis Moodle encore').waitFor();
  await page.keyboard.press('Control+z');
  await expect.poll(() => segments().textContent()).toBe('1 / 3');
});

test('a segment is cut at the caret, and undone into one', async () => {
  await page
    .locator('.tr-words')
    .first()
    .click({ position: { x: 20, y: 12 } });
  await page.keyboard.press('Home');
  await page.keyboard.press('Control+ArrowRight');
  await menu().click();
  await page.getByRole('menuitem', { name: 'Couper au curseur' }).click();
  await expect.poll(() => segments().textContent()).toBe('1 / 4');
  expect(await page.locator('.card-quote').textContent()).toBe('Moodle');
  await page.keyboard.press('Control+z');
  await expect.poll(() => segments().textContent()).toBe('1 / 3');
});

test('a segment gets another code: X, some letters, Enter; undo gives the first one back', async () => {
  const own = page.locator('.card-code-own');
  await page.keyboard.press('x');
  await page.getByRole('combobox', { name: 'Nouveau code' }).fill('plat');
  await page.getByRole('option', { name: 'Plateforme' }).waitFor();
  await page.keyboard.press('Enter');
  await own.getByText('Plateforme').waitFor();
  await page.getByText('1 segment recodé en «\u00a0Plateforme\u00a0»', { exact: true }).waitFor();
  await page.keyboard.press('Control+z');
  await own.getByText('Outils').waitFor();
  await menu().click();
  await page.getByRole('menuitem', { name: 'Remplacer le code…' }).click();
  await page.getByRole('option', { name: 'Plateforme' }).click();
  await own.getByText('Plateforme').waitFor();
  await page.getByRole('button', { name: 'Annuler', exact: true }).click();
  await own.getByText('Outils').waitFor();
});

test('the codes of a passage are copied to another; what is there already is not made twice', async () => {
  const codes = page.locator('.card-codes .card-code-name');
  await reader().focus();
  await page.keyboard.press('Shift+C');
  await page.getByText('Codes copiés\u00a0: Outils').waitFor();
  await page.locator('.tr-label', { hasText: 'Plateforme' }).click();
  await menu().click();
  await page.getByRole('menuitem', { name: 'Coller les codes' }).click();
  await expect.poll(() => codes.allTextContents()).toEqual(['Plateforme', 'Outils']);
  await page.getByText('1 code collé').waitFor();
  await reader().focus();
  await page.keyboard.press('Shift+V');
  await page.getByText('Ces codes y sont déjà.').waitFor();
  await page.keyboard.press('Control+z');
  await expect.poll(() => codes.allTextContents()).toEqual(['Plateforme']);
});

test('all segments of a code get another one from its row, after a look at what will join', async () => {
  const row = page.getByRole('treeitem', { name: /Outils/u });
  await row.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Donner ses segments à un autre code…' }).click();
  await page.getByRole('radio', { name: /Dans ce document \(2\)/u }).waitFor();
  await page.getByRole('combobox', { name: 'Nouveau code' }).fill('Plat');
  await page.getByRole('option', { name: 'Plateforme' }).click();
  await page.getByText('2 segments reçoivent le code').waitFor();
  expect(await problems(page)).toEqual([]);
  await photograph(page, 'recoder-code');
  await page.getByRole('button', { name: 'Remplacer', exact: true }).click();
  await expect.poll(() => page.locator('.tr-label', { hasText: 'Plateforme' }).count()).toBe(3);
  await page.keyboard.press('Control+z');
  await expect.poll(() => page.locator('.tr-label', { hasText: 'Outils' }).count()).toBe(2);
});

test('quotations that were ticked get another code, or all that are shown', async () => {
  await page.keyboard.press('Control+2');
  const cards = page.locator('[data-card]');
  const chips = (name: string) => cards.locator('.chip', { hasText: name });
  await cards.first().focus();
  await page.keyboard.press('Space');
  await page.getByText('1 extrait coché').waitFor();
  const replace = async (code: string): Promise<void> => {
    await page.getByRole('button', { name: 'Remplacer le code…' }).click();
    await page.getByRole('combobox', { name: 'Nouveau code' }).fill(code);
    await page.getByRole('option', { name: code }).click();
    await page.getByRole('button', { name: 'Remplacer', exact: true }).click();
  };
  expect(await problems(page)).toEqual([]);
  await photograph(page, 'recoder-extraits');
  await replace('Plateforme');
  await expect.poll(() => chips('Plateforme').count()).toBe(2);
  await page.getByText('1 extrait coché').waitFor({ state: 'detached' });
  await replace('Outils');
  await expect.poll(() => chips('Outils').count()).toBe(3);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(() => chips('Outils').count()).toBe(2);
  await page.keyboard.press('Control+1');
});

test('nothing went wrong on the way', () => {
  expect(program.complaints).toEqual([]);
});
