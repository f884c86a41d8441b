import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LOOKS, photograph, problems } from './looks.ts';
import { Program, ROOT } from './window.ts';

// A segment linked to another with pointer and keyboard: read at both ends, gone to and back, taken off.

const program = new Program();
const file = () => join(program.folder, 'liens.repere');
const cli = (...args: string[]) =>
  execFileSync(process.execPath, [join(ROOT, 'dist/node/cli.js'), ...args], { encoding: 'utf8' });
let page: Page;

beforeAll(async () => {
  cli('new', file());
  const texts = {
    R1: 'R1 : Moodle est trop lent.\nR1 : Alors nous prenons Zoom.',
    R2: 'R2 : Zoom nous suffit.',
  };
  for (const [name, text] of Object.entries(texts)) {
    const path = join(program.folder, `${name}.txt`);
    writeFileSync(path, text);
    cli('import', file(), path);
  }
  cli('code', file(), '--code', 'Lenteur', '--find', 'trop lent');
  cli('code', file(), '--code', 'Visio', '--find', 'zoom', '--unit', 'sentence');
  await program.start(file());
  page = await program.window();
  await page.getByRole('document', { name: /Transcription de R1/u }).waitFor();
});
afterAll(() => program.end());

const label = (name: string) => page.locator('.tr-label', { hasText: name });
const words = (at: Page | Locator, text: string) => at.locator('.tr-words', { hasText: text });
/** Within the first words of a paragraph. */
const ON_TEXT = { position: { x: 60, y: 12 } };
const links = () => page.locator('.link-jump');
const marks = () => page.locator('.tr-label-link:visible');

test('a click on the other segment in the text links to it; both ends tell of the link', async () => {
  await label('Lenteur').click();
  await page.getByRole('button', { name: 'Relier à…' }).click();
  await page.getByRole('heading', { name: 'Relier le segment' }).waitFor();
  await photograph(page, 'liens-relier');
  await words(page, 'Alors nous prenons Zoom').click(ON_TEXT);
  await page.getByText('Lien ajouté').waitFor();
  await links().getByText('explique', { exact: true }).waitFor();
  await expect.poll(() => marks().count()).toBe(2);
  await expect
    .poll(() => page.locator('.tr-hidden').textContent())
    .toContain('est expliqué par «\u00a0trop lent');
  await photograph(page, 'liens-segment');
  await links().click();
  await links().getByText('est expliqué par').waitFor();
});

test('a segment of another document is found by a word and linked with the keyboard alone', async () => {
  await page.keyboard.press('l');
  await page.getByRole('radio', { name: 'Continue' }).press('Space');
  await page.getByRole('searchbox', { name: 'Mots du segment, ou code' }).fill('suff');
  await page.getByRole('menuitem', { name: /Zoom nous suffit/u }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await links().getByText('continue', { exact: true }).waitFor();
  await expect.poll(() => links().count()).toBe(2);
});

test('the other end is gone to in its document, and Alt with an arrow leads back', async () => {
  await links().filter({ hasText: 'Zoom nous suffit' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('document', { name: /Transcription de R2/u }).waitFor();
  await links().getByText('est poursuivi par').waitFor();
  await page.keyboard.press('Alt+ArrowLeft');
  await page.getByRole('document', { name: /Transcription de R1/u }).waitFor();
});

test('a segment of the other reader is linked to by a press on its words', async () => {
  await page.keyboard.press('Control+Shift+D');
  await page.locator('.coder-reader').nth(1).waitFor();
  await page.locator('.document-row', { hasText: 'R2' }).click();
  const second = page.locator('.coder-reader').nth(1);
  await second.getByRole('document', { name: /Transcription de R2/u }).waitFor();
  await words(page.locator('.coder-reader').first(), 'Alors nous prenons Zoom').click(ON_TEXT);
  await page.getByRole('button', { name: 'Relier à…' }).click();
  await page.getByRole('radio', { name: 'Contredit' }).click();
  await words(second, 'Zoom nous suffit').click(ON_TEXT);
  await links().getByText('est contredit par', { exact: true }).waitFor();
  await expect.poll(() => page.locator('.card-quote').textContent()).toBe('Zoom nous suffit.');
  await page.keyboard.press('Control+z');
  await expect.poll(() => links().count()).toBe(1);
  await second.getByRole('button', { name: /^Fermer «.*ici$/u }).click();
  await page.getByRole('document', { name: /Transcription de R1/u }).waitFor();
});

test('a link that is there already is not made twice', async () => {
  await label('Lenteur').click();
  await page.keyboard.press('l');
  await page.getByRole('radio', { name: 'Explique' }).press('Space');
  await label('Visio').click();
  await page.getByText('Ces deux segments sont déjà reliés ainsi.').waitFor();
  await links().getByText('explique', { exact: true }).waitFor();
  await expect.poll(() => links().count()).toBe(1);
});

test('a link is taken off, and Escape leaves a segment unlinked', async () => {
  await page
    .getByRole('button', { name: 'Retirer le lien avec «\u00a0Alors nous prenons Zoom.\u00a0»' })
    .click();
  await expect.poll(() => links().count()).toBe(0);
  await page.keyboard.press('Control+z');
  await links().waitFor();
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => links().count()).toBe(0);
  await page.getByRole('button', { name: 'Relier à…' }).click();
  await page.getByRole('searchbox', { name: 'Mots du segment, ou code' }).press('Escape');
  await page.getByRole('heading', { name: 'Segment codé' }).waitFor();
});

test.each(LOOKS.map((look) => [look.name, look] as const))(
  'linking is accessible: %s',
  async (name, look) => {
    const other = await program.window(look);
    await other.locator('.tr-label', { hasText: 'Visio' }).click();
    // In a narrow window the card lies over the text, and comes when asked for.
    if (look.viewport.width < 1280) await other.keyboard.press('m');
    await other.getByRole('button', { name: /^Relier à…|^Link to…/u }).waitFor();
    await expect.poll(() => problems(other)).toEqual([]);
    await photograph(other, `liens-${name}`);
    await other.getByRole('button', { name: /^Relier à…|^Link to…/u }).click();
    await other.getByRole('searchbox', { name: /^Mots du segment|^Words of the segment/u }).waitFor();
    await expect.poll(() => problems(other)).toEqual([]);
    await photograph(other, `liens-relier-${name}`);
    await other.context().close();
  },
);

test('nothing went wrong on the way', () => {
  expect(program.complaints).toEqual([]);
});
