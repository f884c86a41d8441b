import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
  page.setDefaultTimeout(8_000);
  await page.getByRole('document', { name: /Transcription de Groupe/u }).waitFor();
});
afterAll(() => program.end());

const shot = (name: string) => {
  const folder = process.env['SHOTS'];
  return folder === undefined ? null : page.screenshot({ path: join(folder, `${name}.png`) });
};
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
  await dialog.getByText('Ce motif de locuteurs ne peut pas être lu').waitFor();
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
