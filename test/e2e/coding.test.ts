import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { photograph, problems } from './looks.ts';
import { Program, ROOT } from './window.ts';

// Selecting and coding with pointer and keyboard: the ladder, clicks, and the quick keys of codes.

const program = new Program();
const file = () => join(program.folder, 'selecting.repere');
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
  await program.start(file());
  page = await program.window();
  await reader().waitFor();
});
afterAll(() => program.end());

const reader = () => page.getByRole('document', { name: /Transcription de R1/u });
const firstWords = () => page.locator('.tr-words').first();
/** The words of the selection, as they are copied. */
const selected = () =>
  page.evaluate(() => {
    const data = new DataTransfer();
    document.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true }));
    return data.getData('text/plain');
  });

test('clicks select the word, the paragraph and the turn; the name of the speaker its turn', async () => {
  const at = { position: { x: 20, y: 12 } };
  await firstWords().click({ ...at, clickCount: 2 });
  await expect.poll(selected).toBe('Moodle');
  await firstWords().click({ ...at, clickCount: 3 });
  await expect.poll(selected).toBe('Moodle surtout, le soir. Et M. Durand aide.');
  await firstWords().click({ ...at, clickCount: 4 });
  await expect.poll(selected).toBe('Moodle surtout, le soir. Et M. Durand aide.\nOn s’entraide.');
  await page.locator('.tr-speaker', { hasText: 'R2' }).click();
  await expect.poll(selected).toBe('Rien de plus.');
});

test('the keyboard widens from the caret to the turn, and narrows on the same way', async () => {
  await firstWords().click({ position: { x: 20, y: 12 } });
  const way = [
    'Moodle',
    'Moodle surtout, le soir.',
    'Moodle surtout, le soir. Et M. Durand aide.',
    'Moodle surtout, le soir. Et M. Durand aide.\nOn s’entraide.',
  ];
  for (const words of way) {
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(selected).toBe(words);
  }
  for (const words of way.slice(0, 3).toReversed()) {
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(selected).toBe(words);
  }
});

test('the selection is there after the palette', async () => {
  await firstWords().click({ position: { x: 20, y: 12 }, clickCount: 3 });
  await page.keyboard.press('c');
  await page.locator('.palette-input').waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(selected).toBe('Moodle surtout, le soir. Et M. Durand aide.');
});

test('a code gets a quick key from its menu, the key codes the selection, and both are undone', async () => {
  const row = page.getByRole('treeitem', { name: /Outils/u });
  await row.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Touche rapide' }).press('ArrowRight');
  await page.getByRole('menuitem', { name: '3', exact: true }).click();
  await row.getByText('3', { exact: true }).waitFor();
  await photograph(page, 'quick-key');
  await expect.poll(() => problems(page)).toEqual([]);
  await page.locator('.tr-label').first().waitFor();
  await firstWords().click({ position: { x: 20, y: 12 }, clickCount: 3 });
  await page.keyboard.press('3');
  await page.locator('.card-quote').getByText('Moodle surtout').waitFor();
  await expect.poll(() => page.locator('.tr-label').count()).toBe(2);
  await page.keyboard.press('Control+z');
  await expect.poll(() => page.locator('.tr-label').count()).toBe(1);
  await page.keyboard.press('Control+z');
  await expect.poll(() => row.locator('.code-digit').count()).toBe(0);
});
