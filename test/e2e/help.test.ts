import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LOOKS, photograph, problems } from './looks.ts';
import { Program } from './window.ts';

// The help inside the program: shortcuts, subjects, search, links from page to page.

const program = new Program();
let page: Page;

beforeAll(async () => {
  await program.start();
  page = await program.window();
  await page.getByRole('button', { name: 'Ouvrir l’étude exemple' }).waitFor();
});
afterAll(() => program.end());

const dialog = (of = page) =>
  of.getByRole('dialog', { name: /^(?:Aide et raccourcis|Help and shortcuts)$/u });
const title = () => dialog().locator('.help-title').innerText();

test('F1 lists the shortcuts; arrows go through the subjects', async () => {
  await page.keyboard.press('F1');
  await expect.poll(title).toBe('Raccourcis clavier');
  await expect.poll(() => dialog().getByText('Coder la sélection').count()).toBe(1);
  await dialog().getByRole('option', { name: 'Raccourcis clavier' }).focus();
  await page.keyboard.press('Home');
  await expect.poll(title).toBe('Premiers pas');
  await expect.poll(() => dialog().locator('.help-body kbd').first().innerText()).toBe('Ctrl N');
});

test('a link leads to its page, a search to the pages that hold its words', async () => {
  await dialog().getByRole('button', { name: 'Lire et coder' }).click();
  await expect.poll(title).toBe('Lire et coder');
  await dialog().getByRole('searchbox').fill('hypothese contredit');
  await expect.poll(() => dialog().getByRole('option').count()).toBeLessThan(8);
  await dialog().getByRole('option', { name: 'Hypothèses' }).click();
  await expect.poll(title).toBe('Hypothèses');
  await dialog().getByRole('searchbox').fill('zzz');
  await dialog().getByText('Aucune page ne contient ces mots.').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
});

test.each(LOOKS)('it is accessible: $name', async ({ name, ...look }) => {
  const other = await program.window(look);
  await other.getByRole('button', { name: /étude exemple|sample study/iu }).waitFor();
  await other.locator('.status-item', { hasText: 'F1' }).click();
  await dialog(other).locator('.help-title').waitFor();
  await expect.poll(() => problems(other)).toEqual([]);
  await photograph(other, `help-${name}`);
  await other.keyboard.press('Escape');
  await dialog(other).waitFor({ state: 'detached' });
  await other.keyboard.press('F1');
  await dialog(other).locator('.help-groups').waitFor();
  await expect.poll(() => problems(other)).toEqual([]);
  await photograph(other, `help-shortcuts-${name}`);
  await other.context().close();
});

test('nothing went wrong on the way', () => {
  expect(program.complaints).toEqual([]);
});
