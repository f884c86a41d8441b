import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dropFiles, Program, ROOT } from './window.ts';

// A corrected file takes the place of a coded text: each passage is shown, and may be placed by hand.

const program = new Program();
const file = () => join(program.folder, 'etude.repere');
let page: Page;

beforeAll(async () => {
  const cli = join(ROOT, 'dist/node/cli.js');
  const run = (...args: string[]) => execFileSync(process.execPath, [cli, ...args], { encoding: 'utf8' });
  run('new', file());
  writeFileSync(join(program.folder, 'R1.txt'), BEFORE);
  run('import', file(), join(program.folder, 'R1.txt'));
  for (const words of ['par Slack', 'des collègues de sciences', 'Jamais de la vie'])
    run('code', file(), '--code', 'Outils', '--find', words);
  writeFileSync(join(program.folder, 'R1.txt'), AFTER);
  await program.start(file());
  page = await program.window();
  await page.getByRole('document', { name: /Transcription de R1/u }).waitFor();
});
afterAll(() => program.end());

const BEFORE =
  'ENQ : Alors ?\nR1 : Entre nous, par Slack surtout, avec des collègues de sciences.\nENQ : Et vous ?\nR1 : Jamais de la vie.\n';
const AFTER =
  'ENQ : Bon, alors ?\nR1 : Entre nous, par Slack surtout, avec deux collègues de sciences.\nENQ : Et vous ?\nR1 : Souvent, oui.\n';

const dialog = () => page.getByRole('dialog', { name: /Remplacer le texte de/u });

test('a file of the same name asks what to do', async () => {
  await dropFiles(page, [join(program.folder, 'R1.txt')]);
  await page.getByText(/peut-être une version corrigée/u).waitFor();
  await page.getByRole('button', { name: 'Remplacer le texte…' }).click();
  await dialog().waitFor();
  for (const fate of ['Introuvables 1', 'À vérifier 1', 'Déplacés 0', 'Gardés 1'])
    await dialog().getByText(fate, { exact: true }).waitFor();
  await expect
    .poll(() => dialog().getByRole('button', { name: 'Remplacer le texte', exact: true }).isDisabled())
    .toBe(true);
});

test('what is not found is placed by hand', async () => {
  const pane = dialog().getByRole('document', { name: 'Nouveau texte' });
  await pane.evaluate((element) => {
    const text = element.firstChild!;
    const start = element.textContent.indexOf('Souvent');
    document.getSelection()!.setBaseAndExtent(text, start, text, start + 7);
  });
  await dialog().getByRole('button', { name: 'Placer sur la sélection' }).click();
  await dialog().getByText('placé à la main').waitFor();
  await dialog().getByRole('button', { name: 'Remplacer le texte', exact: true }).click();
  await dialog().waitFor({ state: 'hidden' });
});

test('the text is the new one, with all three codings; undo brings the old one back', async () => {
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  const text = page.locator('.tr-text');
  await expect.poll(() => text.textContent()).toContain('Souvent, oui.');
  await expect.poll(() => page.getByRole('option', { name: /^R1/u }).textContent()).toContain('3');
  await page.getByRole('document', { name: /Transcription de R1/u }).focus();
  await page.keyboard.press('Control+z');
  await expect.poll(() => text.textContent()).toContain('Jamais de la vie.');
});

test('nothing complained on the way', () => {
  expect(program.complaints).toEqual([]);
});
