import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { photograph, problems } from './looks.ts';
import { Program, ROOT } from './window.ts';

// All memos in one place, with pointer and keyboard: writing, linking, reading, finding, going where one belongs.

const program = new Program();
const file = () => join(program.folder, 'memos.repere');
const cli = (...args: string[]) =>
  execFileSync(process.execPath, [join(ROOT, 'dist/node/cli.js'), ...args], { encoding: 'utf8' });
let page: Page;

beforeAll(async () => {
  cli('new', file());
  const path = join(program.folder, 'R1.txt');
  writeFileSync(path, 'R1 : Moodle est trop lent.\nR1 : Alors nous prenons Zoom.');
  cli('import', file(), path);
  cli('code', file(), '--code', 'Lenteur', '--find', 'trop lent');
  await program.start(file());
  page = await program.window();
  await page.getByRole('document', { name: /Transcription de R1/u }).waitFor();
});
afterAll(() => program.end());

const list = () => page.getByRole('grid', { name: 'Liste des mémos' });
const text = () => page.locator('.memos-detail textarea');
const title = () => page.getByRole('textbox', { name: 'Titre' });

test('a segment’s memo and a free one stand in one list', async () => {
  await page.locator('.tr-label', { hasText: 'Lenteur' }).click();
  await page.keyboard.press('m');
  await page.keyboard.type('À relire.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+M');
  await list()
    .getByRole('row', { name: /Lenteur/u })
    .waitFor();
  await page.getByRole('button', { name: 'Nouveau mémo' }).click();
  await page.getByRole('menuitem', { name: 'Mémo libre' }).click();
  await title().fill('Méthode');
  await title().press('Enter');
  await list()
    .getByRole('row', { name: /Méthode/u })
    .waitFor();
  await expect.poll(() => list().getByRole('row').count()).toBe(2);
});

test('two brackets offer what can be linked, and Enter links it', async () => {
  await text().click();
  await page.keyboard.type('**Voir** [[lent');
  await page
    .getByRole('option', { name: /Lenteur/u })
    .first()
    .waitFor();
  await photograph(page, 'memos-lier');
  await page.keyboard.press('Enter');
  await expect.poll(() => text().inputValue()).toBe('**Voir** [[Lenteur]]');
  await page.keyboard.type(' et [[trop');
  await page.getByRole('option', { name: /trop lent/u }).click();
  await expect.poll(() => text().inputValue()).toBe('**Voir** [[Lenteur]] et [[trop lent]]');
});

test('the preview reads Markdown and leads to the segment; the segment tells who mentions it', async () => {
  await page.keyboard.press('Control+Shift+P');
  await page.locator('.memo-preview strong', { hasText: 'Voir' }).waitFor();
  await photograph(page, 'memos-apercu');
  await page.locator('.memo-link', { hasText: 'trop lent' }).click();
  await page.getByRole('heading', { name: 'Segment codé' }).waitFor();
  await page.getByRole('heading', { name: 'Mentionné dans' }).waitFor();
  await page.locator('.mention', { hasText: 'Méthode' }).click();
  await expect.poll(() => title().inputValue()).toBe('Méthode');
});

test('memos are found by words and kind; one goes where it belongs', async () => {
  const search = page.getByRole('searchbox', { name: 'Chercher dans les mémos' });
  await search.fill('RELIRE');
  await expect.poll(() => list().getByRole('row').count()).toBe(1);
  await list().getByRole('row').click();
  await page.getByRole('button', { name: 'Ouvrir à sa place' }).click();
  await page.getByRole('heading', { name: 'Segment codé' }).waitFor();
  await page.keyboard.press('Control+Shift+M');
  await search.fill('nulle part');
  await page.getByRole('button', { name: 'Retirer les conditions' }).click();
  await expect.poll(() => list().getByRole('row').count()).toBe(2);
});

test('a memo that was removed is back after undo', async () => {
  await list()
    .getByRole('row', { name: /Méthode/u })
    .click();
  await page.getByRole('button', { name: 'Supprimer le mémo' }).click();
  await expect.poll(() => list().getByRole('row').count()).toBe(1);
  await list().getByRole('row').click();
  await page.keyboard.press('Control+z');
  await expect.poll(() => list().getByRole('row').count()).toBe(2);
});

test.each([
  { name: 'light', colorScheme: 'light', locale: 'fr-FR', viewport: { width: 1440, height: 900 } },
  { name: 'dark-en', colorScheme: 'dark', locale: 'en-GB', viewport: { width: 1100, height: 700 } },
] as const)('the memos are accessible: $name', async ({ name, ...look }) => {
  const other = await program.window(look);
  await other.locator('[role=document]').waitFor();
  await other.keyboard.press('Control+Shift+M');
  await other.getByRole('row', { name: /Méthode/u }).click();
  await other.locator('.memos-detail textarea').waitFor();
  await expect.poll(() => problems(other)).toEqual([]);
  await photograph(other, `memos-${name}`);
  await other.context().close();
});

test('nothing went wrong on the way', () => {
  expect(program.complaints).toEqual([]);
});
