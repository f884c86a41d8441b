import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LOOKS, photograph, problems } from './looks.ts';
import { Program, ROOT } from './window.ts';

// Several codes at once, the place of a new code and digits from the palette; codes dragged to the text and back.

const program = new Program();
const file = () => join(program.folder, 'palette.repere');
const cli = (...args: string[]) =>
  execFileSync(process.execPath, [join(ROOT, 'dist/node/cli.js'), ...args], { encoding: 'utf8' });
let page: Page;

const TALK = 'R1 : Moodle surtout, le soir. Et M. Durand aide.\nOn s’entraide.\n\nR2 : Rien de plus.\n';

beforeAll(async () => {
  cli('new', file());
  const talk = join(program.folder, 'R1.txt');
  writeFileSync(talk, TALK);
  cli('import', file(), talk);
  cli('code', file(), '--code', 'Outils', '--find', 'rien de plus');
  cli('code', file(), '--code', 'Freins/Temps', '--find', 'le soir');
  await program.start(file());
  page = await program.window();
  page.setDefaultTimeout(8_000);
  await page.locator('.tr-label').first().waitFor();
});
afterAll(() => program.end());

const words = (at: number) => page.locator('.tr-words').nth(at);
const labels = () => page.locator('.tr-label-name').allTextContents();
const row = (name: string) => page.getByRole('treeitem', { name });
const field = () => page.locator('.palette-input');
const option = (name: string) => page.locator('.palette').getByRole('option', { name }).first();
const undo = () => page.locator('.status-bar').textContent();
const open = async (at: number) => {
  await words(at).click({ position: { x: 20, y: 12 }, clickCount: 3 });
  await page.keyboard.press('c');
  await field().waitFor();
};

test('codes that were ticked are applied in one step, which names them', async () => {
  await open(1);
  await field().fill('out');
  await page.keyboard.press('Control+Space');
  await field().fill('');
  await option('Temps').click({ modifiers: ['Control'] });
  await page.getByText('2 codes cochés').waitFor();
  for (const look of LOOKS) {
    await page.emulateMedia({ colorScheme: look.colorScheme });
    await page.setViewportSize(look.viewport);
    await photograph(page, `palette-ticked-${look.name}`);
    await expect.poll(() => problems(page)).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await labels()).length).toBe(4);
  await expect.poll(undo).toMatch(/codes «\sOutils, Temps\s» ajoutés/u);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await labels()).length).toBe(2);
});

test('a new code lands where the palette says, and the person says where', async () => {
  await open(1);
  await field().fill('Visio');
  await page.keyboard.press('Control+p');
  await expect.poll(() => page.locator('.palette-hint').textContent()).toBe('Où créer le code');
  await field().fill('temps');
  await photograph(page, 'palette-place');
  await expect.poll(() => problems(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.palette-way').first().textContent()).toBe('dans Freins › Temps');
  await page.locator('.palette-way').first().click();
  await page.getByRole('option', { name: 'Freins', exact: true }).click();
  await expect.poll(() => page.locator('.palette-way').first().textContent()).toBe('dans Freins');
  await photograph(page, 'palette-create');
  await page.keyboard.press('Control+Enter');
  await row('Visio').waitFor();
  await expect.poll(() => row('Visio').getAttribute('aria-level')).toBe('2');
});

test('a digit is given to a code in the palette, and the step names both', async () => {
  await open(1);
  await field().fill('out');
  await option('Outils').waitFor();
  await page.keyboard.press('Control+3');
  await option('Outils').getByText('3', { exact: true }).waitFor();
  await expect.poll(undo).toMatch(/chiffre 3 donné à «\sOutils\s»/u);
  await page.keyboard.press('Escape');
  await field().waitFor({ state: 'detached' });
});
