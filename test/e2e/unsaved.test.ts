import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Program, ROOT } from './window.ts';

// Words that cannot be written: the program was killed under them, or they stood in a window that was never confirmed.

const program = new Program();
let page: Page;
let file = '';
beforeAll(async () => {
  page = await program.openSample();
  file = join(program.folder, 'Étude exemple.repere');
});
afterAll(() => program.end());

const offered = () => page.getByRole('dialog', { name: 'Textes non enregistrés' });
const memo = () => page.getByRole('textbox', { name: 'Mémo du document' });
const definition = () => page.getByRole('dialog', { name: /^Définition de/u });

async function openDefinition(): Promise<void> {
  await page
    .getByRole('treeitem', { name: /Outils/u })
    .first()
    .click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Définition…' }).click();
  await definition().waitFor();
}

function memosOfFile(): string {
  return execFileSync(
    process.execPath,
    [join(ROOT, 'dist/node/cli.js'), 'memos', file, '--format', 'markdown'],
    {
      encoding: 'utf8',
      env: { ...process.env, REPERE_DATA_DIR: join(program.folder, 'data') },
    },
  );
}

test('words typed after the program was killed are offered at the next opening, and written then', async () => {
  await memo().click();
  await page.keyboard.press('Control+End');
  await program.stopServer('SIGKILL');
  await page.keyboard.type(' motsdaprès');
  await page.getByRole('alertdialog', { name: 'Repère s’est arrêté' }).waitFor();
  await expect
    .poll(() => page.getByRole('alertdialog').innerText())
    .toContain('cet ordinateur le garde et vous le proposera');
  const context = page.context();
  await page.close();
  await program.startServer(file);
  page = await program.tab(context);
  await offered().waitFor();
  expect(await offered().innerText()).toContain('motsdaprès');
  await offered().getByRole('button', { name: 'Enregistrer' }).click();
  await expect.poll(() => offered().count()).toBe(0);
  await expect.poll(() => memosOfFile()).toContain('motsdaprès');
  await page.reload();
  await page.locator('.tr-words').first().waitFor();
  expect(await offered().count()).toBe(0);
});

test('Escape asks before it closes a window with words in it; a reload offers them', async () => {
  await openDefinition();
  await page.keyboard.press('Escape');
  await expect.poll(() => definition().count()).toBe(0);
  await openDefinition();
  const field = definition().getByRole('textbox', { name: 'Définition complète' });
  await field.click();
  await page.keyboard.type('motsdedéfinition');
  await page.keyboard.press('Escape');
  const question = page.getByRole('alertdialog', { name: 'Fermer sans enregistrer' });
  await question.waitFor();
  // A clumsy Enter goes back to the window.
  await page.keyboard.press('Enter');
  await expect.poll(() => question.count()).toBe(0);
  await expect.poll(() => field.inputValue()).toContain('motsdedéfinition');
  page.once('dialog', (dialog) => void dialog.accept().catch(() => undefined));
  await page.reload();
  await offered().waitFor();
  const words = await offered().innerText();
  expect(words).toContain('motsdedéfinition');
  expect(words).toContain('Définition complète');
  await offered().getByRole('button', { name: 'Jeter' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Jeter' }).click();
  await expect.poll(() => offered().count()).toBe(0);

  await openDefinition();
  await definition().getByRole('textbox', { name: 'Définition complète' }).click();
  await page.keyboard.type('motsjetés');
  await page.keyboard.press('Escape');
  await question.getByRole('button', { name: 'Fermer sans enregistrer' }).click();
  await expect.poll(() => definition().count()).toBe(0);
  await page.reload();
  await page.locator('.tr-words').first().waitFor();
  expect(await offered().count()).toBe(0);
  expect(program.complaints.filter((text) => !/WebSocket|ERR_CONNECTION/u.test(text))).toEqual([]);
});
