import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { LOOKS, photograph, problems } from './looks.ts';
import { Program, ROOT } from './window.ts';

// Coding what a search, a question, a speaker or a regular expression gives: looked at first, then one step.

const program = new Program();
let page: Page;

const FIRST = [
  'Enquêtrice : Quels outils utilisez-vous ?',
  'Anna : Moodle surtout. Et un peu de visio, le soir.',
  'La visio fatigue.',
  'Enquêtrice : Et le confinement ?',
  'Anna : Sans visio, rien n’aurait tenu.',
].join('\n');
const SECOND = [
  'Enquêtrice : Quels outils utilisez-vous ?',
  'Boris : La visio, jamais.',
  'Enquêtrice : Et le confinement ?',
  'Boris : Assez bien.',
].join('\n');

beforeAll(async () => {
  const file = join(program.folder, 'auto.repere');
  const cli = join(ROOT, 'dist/node/cli.js');
  const run = (...args: string[]) => execFileSync(process.execPath, [cli, ...args], { encoding: 'utf8' });
  const write = (name: string, text: string) => {
    writeFileSync(join(program.folder, name), text);
    return join(program.folder, name);
  };
  run('new', file);
  run('import', file, write('Anna.txt', FIRST), write('Boris.txt', SECOND));
  run('guide', 'import', file, write('guide.md', '1. Quels outils utilisez-vous ?\n2. Et le confinement ?'));
  run('guide', 'match', file);
  run('code', file, '--code', 'Visio', '--find', 'visio', '--document', 'Boris', '--coder', 'Camille');
  await program.start(file);
  page = await program.window();
  await page.getByRole('document', { name: /Transcription de Anna/u }).waitFor();
});
afterAll(() => program.end());
afterEach(async () => {
  // A test that failed leaves its window open: the next one shall not fail of that.
  if (await dialog().isVisible()) await page.keyboard.press('Escape');
});

const shot = (name: string, of = page) => photograph(of, `auto-code-${name}`);
const dialog = () => page.getByRole('dialog', { name: /^(Coder automatiquement|Code automatically)$/u });
const apply = (passages: string) => dialog().getByRole('button', { name: `Coder ${passages}`, exact: true });
const line = (words: RegExp) => dialog().getByRole('checkbox', { name: words });
const codeField = () => dialog().getByRole('combobox', { name: 'Code à appliquer' });
const fromOmnibox = async () => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Coder automatiquement');
  await page.getByRole('menuitem', { name: 'Coder automatiquement…', exact: true }).click();
  await dialog().waitFor();
};
const undone = async (code: RegExp | null) => {
  await dialog().waitFor({ state: 'hidden' });
  if (code !== null) await page.getByRole('treeitem', { name: code }).waitFor();
  await page.keyboard.press('Control+z');
  if (code !== null) await page.getByRole('treeitem', { name: code }).waitFor({ state: 'hidden' });
};

test('a search, from the menu of a code: what has it already cannot be ticked, one press unticks a document', async () => {
  await page.getByRole('treeitem', { name: /^Visio/u }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Coder automatiquement…' }).click();
  await dialog()
    .getByText(/seront montrés ici/u)
    .waitFor();
  await shot('empty');
  await dialog().getByRole('textbox', { name: 'Mots cherchés' }).fill('visio');
  await dialog()
    .getByText(/^4 passages dans 2 documents · 1 déjà codé ainsi$/u)
    .waitFor();
  await apply('3 passages').waitFor();
  await expect.poll(() => line(/Boris · § 2/u).isDisabled()).toBe(true);
  await shot('search');
  await dialog()
    .locator('.auto-passage', { has: page.getByRole('checkbox', { name: /Anna · § 3/u }) })
    .click();
  await apply('2 passages').waitFor();
  await dialog()
    .locator('label', { has: page.getByRole('checkbox', { name: 'Anna', exact: true }) })
    .click();
  await expect.poll(() => apply('0 passage').isDisabled()).toBe(true);
  await dialog()
    .locator('label', { has: page.getByRole('checkbox', { name: 'Tout cocher' }) })
    .click();
  await apply('3 passages').click();
  await page
    .getByText(/3 .*codé/u)
    .first()
    .waitFor();
  await undone(null);
});

test('a search, from its panel and by the keyboard: arrows go from line to line, Space ticks', async () => {
  await page.keyboard.press('Control+Shift+f');
  await page.getByRole('searchbox', { name: /Chercher/u }).fill('visio');
  const check = page.getByRole('button', { name: 'Vérifier avant de coder…' });
  await expect.poll(() => check.isEnabled()).toBe(true);
  await check.press('Enter');
  await codeField().fill('Écran');
  await apply('4 passages').waitFor();
  await line(/Anna · § 3/u).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await apply('2 passages').press('Enter');
  await dialog().waitFor({ state: 'hidden' });
  await page.getByRole('searchbox', { name: /Chercher/u }).press('Escape');
  await page
    .getByRole('region', { name: 'Recherche', exact: true })
    .getByRole('button', { name: 'Fermer' })
    .click();
  await undone(/^Écran/u);
});

test('answers to a question, from the guide with the pointer', async () => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Guide d’entretien');
  await page.getByRole('menuitem', { name: 'Guide d’entretien', exact: true }).click();
  await page.getByRole('button', { name: /Coder toutes les réponses à «.Et le confinement/u }).click();
  await apply('2 passages').waitFor();
  await shot('topic');
  await apply('2 passages').click();
  await undone(/^Et le confinement/u);
});

