import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
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

/** Drags from one thing to a point of another, in steps as a hand does. */
const drag = async (from: Locator, to: Locator, at: { x: number; y: number }, drop = true) => {
  await from.hover();
  await page.mouse.down();
  const box = (await to.boundingBox()) ?? { x: 0, y: 0 };
  await page.mouse.move(box.x + at.x - 5, box.y + at.y, { steps: 6 });
  await page.mouse.move(box.x + at.x, box.y + at.y, { steps: 3 });
  if (drop) await page.mouse.up();
};
const quote = () => page.locator('.card-quote').textContent();
const shown = () => page.evaluate(() => CSS.highlights.get('rp-drop')?.size ?? 0);

test('a code dragged to the text codes the paragraph, with Alt the sentence, and the passage of a bracket', async () => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const before = (await labels()).length;
  await drag(row('Outils'), words(0), { x: 30, y: 12 }, false);
  await expect.poll(shown).toBe(1);
  await photograph(page, 'palette-drag');
  await page.mouse.up();
  await expect.poll(quote).toBe('Moodle surtout, le soir. Et M. Durand aide.');
  await expect.poll(shown).toBe(0);
  await page.keyboard.down('Alt');
  await drag(row('Freins'), words(0), { x: 30, y: 12 });
  await page.keyboard.up('Alt');
  await expect.poll(quote).toBe('Moodle surtout, le soir.');
  await drag(row('Freins'), page.locator('.tr-label', { hasText: 'Outils' }).last(), { x: 40, y: 8 });
  await expect.poll(quote).toBe('Rien de plus');
  await expect.poll(async () => (await labels()).length).toBe(before + 3);
});

test('Escape gives a drag up, and a passage dragged onto a code is coded', async () => {
  const before = (await labels()).length;
  await drag(row('Outils'), words(1), { x: 30, y: 12 }, false);
  await expect.poll(shown).toBe(1);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect.poll(shown).toBe(0);
  await expect.poll(async () => (await labels()).length).toBe(before);
  await words(1).click({ position: { x: 20, y: 12 }, clickCount: 3 });
  await page.mouse.move(0, 0);
  const box = (await words(1).boundingBox()) ?? { x: 0, y: 0 };
  await page.mouse.move(box.x + 30, box.y + 12);
  await page.mouse.down();
  const target = (await row('Temps').boundingBox()) ?? { x: 0, y: 0 };
  await page.mouse.move(target.x + 60, target.y + 10, { steps: 8 });
  await page.mouse.move(target.x + 62, target.y + 12, { steps: 3 });
  await expect.poll(() => row('Temps').getAttribute('data-drop')).toBe('into');
  await page.mouse.up();
  await expect.poll(quote).toBe('On s’entraide.');
});

test('the keyboard does the same: Shift Enter on a code codes the paragraph of the caret', async () => {
  await words(2).click({ position: { x: 20, y: 12 } });
  await row('Visio').focus();
  await page.keyboard.press('Shift+Enter');
  await expect.poll(quote).toBe('Rien de plus.');
});
