import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { problems } from './looks.ts';
import { Program } from './window.ts';

// The list of steps to go back and forth in, and what work came to, in a real window.

const program = new Program();
let page: Page;

beforeAll(async () => {
  page = await program.openSample();
  for (const name of ['Un', 'Deux', 'Trois']) await codeWord(page, name);
});
afterAll(() => program.end());

/** Codes a word of its own for each new code. */
async function codeWord(window: Page, name: string): Promise<void> {
  await window
    .locator('.tr-words')
    .nth(3 + name.length)
    .dblclick({ position: { x: 20, y: 12 } });
  await window.locator('[role=document]').press('c');
  await window.getByRole('combobox', { name: 'Chercher ou créer un code' }).fill(name);
  await window.keyboard.press('Control+Enter');
  await window.getByRole('treeitem', { name: new RegExp(`^${name}\\b`, 'u') }).waitFor();
}

const dialog = () => page.getByRole('dialog', { name: 'Historique du projet' });
const steps = () => dialog().locator('button.history-step');
const current = () => dialog().locator('[aria-current=step] .history-what').innerText();
const codes = () => page.locator('.code-row').filter({ hasText: /^(?:Un|Deux|Trois)(?!\p{L})/u });

test('a press goes back to a point of the history, and forward again, as one action', async () => {
  await page.keyboard.press('Control+Shift+Y');
  await expect.poll(() => steps().count()).toBe(4);
  await expect.poll(() => current()).toMatch(/^Nouveau code «\sTrois\s» ajouté en §/iu);
  await steps().filter({ hasText: 'Un' }).first().click();
  await expect.poll(current).toMatch(/«\sUn\s»/u);
  await expect.poll(() => dialog().getByRole('status').innerText()).toBe('2 actions annulées.');
  await expect.poll(() => codes().count()).toBe(1);
  await expect.poll(() => steps().first().innerText()).toContain('annulée');
});

test('the same by the keyboard: arrows and Enter; to before everything and to the end', async () => {
  await steps().first().focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect.poll(current).toBe('Avant toute action');
  await expect.poll(() => codes().count()).toBe(0);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect.poll(current).toMatch(/«\sTrois\s»/u);
  await expect.poll(() => codes().count()).toBe(3);
  await expect.poll(() => dialog().getByRole('status').innerText()).toBe('3 actions refaites.');
});

test('steps are found by their words and say what they touched', async () => {
  await dialog().getByRole('searchbox').fill('deux');
  await expect.poll(() => steps().count()).toBe(1);
  await expect.poll(() => steps().innerText()).toMatch(/Référent 1 · Deux/u);
  await dialog().getByRole('searchbox').fill('rien de tel');
  await dialog().getByText('Aucune action ne correspond.').waitFor();
  await page.keyboard.press('Escape');
});

test('what changed is told in sentences that lead to their place', async () => {
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
  await page.keyboard.press('Control+3');
  await page.getByRole('row').first().waitFor();
  await page.keyboard.press('Control+Shift+Y');
  await dialog().getByRole('radio', { name: 'Ce qui a changé' }).click();
  await dialog().getByRole('radio', { name: 'Aujourd’hui' }).click();
  const line = dialog().getByRole('button', { name: /^1 segment «\sDeux\s» ajouté dans «\sRéférent 1\s»/u });
  await line.waitFor();
  await expect.poll(() => problems(page)).toEqual([]);
  await line.press('Enter');
  await page.locator('.tr-label.is-selected', { hasText: 'Deux' }).waitFor();
});

test('it can be read in the dark, in English and in a small window', async () => {
  const small = await program.window({
    colorScheme: 'dark',
    locale: 'en-GB',
    viewport: { width: 1100, height: 700 },
  });
  await small.locator('.tr-words').first().waitFor();
  await small.keyboard.press('Control+Shift+Y');
  await small.getByText('Before any action').waitFor();
  await expect.poll(() => problems(small)).toEqual([]);
  expect(program.complaints).toEqual([]);
});