test('answers to a question, with the keyboard', async () => {
  await fromOmnibox();
  await codeField().fill('Outils');
  await dialog().getByRole('radio', { name: 'Question du guide' }).press('Enter');
  await dialog()
    .getByRole('button', { name: /Réponses à/u })
    .press('Enter');
  await page.getByRole('option', { name: /Quels outils/u }).press('Enter');
  await apply('2 passages').press('Enter');
  await undone(/^Outils/u);
});

test('what a speaker says, from the card of the document with the pointer', async () => {
  await page.getByRole('button', { name: 'Actions pour Anna' }).click();
  await page.getByRole('menuitem', { name: 'Coder automatiquement…' }).click();
  await codeField().fill('Paroles');
  await apply('2 passages').waitFor();
  await dialog().getByRole('radio', { name: 'Phrase' }).click();
  await apply('4 passages').waitFor();
  await shot('speaker');
  await apply('4 passages').click();
  await undone(/^Paroles/u);
});

test('what a role says, with the keyboard', async () => {
  await fromOmnibox();
  await codeField().fill('Questions');
  await dialog().getByRole('radio', { name: 'Locuteur' }).press('Enter');
  await dialog()
    .getByRole('button', { name: /Ce que dit/u })
    .press('Enter');
  await page.getByRole('option', { name: /^Tous.*nquêt/u }).press('Enter');
  await apply('4 passages').press('Enter');
  await undone(/^Questions/u);
});

test('paragraphs with a regular expression, with the pointer; one that cannot be used says why', async () => {
  await fromOmnibox();
  await dialog().getByRole('radio', { name: 'Expression régulière' }).click();
  const field = dialog().getByRole('textbox', { name: 'Expression régulière' });
  await field.fill('(visio');
  await dialog()
    .getByText(/n’est pas bien formée/u)
    .first()
    .waitFor();
  await shot('error');
  await field.fill(String.raw`^la\b.*visio`);
  await codeField().fill('Début');
  await apply('2 passages').click();
  await undone(/^Début/u);
});

test('paragraphs with a regular expression, with the keyboard; nothing found is said', async () => {
  await fromOmnibox();
  await codeField().fill('Fin');
  await dialog().getByRole('radio', { name: 'Expression régulière' }).press('Enter');
  const field = dialog().getByRole('textbox', { name: 'Expression régulière' });
  await field.fill('zzz');
  await dialog()
    .getByText(/Aucun passage trouvé/u)
    .waitFor();
  await field.fill(String.raw`tenu\.$`);
  await apply('1 passage').press('Enter');
  await undone(/^Fin/u);
});

test.each(LOOKS)('the window is accessible: $name', async ({ name, ...look }) => {
  const other = await program.window(look);
  await other.locator('.tr-words').first().waitFor();
  await other.keyboard.press('Control+k');
  await other.keyboard.type(look.locale === 'fr-FR' ? 'Coder automatiquement' : 'Code automatically');
  await other.getByRole('menuitem', { name: /^Cod.* automati\w+…$/u }).click();
  await other.getByRole('combobox', { name: /^Code/u }).fill('Visio');
  await other.getByRole('textbox').last().fill('visio');
  await other.locator('.auto-passage').first().waitFor();
  await shot(name, other);
  await expect.poll(() => problems(other)).toEqual([]);
  await other.context().close();
});

test('nothing went wrong on the way', () => {
  expect(program.complaints).toEqual([]);
});
