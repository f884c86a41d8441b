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
  await reader().waitFor();
});
afterAll(() => program.end());

const menu = () => page.getByRole('button', { name: 'Actions sur le segment' });
const reader = () => page.getByRole('document', { name: /Transcription de R1/u });
/** Where, in the window, the letters of the first paragraph end after these. */
const edgeAfter = (words: string) =>
  page.evaluate((text) => {
    const node = document.querySelector('.tr-words')?.firstChild;
    const range = document.createRange();
    if (node instanceof Text) {
      const at = node.data.indexOf(text) + text.length;
      range.setStart(node, at - 1);
      range.setEnd(node, at);
    }
    const { right, top, height } = range.getBoundingClientRect();
    return { x: right, y: top + height / 2 };
  }, words);
const segments = () => page.locator('.card-place');

test('a weight is typed and taken back, a key quotation gets its star', async () => {
  await page.locator('.tr-label').first().click();
  const weight = page.getByRole('textbox', { name: /Poids/u });
  await weight.fill('70');
  await weight.press('Enter');
  await page.getByText('poids de « Outils » en § 1').first().waitFor();
  await page.getByRole('button', { name: 'Segment suivant' }).click();
  await page.getByRole('button', { name: 'Segment précédent' }).click();
  await expect.poll(() => weight.inputValue()).toBe('70');
  await weight.fill('101');
  await weight.press('Enter');
  await page.getByText('Écrivez un nombre entier de 0 à 100, ou rien.').waitFor();
  await weight.fill('');
  await weight.press('Enter');
  // Kept, not only typed: it is still empty after a look at the other segment.
  await page.getByRole('button', { name: 'Segment suivant' }).click();
  await page.getByRole('button', { name: 'Segment précédent' }).click();
  await expect.poll(() => weight.inputValue()).toBe('');
  await page.getByRole('button', { name: 'Marquer comme citation clé' }).click();
  await page.getByRole('button', { name: 'N’est plus une citation clé' }).waitFor();
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: 'Marquer comme citation clé' }).waitFor();
  await page.keyboard.press('Control+Shift+z');
  await page.getByRole('button', { name: 'N’est plus une citation clé' }).waitFor();
  const found = await new AxeBuilder({ page }).include('.card-weight').analyze();
  expect(found.violations).toEqual([]);
});

