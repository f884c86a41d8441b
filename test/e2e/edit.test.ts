import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { Program } from './window.ts';

// A coded transcript stays alive: it is corrected in place, and no coding leaves its words.

const program = new Program();
let page: Page;

beforeAll(async () => {
  await program.start();
  page = await program.window();
  await page
    .getByRole('button', { name: /exemple/iu })
    .first()
    .click();
  await page.getByRole('document', { name: /Transcription de/u }).waitFor();
});
afterAll(() => program.end());

const words = (index: number) => page.locator('.tr-words').nth(index);
const status = () => page.getByRole('region', { name: 'Barre d’état' });

test('opens the text for correction by keyboard, and says so', async () => {
  await page.keyboard.press('Control+e');
  await page.getByRole('group', { name: 'Correction du texte' }).waitFor();
  await expect
    .poll(() => page.locator('.tr-words[contenteditable]').getAttribute('aria-label'))
    .toMatch(/^Texte du §/u);
});

test('saves what is typed when the keys rest, without moving the caret', async () => {
  await words(2).click({ position: { x: 60, y: 12 } });
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Encore un mot.', { delay: 20 });
  await expect.poll(() => status().textContent()).toContain('texte de');
  await page.keyboard.type(' Et un autre.');
  await expect.poll(() => words(2).textContent()).toMatch(/Encore un mot\. Et un autre\.$/u);
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('tr-words');
});

test('splits and joins paragraphs; undo takes one after the other back', async () => {
  const count = await page.locator('.tr-words').count();
  await page.keyboard.press('Control+Home');
  for (let step = 0; step < 7; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.tr-words').count()).toBe(count + 1);
  await expect.poll(() => words(2).textContent()).toBe('Je suis');
  await page.keyboard.press('Backspace');
  await expect.poll(() => page.locator('.tr-words').count()).toBe(count);
  await page.keyboard.press('Control+z');
  await expect.poll(() => page.locator('.tr-words').count()).toBe(count + 1);
  await page.keyboard.press('Control+z');
  await expect.poll(() => page.locator('.tr-words').count()).toBe(count);
});

test('asks before a coded passage is left without words, and keeps it when told so', async () => {
  await page.getByRole('button', { name: 'Terminer la correction' }).first().click();
  await page.keyboard.press(']');
  await page.keyboard.press('Control+e');
  const before = await page.getByRole('textbox', { name: /Texte du §/u }).textContent();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  const question = page.getByRole('alertdialog');
  await question.waitFor();
  await expect.poll(() => question.textContent()).toMatch(/n’aurai(?:t|ent) plus de mots/u);
  await question.getByRole('button', { name: 'Annuler' }).click();
  await expect.poll(() => page.getByRole('textbox', { name: /Texte du §/u }).textContent()).toBe(before);
});

test('finds and replaces in all documents in one step, and takes it back', async () => {
  await page.getByRole('button', { name: 'Chercher et remplacer' }).click();
  const dialog = page.getByRole('dialog', { name: 'Chercher et remplacer' });
  await dialog.getByRole('textbox', { name: 'Chercher' }).fill('moodle');
  await dialog.getByRole('textbox', { name: 'Remplacer par' }).fill('la plateforme');
  await dialog.getByText('Dans tous les documents').click();
  const apply = dialog.getByRole('button', { name: /Remplacer \(\d+\)/u });
  await apply.waitFor();
  await apply.click();
  await dialog.waitFor({ state: 'hidden' });
  await expect.poll(() => page.locator('.tr-text').textContent()).not.toContain('Moodle');
  await page
    .getByRole('button', { name: /^Annuler/u })
    .first()
    .click();
  await expect.poll(() => page.locator('.tr-text').textContent()).toContain('Moodle');
});

test('nothing complained on the way', () => {
  expect(program.complaints).toEqual([]);
});
