import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { problems } from './looks.ts';
import { dropFiles, Program } from './window.ts';

// Three group interviews whose speakers are marked as no usual pattern knows: their pattern is typed once, looked at,
// given to the other files, and each person is counted apart.

const program = new Program();
let page: Page;

beforeAll(async () => {
  for (const [name, text] of Object.entries(GROUPS)) writeFileSync(join(program.folder, name), text);
  await program.start();
  page = await program.window();
  await page.getByRole('button', { name: /Nouveau projet/u }).click();
  await page.getByRole('textbox', { name: 'Nom du projet' }).fill('Groupes');
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Documents et codes' }).waitFor();
});
afterAll(() => program.end());

const GROUPS = {
  'Groupe 1.txt':
    'Enq > Comment se passe la pause ?\nE1 > Dans le bruit du couloir.\nE2 > Moi, je reste au calme.\nE1 > On s’entraide pour les horaires.\n',
  'Groupe 2.txt':
    'Enq > Et chez vous ?\nE3 > On s’entraide aussi.\nE4 > Chacun pour soi, je trouve.\nNote : rires\n',
  'Groupe 3.txt': 'Enq > Et le soir ?\nE5 > Je rentre seule.\nE3 > Je suis revenue pour dire que si.\n',
};

const dialog = () => page.getByRole('dialog', { name: 'Importer des transcriptions' });
const pattern = () => dialog().getByRole('textbox', { name: 'Motif des locuteurs' });
const row = (name: string) => page.getByRole('treeitem', { name: new RegExp(`^${name}`, 'u') });

test('files without speakers lead to the pattern, which says what is wrong with it', async () => {
  await dropFiles(
    page,
    Object.keys(GROUPS).map((name) => join(program.folder, name)),
  );
  await expect.poll(() => dialog().getByText('Sans locuteur', { exact: true }).count()).toBe(3);
  await dialog()
    .getByText(/Aucun locuteur trouvé/u)
    .waitFor();
  await pattern().fill('Enq >');
  await dialog()
    .getByText(/rien n’y dit où est le nom/u)
    .waitFor();
  await expect.poll(() => pattern().getAttribute('aria-invalid')).toBe('true');
  await expect.poll(() => problems(page)).toEqual([]);
});

test('what is typed is shown at once, as table and preview', async () => {
  await pattern().fill('%NOM% >');
  await dialog().getByText('3 locuteurs, 4 tours').waitFor();
  await expect.poll(() => dialog().getByRole('textbox', { name: 'Nom de E1' }).inputValue()).toBe('E1');
  const preview = dialog().getByRole('region', { name: 'Aperçu' });
  await expect.poll(() => preview.getByText('Dans le bruit du couloir.', { exact: true }).count()).toBe(1);
  await expect.poll(() => dialog().getByText('Sans locuteur', { exact: true }).count()).toBe(2);
});

test('nothing stands in the way of anybody, in the light or in the dark', async () => {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect.poll(() => problems(page)).toEqual([]);
  }
});

test('the pattern goes to the two other files, and all three are imported', async () => {
  await dialog().getByRole('button', { name: 'Appliquer ce motif aux 2 autres fichiers' }).click();
  await expect.poll(() => dialog().getByText('Prêt', { exact: true }).count()).toBe(3);
  await dialog()
    .getByRole('button', { name: /Groupe 2.txt/u })
    .first()
    .click();
  await expect.poll(() => pattern().inputValue()).toBe('%NOM% >');
  await dialog().getByRole('button', { name: 'Importer 3 documents' }).click();
  await dialog().waitFor({ state: 'hidden' });
});

test('the reader shows whose turn it is', async () => {
  await page.getByRole('option', { name: /^Groupe 1/u }).click();
  const reader = page.getByRole('document', { name: 'Transcription de Groupe 1' });
  await reader.waitFor();
  await expect.poll(() => reader.textContent()).toContain('E2');
  await expect.poll(() => reader.textContent()).not.toContain('E2 >');
});

test('each person of a group is counted apart', async () => {
  for (const [document, words] of [
    ['Groupe 1', 'On s’entraide pour'],
    ['Groupe 2', 'On s’entraide aussi'],
  ] as const) {
    await page.getByRole('option', { name: new RegExp(`^${document}`, 'u') }).click();
    await page.getByRole('document', { name: `Transcription de ${document}` }).waitFor();
    await page
      .getByText(words)
      .first()
      .click({ position: { x: 2, y: 10 } });
    await page.keyboard.press('Home');
    for (let word = 0; word < 3; word += 1) await page.keyboard.press('Control+Shift+ArrowRight');
    await page.keyboard.press('c');
    await page.keyboard.type('Entraide', { delay: 60 });
    await page.keyboard.press(document === 'Groupe 1' ? 'Control+Enter' : 'Enter');
    await expect.poll(() => row('Entraide').textContent()).toContain(document === 'Groupe 1' ? '1/5' : '2/5');
  }
});

test('a corrected file is read with the same pattern', async () => {
  writeFileSync(join(program.folder, 'Groupe 2.txt'), `${GROUPS['Groupe 2.txt']}E6 > Et moi donc.\n`);
  await dropFiles(page, [join(program.folder, 'Groupe 2.txt')]);
  await dialog().getByRole('textbox', { name: 'Nom de E6' }).waitFor();
  await expect.poll(() => pattern().inputValue()).toBe('%NOM% >');
});

test('nothing complained on the way', () => {
  expect(program.complaints).toEqual([]);
});
