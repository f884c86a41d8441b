import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dropFiles, Program, SAMPLE } from './window.ts';

// The main job once, as a new user does it: from interview files to « n référents / 8 », its table and its picture.

const program = new Program();
let page: Page;

beforeAll(async () => {
  await program.start();
  page = await program.window();
});
afterAll(() => program.end());

const row = (name: string) => page.getByRole('treeitem', { name: new RegExp(`^${name}`, 'u') });
const reader = () => page.getByRole('document', { name: /Transcription de/u });

/** Puts the caret before a word and extends the selection by words, with the keyboard alone. */
async function selectWords(paragraph: string, words: number): Promise<void> {
  await page
    .getByText(paragraph)
    .first()
    .click({ position: { x: 2, y: 10 } });
  await page.keyboard.press('Home');
  for (let word = 0; word < words; word += 1) await page.keyboard.press('Control+Shift+ArrowRight');
}

async function saved(download: Promise<Download>): Promise<Buffer> {
  return readFileSync(await (await download).path());
}

test('makes a project', async () => {
  await page.getByRole('button', { name: /Nouveau projet/u }).click();
  await page.getByRole('textbox', { name: 'Nom du projet' }).fill('Référents 2020');
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Documents et codes' }).waitFor();
  await expect.poll(() => page.title()).toContain('Référents 2020');
});

test('takes the eight interviews dropped on the window, and shows their speakers to confirm', async () => {
  await dropFiles(
    page,
    Array.from({ length: 8 }, (_, index) => join(SAMPLE, `Référent ${index + 1}.docx`)),
  );
  const dialog = page.getByRole('dialog', { name: 'Importer des transcriptions' });
  const confirm = dialog.getByRole('button', { name: 'Importer 8 documents' });
  await confirm.waitFor();
  await expect.poll(() => dialog.getByText('Prêt', { exact: true }).count()).toBe(8);
  await expect
    .poll(() => dialog.getByRole('textbox', { name: 'Nom de Référent 1' }).inputValue())
    .toBe('Référent 1');
  await confirm.click();
  await dialog.waitFor({ state: 'hidden' });
  await expect.poll(() => page.getByRole('option', { name: /^Référent \d/u }).count()).toBe(8);
});

test('codes a passage by keyboard with a code that is made on the way', async () => {
  await selectWords('Quinze jours de demandes en rafale', 4);
  await page.keyboard.press('c');
  // As slowly as people type: what happens meanwhile in the transcript takes no letter away.
  await page.keyboard.type('Urgence', { delay: 60 });
  await expect.poll(() => page.getByRole('combobox', { name: /code/iu }).inputValue()).toBe('Urgence');
  await page.keyboard.press('Control+Enter');
  await row('Urgence').waitFor();
  await expect.poll(() => row('Urgence').textContent()).toContain('1/8');
});

test('sees n change when another participant says it too', async () => {
  await page.getByRole('option', { name: /^Référent 2/u }).click();
  await page.getByRole('document', { name: 'Transcription de Référent 2' }).waitFor();
  await reader()
    .getByRole('paragraph')
    .nth(3)
    .click({ position: { x: 2, y: 10 } });
  await page.keyboard.press('Home');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('Enter');
  await page.keyboard.type('urg');
  await page.keyboard.press('Enter');
  await expect.poll(() => row('Urgence').textContent()).toContain('2/8');
});

test('undoes and redoes it, and the number follows', async () => {
  const status = page.getByRole('region', { name: 'Barre d’état' });
  await expect.poll(() => status.textContent()).toMatch(/Annuler\s: code «\sUrgence\s» ajouté en § \d/u);
  await page.keyboard.press('Control+z');
  await expect.poll(() => row('Urgence').textContent()).toContain('1/8');
  await page.keyboard.press('Control+Shift+Z');
  await expect.poll(() => row('Urgence').textContent()).toContain('2/8');
});

test('reads the frequencies and takes them along as CSV and as a picture', async () => {
  await page.getByRole('button', { name: 'Fréquences' }).click();
  const line = page.getByRole('row', { name: /Urgence/u });
  await line.waitFor();
  await expect.poll(() => line.textContent()).toContain('2/8');

  const csv = page.waitForEvent('download');
  await page.getByRole('button', { name: /Exporter/u }).click();
  await page.getByRole('menuitem', { name: /CSV/u }).first().click();
  const confirm = page.getByRole('dialog').getByRole('button', { name: /Exporter|Enregistrer/u });
  if (await confirm.isVisible().catch(() => false)) await confirm.click();
  const table = (await saved(csv)).toString('utf8');
  expect(table.startsWith('\ufeff')).toBe(true);
  expect(table).toContain('Urgence;2;8;25;2;');

  const png = page.waitForEvent('download');
  await page.getByRole('button', { name: /Exporter/u }).click();
  await page.getByRole('menuitem', { name: /PNG/u }).first().click();
  expect((await saved(png)).subarray(1, 4).toString('latin1')).toBe('PNG');
});

test('nothing complained on the way', () => {
  expect(program.complaints).toEqual([]);
});
