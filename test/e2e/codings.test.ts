import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
  await program.start(file());
  page = await program.window();
  page.setDefaultTimeout(8_000);
  await page.getByRole('document', { name: /Transcription de R1/u }).waitFor();
});
afterAll(() => program.end());

const menu = () => page.getByRole('button', { name: 'Couper, réunir' });
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
  expect(await segments().textContent()).toBe('1 / 2');
  await menu().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Réunir avec le suivant' }).waitFor();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect.poll(() => segments().textContent()).toBe('1 / 1');
  await page.locator('.card-quote').getByText('Puis Moodle encore').waitFor();
  await page.keyboard.press('Control+z');
  await expect.poll(() => segments().textContent()).toBe('1 / 2');
});

test('nothing went wrong on the way', () => {
  expect(program.complaints).toEqual([]);
});
