import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LOOKS, photograph, problems } from './looks.ts';
import { Program } from './window.ts';

// Keys of one's own, in a real window.

const program = new Program();
let page: Page;

beforeAll(async () => {
  page = await program.openSample();
});
afterAll(() => program.end());

const dialog = () => page.getByRole('dialog', { name: 'Raccourcis clavier' });
const keysOf = (label: string) =>
  dialog().getByRole('button', { name: new RegExp(`^Changer les touches\\s: ${label}`, 'u') });
const palette = () => page.getByRole('combobox', { name: 'Chercher ou créer un code' });

async function selectWord(): Promise<void> {
  await page
    .locator('.tr-words')
    .nth(4)
    .dblclick({ position: { x: 20, y: 12 } });
}

test('a key is changed with the pointer, and works at once', async () => {
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: 'Modifier les raccourcis…' }).click();
  await page.locator('.shortcuts-head input:focus').waitFor();
  await keysOf('Coder la sélection').click();
  await page.keyboard.press('g');
  await expect.poll(() => keysOf('Coder la sélection').innerText()).toMatch(/^G/u);
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
  await selectWord();
  await page.locator('[role=document]').press('g');
  await palette().waitFor();
  await page.keyboard.press('Escape');
});

test('by keyboard: a key that is taken is named, and taken over', async () => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('raccourcis clavier');
  await page.getByRole('menuitem', { name: 'Raccourcis clavier', exact: true }).waitFor();
  await page.keyboard.press('Enter');
  await dialog().getByRole('searchbox').fill('mémo');
  await keysOf('Écrire le mémo').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('l');
  await expect.poll(() => dialog().getByRole('alert').innerText()).toMatch(/^L sert déjà à «\sRelier/u);
  await dialog().getByRole('button', { name: 'Reprendre ces touches' }).press('Enter');
  await expect.poll(() => keysOf('Écrire le mémo').innerText()).toBe('L');
  await dialog().getByRole('searchbox').fill('Relier');
  await expect.poll(() => keysOf('Relier le segment').innerText()).toBe('Aucune touche');
});

test('a key that moves or leaves is refused; all can have their own again', async () => {
  await keysOf('Relier le segment').press('Enter');
  await page.keyboard.press('Control+c');
  await expect.poll(() => dialog().getByRole('alert').innerText()).toMatch(/^Ctrl C sert à se déplacer/u);
  await dialog().getByRole('button', { name: 'Tout remettre d’origine' }).click();
  await expect.poll(() => keysOf('Relier le segment').innerText()).toBe('L');
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
});

test('nothing is wrong with it in either look', async () => {
  for (const { name, ...look } of LOOKS) {
    const shown = await program.window(look);
    await shown.locator('.tr-words').first().waitFor();
    await shown.keyboard.press('Control+,');
    await shown.getByRole('button', { name: /^(?:Modifier les raccourcis|Edit shortcuts)…$/u }).click();
    await shown.locator('.shortcut-row').first().waitFor();
    await shown.locator('.shortcut-keys').nth(1).click();
    await shown.keyboard.press('Control+k');
    await shown.getByRole('alert').waitFor();
    await photograph(shown, `shortcuts-${name}`);
    expect.soft(await problems(shown), name).toEqual([]);
    await shown.context().close();
  }
  expect(program.complaints).toEqual([]);
});
