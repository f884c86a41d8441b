import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LOOKS, photograph, problems } from './looks.ts';
import { Program } from './window.ts';

// A document deleted so that it can be undone, then for good, and a participant who withdraws.

const program = new Program();
let page: Page;

beforeAll(async () => {
  await program.start();
  page = await program.window();
  await page
    .getByRole('button', { name: /étude exemple|exemple/iu })
    .first()
    .click();
  await page.getByRole('region', { name: 'Documents et codes' }).waitFor();
});
afterAll(() => program.end());

const row = (name: RegExp) => page.getByRole('option', { name });

/** Whether some bytes of the project, its side files or its backups hold these words. */
function isOnDisk(words: string): boolean {
  return readdirSync(program.folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile() && /\.repere/u.test(each.name))
    .some((each) => readFileSync(join(each.parentPath, each.name)).includes(words));
}

/** Some pieces of a document's text, as its file has them now. */
function wordsOf(start: string): readonly string[] {
  const file = readdirSync(program.folder, { recursive: true, encoding: 'utf8' }).find(
    (each) => each.endsWith('.repere') && !each.startsWith('data'),
  );
  const db = new Database(join(program.folder, file ?? 'missing'), { readonly: true });
  const text = db
    .prepare<[string], string>(
      `SELECT text FROM text_version JOIN document ON text_version.id = text_version_id WHERE name LIKE ? || '%'`,
    )
    .pluck()
    .get(start);
  db.close();
  return [300, 700, 1100, 1500].map((at) => text!.slice(at, at + 40));
}

test('the question says what stays, and deleting can be undone', async () => {
  await row(/^Référent 2/u).click();
  await row(/^Référent 2/u).press('Delete');
  const question = page.getByRole('alertdialog', { name: /Supprimer .*Référent 2/u });
  await question.waitFor();
  expect(await question.textContent()).toContain('restent donc dans l’historique');
  await photograph(page, 'erasure-question');
  expect(await problems(page)).toEqual([]);
  await question.getByRole('button', { name: 'Supprimer', exact: true }).click();
  await row(/^Référent 2/u).waitFor({ state: 'detached' });
  await page.keyboard.press('Control+Z');
  await row(/^Référent 2/u).waitFor();
});

test('for good, no word is left', async () => {
  await row(/^Référent 2/u).click();
  await row(/^Référent 2/u).press('Delete');
  await page.getByRole('button', { name: 'Pour de bon…' }).click();
  const question = page.getByRole('alertdialog', { name: /Effacer .*Référent 2/u });
  await question.waitFor();
  await photograph(page, 'erasure-for-good');
  expect(await problems(page)).toEqual([]);
  const words = wordsOf('Référent 2');
  expect(words.filter(isOnDisk)).not.toEqual([]);
  await question.getByRole('button', { name: 'Effacer pour de bon' }).click();
  await row(/^Référent 2/u).waitFor({ state: 'detached' });
  await question.waitFor({ state: 'detached' });
  expect(words.filter(isOnDisk)).toEqual([]);
});

test('a person withdraws: what goes, then what still mentions them', async () => {
  for (const [at, look] of LOOKS.entries()) {
    const window = await program.window(look);
    await window.getByRole('region', { name: /Documents/u }).waitFor();
    await window.keyboard.press('Control+K');
    await window.keyboard.type(look.locale === 'fr-FR' ? 'Réglages du projet' : 'Project settings');
    await window.getByRole('menuitem').first().click();
    await window.getByRole('radio', { name: 'Participants' }).click();
    await window
      .getByRole('button', { name: /Référent 3/u })
      .first()
      .click();
    await window.getByRole('menuitem', { name: /consentement|consent/u }).click();
    const question = window.getByRole('alertdialog');
    await question.waitFor();
    await question.getByRole('listitem').first().waitFor();
    await photograph(window, `erasure-withdraw-${at}`);
    expect(await problems(window)).toEqual([]);
    await window.context().close();
  }
});
