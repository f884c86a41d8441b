import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { damaged } from '../helpers/damage.ts';
import { Program, ROOT } from './window.ts';

// A project that is damaged, opened as any other: three ways out, and the file itself stays as it is.

const program = new Program();
let page: Page;
let path: string;
let bytes: Buffer;

beforeAll(async () => {
  page = await program.openSample();
  await page.getByRole('button', { name: /^Menu du projet/u }).click();
  await page.getByRole('menuitem', { name: 'Fermer le projet' }).click();
  await page.getByRole('heading', { name: 'Projets récents' }).waitFor();
  // A page of zeros, somewhere behind the first ones.
  bytes = Buffer.from(damaged(readFileSync(join(program.folder, 'Étude exemple.repere')), 2).bytes);
  path = join(program.folder, 'abîmé.repere');
  writeFileSync(path, bytes);
});
afterAll(() => program.end());

test('three ways out are offered, and what can be read is recovered into a new project', async () => {
  await page.getByRole('button', { name: 'Ouvrir un projet' }).first().click();
  await page.getByRole('dialog').getByText('abîmé', { exact: false }).first().dblclick();
  const question = page.getByRole('alertdialog', { name: 'Ce projet est endommagé' });
  await question.waitFor();
  for (const name of ['Ouvrir en lecture seule', 'Récupérer ce qui se lit…', 'Sauvegardes…'])
    await question.getByRole('button', { name }).waitFor();
  if (process.env['REPERE_PICTURES'] === '1')
    for (const [scheme, width, height] of [
      ['light', 1366, 768],
      ['dark', 1100, 700],
    ] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height });
      await page.screenshot({ path: join(ROOT, 'test-results', 'screens', `damaged-${scheme}.png`) });
    }
  await question.getByRole('button', { name: 'Récupérer ce qui se lit…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Choisir ce dossier' }).click();
  await page.getByRole('button', { name: /^Menu du projet/u }).waitFor();
  await page.locator('.tr-words').first().waitFor();
  expect(existsSync(join(program.folder, 'abîmé (récupéré).repere'))).toBe(true);
  expect(readFileSync(path).equals(bytes)).toBe(true);
});

test('one that lost its beginning is not opened, but recovered, and the person reads what is missing', async () => {
  const lost = join(program.folder, 'sans début.repere');
  const whole = readFileSync(join(program.folder, 'Étude exemple.repere'));
  writeFileSync(lost, whole.fill(0, 0, 4096));
  await page.getByRole('button', { name: /^Menu du projet/u }).click();
  await page.getByRole('menuitem', { name: 'Fermer le projet' }).click();
  await page.getByRole('button', { name: 'Ouvrir un projet' }).first().click();
  await page.getByRole('dialog').getByText('sans début', { exact: false }).first().dblclick();
  const question = page.getByRole('alertdialog', { name: 'Ce projet ne s’ouvre plus' });
  await question.getByText('Le début de', { exact: false }).waitFor();
  expect(await question.getByRole('button', { name: 'Ouvrir en lecture seule' }).count()).toBe(0);
  await question.getByRole('button', { name: 'Récupérer ce qui se lit…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Choisir ce dossier' }).click();
  const told = page.getByRole('dialog', { name: 'Ce qui n’a pas pu être récupéré' });
  await told.getByText('le fichier ne dit plus combien il y en avait', { exact: false }).waitFor();
  await told.getByRole('button', { name: 'Fermer' }).last().click();
  await page.locator('.tr-words').first().waitFor();
});
