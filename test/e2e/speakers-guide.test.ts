import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LOOKS, photograph, problems } from './looks.ts';
import { Program, ROOT } from './window.ts';

// Who speaks and what is asked, set right after the import: every step in the window, then all taken back.

const program = new Program();
const file = () => join(program.folder, 'groupe.repere');
let page: Page;

const TALK = [
  'Enquêtrice : Quels outils utilisez-vous au quotidien ?',
  'Anna : Moodle surtout, et un peu de visio avec les collègues.',
  'A. : La visio, c’est pour ceux qui sont loin.',
  'Boris : Moi, rien du tout, ou presque.',
  'Enquêtrice : Comment avez-vous vécu le confinement ?',
  'Anna : Assez bien, avec des hauts et des bas.',
  'Ici quelqu’un d’autre a pris la parole sans que son nom soit noté.',
  'Boris : Mal, franchement.',
].join('\n');
const OTHER = [
  '(Enquêtrice) Quels outils utilisez-vous au quotidien ?',
  '(Cléa) Le courrier, surtout.',
  '(Enquêtrice) Et le confinement ?',
  '(Cléa) Je dormais.',
].join('\n');
const GUIDE =
  'Thème 1 : Pratiques\n1. Quels outils utilisez-vous au quotidien ?\nThème 2 : Confinement\n1. Comment avez-vous vécu le confinement ?';

beforeAll(async () => {
  const cli = join(ROOT, 'dist/node/cli.js');
  const run = (...args: string[]) => execFileSync(process.execPath, [cli, ...args], { encoding: 'utf8' });
  const write = (name: string, text: string) => {
    writeFileSync(join(program.folder, name), text);
    return join(program.folder, name);
  };
  run('new', file());
  run('import', file(), write('Groupe.txt', TALK), write('Seule.txt', OTHER));
  run('guide', 'import', file(), write('guide.md', GUIDE));
  run('code', file(), '--code', 'Visio', '--find', 'visio');
  await program.start(file());
  page = await program.window();
  await page.getByRole('document', { name: /Transcription de Groupe/u }).waitFor();
});
afterAll(() => program.end());

const shot = (name: string, of = page) => photograph(of, `speakers-guide-${name}`);
const inspector = () => page.getByRole('region', { name: 'Inspecteur' });
const openDocument = async (name: string) => {
  await page
    .getByRole('region', { name: 'Documents et codes' })
    .getByRole('option', { name: new RegExp(`^${name}`, 'u') })
    .click();
  await page.getByRole('document', { name: `Transcription de ${name}` }).waitFor();
};
const speakers = () => page.locator('.tr-speaker').allTextContents();

