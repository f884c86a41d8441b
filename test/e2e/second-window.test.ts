import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Program } from './window.ts';

// Two windows on one project: what is done in one is in the other, and each has its own place and selection.

const program = new Program();
let one: Page;
let two: Page;

beforeAll(async () => {
  one = await program.openSample();
});
afterAll(() => program.end());

const label = (page: Page, text: string) => page.locator('.tr-hidden li', { hasText: text });
const undoLine = (page: Page) => page.getByRole('region', { name: 'Barre d’état' }).textContent();
const memo = (page: Page) => page.getByRole('textbox', { name: 'Mémo du document' });

/** Codes the word at the beginning of a paragraph with a new code. */
async function codeWord(page: Page, paragraph: number, name: string): Promise<void> {
  await page
    .locator('.tr-words')
    .nth(paragraph)
    .dblclick({ position: { x: 20, y: 12 } });
  await page.keyboard.press('c');
  await page.getByRole('combobox', { name: 'Chercher ou créer un code' }).fill(name);
  await page.keyboard.press('Control+Enter');
}

test('a new window comes from the menu and shows the project, without its key in the address', async () => {
  const opened = one.context().waitForEvent('page');
  await one.getByRole('button', { name: /^Menu du projet/u }).click();
  await one.getByRole('menuitem', { name: 'Nouvelle fenêtre' }).click();
  two = await opened;
  await two.locator('.tr-words').first().waitFor();
  expect(two.url()).not.toContain('token');
});

test('codings and their undoing are in both at once; undo and redo are shared', async () => {
  await codeWord(one, 3, 'De la première');
  for (const page of [one, two]) await expect.poll(() => label(page, 'De la première').count()).toBe(1);
  await codeWord(two, 5, 'De la seconde');
  for (const page of [one, two]) await expect.poll(() => label(page, 'De la seconde').count()).toBe(1);
  await expect.poll(() => undoLine(one)).toContain('De la seconde');
  // The first window takes back what was done in the second.
  await one.locator('[role=document]').focus();
  await one.keyboard.press('Control+z');
  for (const page of [one, two]) await expect.poll(() => label(page, 'De la seconde').count()).toBe(0);
  await two.locator('[role=document]').focus();
  await two.keyboard.press('Control+Shift+z');
  for (const page of [one, two]) await expect.poll(() => label(page, 'De la seconde').count()).toBe(1);
});

test('each window has its own document and selection', async () => {
  await two.getByRole('option', { name: /^Référent 3\b/u }).click();
  await expect.poll(() => two.locator('.reader-title').innerText()).toBe('Référent 3');
  await expect.poll(() => one.locator('.reader-title').innerText()).toBe('Référent 1');
  await two.getByRole('option', { name: /^Référent 1\b/u }).click();
  await expect.poll(() => two.locator('.reader-title').innerText()).toBe('Référent 1');
});

test('of a memo that is typed in both, the last words are kept, and the others are offered back', async () => {
  for (const page of [one, two]) {
    await page.locator('[role=document]').focus();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await memo(page).waitFor();
  }
  const witness = await program.window();
  await memo(two).focus();
  await two.keyboard.type('Mots de la seconde');
  // Still being typed, while the first one writes and saves.
  const typing = setInterval(() => void two.keyboard.type('.').catch(() => undefined), 100);
  await memo(one).fill('Mots de la première');
  await expect.poll(() => memo(witness).inputValue()).toBe('Mots de la première');
  clearInterval(typing);
  await witness.close();
  const offer = two.getByRole('button', { name: 'Remettre l’autre texte' });
  await offer.waitFor();
  await expect.poll(() => memo(one).inputValue()).toMatch(/^Mots de la seconde/u);
  await offer.click();
  for (const page of [one, two]) await expect.poll(() => memo(page).inputValue()).toBe('Mots de la première');
});

test('a paragraph that is corrected in both at once has the words of both', async () => {
  const words = (page: Page, at: number) => page.locator('.tr-words').nth(at);
  for (const page of [one, two]) {
    await page.locator('[role=document]').focus();
    await page.keyboard.press('Control+e');
    await page.locator('.tr-words[contenteditable]').waitFor();
    await words(page, 2).click({ position: { x: 60, y: 12 } });
  }
  await one.keyboard.press('Control+End');
  await two.keyboard.press('Control+Home');
  await Promise.all([
    one.keyboard.type(' Voilà tout.', { delay: 40 }),
    two.keyboard.type('Alors, ', { delay: 60 }),
  ]);
  for (const page of [one, two])
    await expect.poll(() => words(page, 2).textContent()).toMatch(/^Alors, .* Voilà tout\.$/u);
  for (const page of [one, two]) await page.keyboard.press('Escape');
});

test('a project that is closed in one window is told in the other', async () => {
  await two.getByRole('button', { name: /^Menu du projet/u }).click();
  await two.getByRole('menuitem', { name: 'Fermer le projet' }).click();
  await one.getByText(/a été fermé dans une autre fenêtre/u).waitFor();
  await one.getByRole('button', { name: 'Ouvrir l’étude exemple' }).waitFor();
  await two.getByRole('button', { name: 'Ouvrir l’étude exemple' }).waitFor();
  await expect.poll(() => two.getByText(/a été fermé dans une autre fenêtre/u).count()).toBe(0);
  expect(program.complaints).toEqual([]);
});