test('two segments that follow each other are made one with the keyboard, and one is undone into two', async () => {
  await expect.poll(() => segments().textContent()).toBe('1 / 3');
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
  await expect.poll(() => page.locator('.card-quote').textContent()).toBe('Moodle');
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
  await expect.poll(() => problems(page)).toEqual([]);
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
  await cards.first().getByText('Citation clé').waitFor();
  await cards.first().focus();
  await page.keyboard.press('Space');
  await page.getByText('1 extrait coché').waitFor();
  const replace = async (code: string): Promise<void> => {
    await page.getByRole('button', { name: 'Remplacer le code…' }).click();
    await page.getByRole('combobox', { name: 'Nouveau code' }).fill(code);
    await page.getByRole('option', { name: code }).click();
    await page.getByRole('button', { name: 'Remplacer', exact: true }).click();
  };
  await expect.poll(() => problems(page)).toEqual([]);
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

test('limits are moved by words or, with Alt, by letters: with keys and with the pointer', async () => {
  const quote = page.locator('.card-quote');
  const quoteIs = async (text: string): Promise<void> => {
    await expect.poll(() => quote.textContent()).toBe(text);
  };
  await page.locator('.tr-label', { hasText: 'Outils' }).first().click();
  await quoteIs('Moodle surtout.');
  for (const [key, text] of [
    ['ArrowRight', 'Moodle surtout. Puis'],
    ['Alt+ArrowLeft', 'Moodle surtout'],
  ] as const) {
    await page.getByRole('button', { name: 'Ajuster les limites' }).click();
    await page.keyboard.press(key);
    await quoteIs(text);
    await page.keyboard.press('Control+z');
    await quoteIs('Moodle surtout.');
  }
  for (const [isLetters, text] of [
    [false, 'Moodle surtout. Puis'],
    [true, 'Moodle surtout. Pui'],
  ] as const) {
    const handle = await page.getByRole('slider', { name: 'Fin du segment' }).boundingBox();
    const { x, y } = await edgeAfter('Moodle surtout. Pui');
    await page.mouse.move(handle!.x + handle!.width / 2, handle!.y + handle!.height / 2);
    await page.mouse.down();
    if (isLetters) await page.keyboard.down('Alt');
    await page.mouse.move(x, y, { steps: 3 });
    await page.mouse.up();
    if (isLetters) await page.keyboard.up('Alt');
    await quoteIs(text);
    await page.keyboard.press('Control+z');
    await quoteIs('Moodle surtout.');
  }
});

test('a stance is taken with P and a letter, or pressed; a comment is written after M', async () => {
  const stance = page.locator('.tr-label.is-selected .tr-label-stance');
  await reader().focus();
  await page.keyboard.press('p');
  await page.keyboard.press('n');
  await expect.poll(() => stance.textContent()).toBe('≈');
  await page.getByRole('radio', { name: 'Contredit' }).click();
  await expect.poll(() => stance.textContent()).toBe('−');
  await page.keyboard.press('Control+z');
  await expect.poll(() => stance.textContent()).toBe('≈');
  await page.keyboard.press('Control+z');
  await expect.poll(() => stance.textContent()).toBe('');
  await reader().focus();
  await page.keyboard.press('m');
  await page.keyboard.type('À relire.');
  await page.locator('.tr-memo').waitFor();
  await reader().focus();
  await page.keyboard.press('Control+z');
  await page.locator('.tr-memo').waitFor({ state: 'detached' });
  await expect.poll(() => page.getByRole('textbox', { name: 'Mémo' }).inputValue()).toBe('');
});

test('a segment is deleted with its key and with its button, and comes back', async () => {
  const labels = page.locator('.tr-label');
  for (const remove of [
    () => page.keyboard.press('Delete'),
    () => page.getByRole('button', { name: 'Supprimer le segment' }).click(),
  ]) {
    await page.locator('.tr-label', { hasText: 'Plateforme' }).click();
    await remove();
    await expect.poll(() => labels.count()).toBe(2);
    await page.keyboard.press('Control+z');
    await expect.poll(() => labels.count()).toBe(3);
  }
});

test('segments of a code that overlap become one where the project says so', async () => {
  const settings = page.getByRole('dialog', { name: 'Réglages du projet' });
  const treatOverlaps = async (name: string, how: () => Promise<void>): Promise<void> => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Réglages du projet');
    await page.getByRole('menuitem', { name: 'Réglages du projet…' }).click();
    await settings.waitFor();
    await how();
    await expect.poll(() => settings.getByRole('radio', { name }).isChecked()).toBe(true);
  };
  const overlap = async (): Promise<void> => {
    await page.locator('.tr-label', { hasText: 'Outils' }).first().click();
    await page.getByRole('button', { name: 'Ajuster les limites' }).click();
    await page.keyboard.press('ArrowRight');
  };
  await treatOverlaps('Les réunir', () => settings.getByText('Les réunir').click());
  await expect.poll(() => problems(page)).toEqual([]);
  await photograph(page, 'reglages-chevauchements');
  await page.keyboard.press('Escape');
  await overlap();
  await expect.poll(() => segments().textContent()).toBe('1 / 2');
  await expect
    .poll(() => page.locator('.card-quote').textContent())
    .toBe('Moodle surtout. Puis Moodle encore, le soir.');
  await page.keyboard.press('Control+z');
  await expect.poll(() => segments().textContent()).toBe('1 / 3');
  await treatOverlaps('Les garder séparés', async () => {
    await settings.getByRole('radio', { name: 'Les réunir' }).focus();
    await page.keyboard.press('ArrowUp');
  });
  await page.keyboard.press('Escape');
  await overlap();
  await expect.poll(() => page.locator('.card-quote').textContent()).toBe('Moodle surtout. Puis');
  await expect.poll(() => segments().textContent()).toBe('1 / 3');
});

test('quotations are limited to the key ones, and to weights', async () => {
  await page.keyboard.press('Control+2');
  const cards = page.locator('[data-card]');
  await cards.first().waitFor();
  const all = await cards.count();
  await page.getByRole('button', { name: /^Citations clés/u }).click();
  await page.getByRole('radio', { name: 'Clés seules' }).click();
  await page.keyboard.press('Escape');
  await expect.poll(() => cards.count()).toBeLessThan(all);
  await page.getByRole('button', { name: /^Poids/u }).click();
  await page.getByRole('spinbutton', { name: 'Au moins' }).fill('80');
  await page.keyboard.press('Escape');
  await expect.poll(() => cards.count()).toBe(0);
  await expect.poll(() => page.getByRole('button', { name: /^Poids/u }).innerText()).toContain('80 à 100');
  await expect.poll(() => problems(page)).toEqual([]);
  await photograph(page, 'extraits-cles-poids');
});

test('nothing went wrong on the way', () => {
  expect(program.complaints).toEqual([]);
});
