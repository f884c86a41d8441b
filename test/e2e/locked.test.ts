import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Program, ROOT } from './window.ts';

// A project that somebody else has open, and one whose file is taken away while it is open.

const program = new Program();
let page: Page;
let path: string;

beforeAll(async () => {
  path = join(program.folder, 'à deux.repere');
  copyFileSync(join(ROOT, 'fixtures/projects/v6.repere'), path);
  await program.start();
  page = await program.window();
});
afterAll(() => program.end());

const lock = (): string => join(program.folder, '.~lock.à deux.repere#');
const openByPath = async (): Promise<void> => {
  await page.getByRole('button', { name: 'Ouvrir un projet' }).first().click();
  await page.getByRole('dialog').getByText('à deux', { exact: false }).first().dblclick();
};
const leaveLock = (): void =>
  writeFileSync(
    lock(),
    JSON.stringify({ user: 'Sam', host: 'labo-3', pid: 1, since: '2020-05-18T00:00:00.000Z', token: 't' }),
  );

test('a locked project can be looked into, or be taken over after a plain question', async () => {
  leaveLock();
  await openByPath();
  const question = page.getByRole('alertdialog');
  await expect.poll(() => question.textContent()).toContain('Sam sur labo-3');
  await picture('locked');
  await question.getByRole('button', { name: 'Ouvrir quand même' }).click();
  await page.getByRole('button', { name: /^Menu du projet/u }).waitFor();
  await expect.poll(() => JSON.parse(readFileSync(lock(), 'utf8')).token).not.toBe('t');
});

test('a copy of everything is saved from the menu', async () => {
  await page.getByRole('button', { name: /^Menu du projet/u }).click();
  await page.getByRole('menuitem', { name: 'Enregistrer une copie…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Choisir ce dossier' }).click();
  await expect
    .poll(() => page.locator('.toast').allTextContents())
    .toContainEqual(expect.stringContaining('complète'));
  expect(existsSync(join(program.folder, 'à deux (copie).repere'))).toBe(true);
});

test('a file that is taken away is said at once, and what is in hand is saved beside', async () => {
  renameSync(path, `${path}.ailleurs`);
  const banner = page.getByRole('alert').filter({ hasText: 'Plus rien n’y est enregistré' });
  await banner.waitFor({ timeout: 15_000 });
  await picture('replaced');
  await banner.getByRole('button', { name: 'Enregistrer mon travail…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Choisir ce dossier' }).click();
  await expect.poll(() => existsSync(join(program.folder, 'à deux (retrouvé).repere'))).toBe(true);
  rmSync(`${path}.ailleurs`);
});

/** With REPERE_PICTURES=1: to look at. */
async function picture(name: string): Promise<void> {
  if (process.env['REPERE_PICTURES'] === '1')
    await page.screenshot({ path: join(ROOT, 'test-results', 'screens', `${name}.png`) });
}