test('the speakers are looked for again, and what changes is shown before it counts', async () => {
  await openDocument('Seule');
  await inspector().getByText('Aucun locuteur reconnu').waitFor();
  await inspector().getByRole('button', { name: 'Détecter de nouveau…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Locuteurs de Seule' });
  await dialog.getByText('Aucun nom trouvé').waitFor();
  await dialog.getByRole('textbox').fill('(%NO');
  await dialog.locator('.field-error').waitFor();
  await shot('redetect-error');
  await dialog.getByRole('textbox').fill('(%NOM%)');
  await dialog.getByRole('checkbox', { name: /Cléa/u }).waitFor();
  await dialog.getByText('Tours : 0 → 4').waitFor();
  await shot('redetect');
  await dialog.getByRole('button', { name: 'Refaire les tours' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await expect.poll(speakers).toEqual(['Enquêtrice', 'Cléa', 'Enquêtrice', 'Cléa']);
});

test('two labels of one person are merged', async () => {
  await openDocument('Groupe');
  await inspector().getByRole('button', { name: 'Actions pour A.' }).click();
  await shot('menu');
  await page.getByRole('menuitem', { name: 'Fusionner avec…' }).click();
  const dialog = page.getByRole('dialog', { name: /Fusionner/u });
  await dialog.getByRole('button', { name: /Donner ses tours à/u }).click();
  await page.getByRole('option', { name: 'Anna' }).click();
  await shot('merge');
  await dialog.getByText('Ces mots compteront pour Anna.').waitFor();
  await dialog.getByRole('button', { name: 'Fusionner' }).click();
  await page.getByText('1 tour de « A. » donné à « Anna »').waitFor();
  await expect.poll(speakers).not.toContain('A.');
});

const select = async (paragraph: number) => {
  await page
    .locator('.tr-words')
    .nth(paragraph - 1)
    .click();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+End');
  await inspector().getByText('Sélection', { exact: true }).waitFor();
};

test('« Dit par » gives a paragraph to a speaker who is made for it, in one step', async () => {
  await select(7);
  await shot('selection');
  await page.keyboard.press('d');
  await page.getByRole('combobox', { name: 'Chercher ou créer un locuteur' }).fill('Dora');
  await shot('said-by');
  await page.keyboard.press('Enter');
  await page.getByText('Passage dit par « Dora »').waitFor();
  await expect.poll(speakers).toContain('Dora');
});

test('« Répond à » opens from the commands too, and lengthens a passage that it continues', async () => {
  await select(2);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Répond à');
  await page.getByRole('menuitem', { name: /Répond à…/u }).click();
  const field = page.getByRole('combobox', { name: 'Chercher une question du guide' });
  await field.fill('outils');
  await shot('answers');
  await field.press('Enter');
  await page.getByText(/Passage ajouté à «.Quels outils/u).waitFor();
  await select(3);
  await page.keyboard.press('r');
  await field.fill('outils');
  await field.press('Enter');
  await page.getByText(/Passage de «.Quels outils.+ ajusté/u).waitFor();
  await shot('topic');
  await page.keyboard.press('Escape');
  const topics = inspector().getByRole('list', { name: 'Thèmes du guide' });
  await expect.poll(() => topics.getByRole('listitem').count()).toBe(1);
  await page
    .locator('.reader-head')
    .getByRole('button', { name: /^Quels outils/u })
    .click();
  await shot('topics');
  await page.getByRole('menuitem', { name: /^Quels outils/u }).click();
  await topics.getByRole('button', { name: /^Quels outils/u }).click();
});

test('all answers to a question are coded at once', async () => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Guide d’entretien');
  await page.getByRole('menuitem', { name: 'Guide d’entretien', exact: true }).click();
  await page.getByRole('button', { name: /Coder toutes les réponses à «.Quels outils/u }).click();
  await page.getByRole('combobox', { name: 'Code à appliquer' }).fill('Outils');
  await page.getByRole('button', { name: 'Coder 2 passages' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByRole('treeitem', { name: /^Outils/u }).waitFor();
});

const addFilter = async (name: string) => {
  await page.getByRole('button', { name: 'Filtre', exact: true }).click();
  await page.getByRole('menuitem', { name }).click();
  await page.getByRole('button', { name: new RegExp(`^${name}`, 'u') }).click();
};
const row = (name: string) => page.locator('.freq-body [role="row"]').filter({ hasText: name });

test('frequencies are filtered by topic and by speaker; the keyboard stays in the list of choices', async () => {
  await page.keyboard.press('Control+3');
  await addFilter('Thèmes du guide');
  const none = page.getByRole('button', { name: 'Tout décocher' });
  await none.press('Enter');
  // The button keeps the focus, so that Tab goes on to the choices and Escape closes the list.
  await expect.poll(() => none.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.getByRole('checkbox', { name: /^Quels outils/u }).press('Space');
  await shot('filter');
  await page.keyboard.press('Escape');
  await none.waitFor({ state: 'hidden' });
  await expect.poll(() => row('Outils').textContent()).toContain('1/');
  await addFilter('Locuteurs');
  await none.press('Enter');
  await page.getByRole('checkbox', { name: 'Boris' }).press('Space');
  await page.keyboard.press('Escape');
  await expect.poll(() => row('Outils').textContent()).toContain('0/1');
  await shot('filtered');
  await page.getByRole('button', { name: 'Effacer les filtres' }).click();
  await page.keyboard.press('Control+1');
});

test('all of it is taken back', async () => {
  await page.getByRole('document', { name: 'Transcription de Groupe' }).waitFor();
  const undone = async () => {
    await page.keyboard.press('Control+z');
    return speakers();
  };
  await expect.poll(undone, { interval: 300 }).toContain('A.');
  await expect.poll(() => speakers()).not.toContain('Dora');
  await expect.poll(() => page.getByRole('treeitem', { name: /^Outils/u }).count()).toBe(0);
});

test.each(LOOKS)('what is new is accessible: $name', async ({ name, ...look }) => {
  const other = await program.window(look);
  const judge = async (what: string) => {
    await expect.poll(() => problems(other)).toEqual([]);
    await shot(`${name}-${what}`, other);
  };
  await other.locator('.tr-words').nth(3).click();
  await other.keyboard.press('Home');
  await other.keyboard.press('Shift+End');
  for (const key of ['d', 'r']) {
    await other.keyboard.press(key);
    await other.locator('.palette-input').waitFor();
    await judge(key);
    await other.keyboard.press('Escape');
  }
  await other.keyboard.press('Escape');
  if (look.viewport.width < 1280) await other.keyboard.press('Control+Alt+i');
  await other.getByRole('button', { name: /Détecter de nouveau|Detect again/u }).click();
  await other.locator('.redetect-label').first().waitFor();
  await judge('redetect');
  await other.context().close();
});

test('nothing went wrong on the way', () => {
  expect(program.complaints).toEqual([]);
});
