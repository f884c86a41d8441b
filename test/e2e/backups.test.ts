import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LOOKS, photograph, problems } from './looks.ts';
import { Program, ROOT } from './window.ts';

// The backups of a project: found from the menu, the home screen and a message about damage; looked at; taken back.

const program = new Program();
const project = join(program.folder, 'Étude référents.repere');
const cli = (...args: string[]): string =>
  execFileSync(process.execPath, [join(ROOT, 'dist/node/cli.js'), ...args], {
    env: { ...process.env, REPERE_DATA_DIR: join(program.folder, 'data') },
    encoding: 'utf8',
  });

beforeAll(async () => {
  cli('new', project);
  writeFileSync(join(program.folder, 'R1.txt'), 'ENQ : Et alors ?\nR1 : Par Slack surtout.\n');
  cli('import', project, join(program.folder, 'R1.txt'));
  cli('code', project, '--code', 'Outils', '--find', 'Slack');
  await program.start();
});
afterAll(() => program.end());

const dialog = (page: Page): Locator => page.getByRole('dialog').last();
const backups = /^(?:Sauvegardes…|Backups…)$/u;
const copies = (page: Page): Locator => dialog(page).getByRole('radio');

async function openFromHome(page: Page): Promise<void> {
  await page.getByRole('button', { name: backups }).first().click();
  await dialog(page)
    .getByRole('button', { name: /Étude référents/u })
    .click();
  await copies(page).first().waitFor();
}

for (const { name, ...options } of LOOKS) {
  describe(name, () => {
    let page: Page;
    beforeAll(async () => {
      page = await program.window(options);
    });
    afterAll(() => page.context().close());

    test('the projects that have backups are shown and accessible', async () => {
      await page.getByRole('button', { name: backups }).first().click();
      await dialog(page)
        .getByRole('button', { name: /Étude référents/u })
        .waitFor();
      await photograph(page, `backups-projects-${name}`);
      await expect.poll(() => problems(page)).toEqual([]);
    });

    test('the backups of one are shown and accessible', async () => {
      await dialog(page)
        .getByRole('button', { name: /Étude référents/u })
        .click();
      await copies(page).first().waitFor();
      await photograph(page, `backups-copies-${name}`);
      await expect.poll(() => problems(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    });

    test('where they lie and how large they may grow is set in the settings', async () => {
      await page.keyboard.press('Control+,');
      const row = dialog(page).getByText(/^(?:Place pour les sauvegardes|Room for backups)$/u);
      await row.scrollIntoViewIfNeeded();
      await photograph(page, `backups-settings-${name}`);
      await expect.poll(() => problems(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    });
  });
}

test('a damaged project leads to its backups; one is looked at, then put in its place, what was there kept', async () => {
  const page = await program.window();
  const sound = readFileSync(project);
  const damaged = Buffer.from(sound);
  damaged.fill(0x55, 100);
  writeFileSync(project, damaged);
  await openFromHome(page);
  // The keyboard alone: the second newest.
  await copies(page).first().focus();
  await page.keyboard.press('ArrowDown');
  expect(await copies(page).nth(1).isChecked()).toBe(true);
  await page.keyboard.press('ArrowUp');
  await dialog(page).getByRole('button', { name: 'Regarder' }).click();
  await page.locator('.tr-words').first().waitFor();
  await page.getByText('Ceci est une sauvegarde, ouverte pour être regardée').waitFor();
  await photograph(page, 'backups-looked-at');
  await page.getByRole('status').getByRole('button', { name: backups }).click();
  await copies(page).first().waitFor();
  await dialog(page).getByRole('button', { name: 'Remettre à la place' }).click();
  const question = page.getByRole('alertdialog');
  await question.waitFor();
  await photograph(page, 'backups-question');
  await question.getByRole('button', { name: 'Remettre à la place' }).click();
  await page.getByText(/ce qui y était est dans/u).waitFor();
  await expect.poll(() => page.getByText('Ceci est une sauvegarde').count()).toBe(0);
  const kept = readdirSync(program.folder).find((name) => name.includes('avant restauration'));
  expect(readFileSync(join(program.folder, kept ?? ''))).toEqual(damaged);
  // It is worked in again.
  await page.getByRole('button', { name: /^Menu du projet/u }).click();
  await page.getByRole('menuitem', { name: backups }).click();
  await dialog(page).getByRole('button', { name: 'Sauvegarder maintenant' }).click();
  await page.getByText('La sauvegarde est faite.').waitFor();
  await page.context().close();
});

test('a backup is taken back beside the project, under the name that is proposed', async () => {
  const page = await program.window();
  await page.getByRole('button', { name: /^Menu du projet/u }).click();
  await page.getByRole('menuitem', { name: backups }).click();
  await copies(page).last().check();
  await dialog(page).getByRole('button', { name: 'Reprendre à côté…' }).click();
  await page.getByRole('textbox', { name: 'Nom du fichier' }).waitFor();
  await page.getByRole('button', { name: 'Choisir ce dossier' }).click();
  await page.getByText(/La sauvegarde est reprise dans/u).waitFor();
  expect(readdirSync(program.folder).some((name) => name.includes('sauvegarde du'))).toBe(true);
  expect(existsSync(project)).toBe(true);
  await page.context().close();
});

test('nothing complained', () => {
  expect(program.complaints).toEqual([]);
});
