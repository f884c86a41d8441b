import { readFileSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeLargeFile } from './large-file.ts';
import { LOOKS, photograph, problems } from './looks.ts';
import { dropFiles, dropPaths, Program, ROOT, SAMPLE } from './window.ts';

// The windows of import and correction in every state: accessible, without complaint, and photographed.

const program = new Program();
const fixture = (name: string): string => join(ROOT, 'fixtures/documents', name);
const inOwnFolder = (name: string): string => join(program.folder, name);

beforeAll(async () => {
  const cli = join(ROOT, 'dist/node/cli.js');
  const run = (...args: string[]) => execFileSync(process.execPath, [cli, ...args]);
  const project = inOwnFolder('etude.repere');
  run('new', project);
  const text =
    'ENQ : Et alors ?\nR1 : Par Slack surtout, avec des collègues.\nENQ : Et vous ?\nR1 : Jamais.\n';
  writeFileSync(inOwnFolder('R1.txt'), text);
  run('import', project, inOwnFolder('R1.txt'), join(SAMPLE, 'Référent 3.docx'));
  for (const words of ['par Slack', 'des collègues', 'Jamais'])
    run('code', project, '--code', 'Outils', '--find', words);
  writeFileSync(inOwnFolder('R1.txt'), text.replace('Jamais', 'Souvent').replace('des coll', 'deux coll'));
  writeFileSync(inOwnFolder('coupé.docx'), readFileSync(fixture('libreoffice.docx')).subarray(0, 6_000));
  writeLargeFile(inOwnFolder('R8_visio.rtf'));
  await program.start(project);
});
afterAll(() => program.end());

/** Words of either language. */
const either = (french: string, english: string): RegExp => new RegExp(`^(?:${french}|${english})`, 'u');
const dialog = (page: Page): Locator => page.getByRole('dialog').last();

async function leave(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

async function openByName(page: Page, french: string, english: string): Promise<void> {
  await page.keyboard.press('Control+K');
  await page.keyboard.type(await inLanguageOf(page, french, english));
  await page.keyboard.press('Enter');
  await dialog(page).waitFor();
}

const inLanguageOf = (page: Page, french: string, english: string): Promise<string> =>
  page.evaluate(([fr, en]) => (document.documentElement.lang.startsWith('fr') ? fr : en), [
    french,
    english,
  ] as const);

const states: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'import-empty': async (page) => {
    await page.keyboard.press('Control+I');
    await dialog(page).waitFor();
  },
  'import-reading': async (page) => {
    await dropPaths(page, [inOwnFolder('R8_visio.rtf')]);
    await dialog(page)
      .getByText(/^(?:Lecture|Reading), \d+\s?%$/u)
      .waitFor();
  },
  'import-errors': async (page) => {
    await dialog(page)
      .getByRole('button', { name: either('Arrêter la lecture', 'Stop reading') })
      .click();
    await dropFiles(page, [
      fixture('scan.pdf'),
      fixture('riche.docx'),
      fixture('encrypted.docx'),
      inOwnFolder('coupé.docx'),
    ]);
    await expect.poll(() => dialog(page).getByRole('alert').count()).toBe(3);
    await dialog(page)
      .getByRole('region', { name: either('Aperçu', 'Preview') })
      .waitFor();
  },
  'import-encoding': async (page) => {
    await dropFiles(page, [fixture('mac-roman.txt')]);
    await dialog(page)
      .getByRole('button', { name: /mac-roman/u })
      .first()
      .click();
    await dialog(page)
      .getByRole('button', { name: /Mac Roman/u })
      .waitFor();
  },
  'import-duplicate': async (page) => {
    await dropFiles(page, [join(SAMPLE, 'Référent 3.docx'), inOwnFolder('R1.txt')]);
    await dialog(page)
      .getByRole('button', { name: /R1\.txt/u })
      .first()
      .click();
    await dialog(page)
      .getByRole('group', { name: either('Déjà présent', 'Already') })
      .waitFor();
  },
  replacement: async (page) => {
    await dialog(page)
      .getByRole('button', { name: either('Remplacer le texte…', 'Replace its text…') })
      .click();
    await dialog(page).getByRole('document').waitFor();
  },
  pseudonyms: async (page) => {
    await page.keyboard.press('Escape');
    await leave(page);
    await openByName(page, 'Pseudonymiser', 'Pseudonymise');
  },
  guide: async (page) => {
    await leave(page);
    await openByName(page, 'Guide d’entretien', 'Interview guide');
  },
  search: async (page) => {
    await leave(page);
    await page.keyboard.press('Control+Shift+F');
    await page.getByRole('searchbox').fill('collègue*');
    await page.locator('.search-line').first().waitFor();
  },
};

describe.each(LOOKS)('$name', ({ name, ...options }) => {
  let page: Page;
  beforeAll(async () => {
    page = await program.window(options);
    await page.locator('[role=document]').waitFor();
  });
  afterAll(() => page.context().close());

  test.each(Object.entries(states))('%s is shown and accessible', async (state, go) => {
    await go(page);
    await photograph(page, `${state}-${name}`);
    await expect.poll(() => problems(page)).toEqual([]);
  });
});

test('nothing complained in any state', () => {
  expect(program.complaints).toEqual([]);
});
