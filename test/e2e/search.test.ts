import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LOOKS, photograph, problems } from './looks.ts';
import { Program, ROOT } from './window.ts';

// From a word to coded passages, and back: with the keyboard as far as a person would.

const program = new Program();
const older = new Program();
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
afterAll(async () => {
  await older.end();
  await program.end();
});

const panel = () => page.getByRole('region', { name: 'Recherche', exact: true });
const status = () => panel().getByRole('status');
const shot = (name: string, of = page) => photograph(of, `search-${name}`);

test('finds words in all interviews, without regard to accents and capitals', async () => {
  await page.keyboard.press('Control+Shift+F');
  await panel().waitFor();
  await shot('empty');
  await page.keyboard.type('ELEVES OU (utilis* ET NON zoom)');
  await expect.poll(() => status().textContent()).toMatch(/\d+ occurrences?, \d+ documents?/u);
  await shot('found');
});

test('says where a query cannot be read', async () => {
  const field = panel().getByRole('searchbox');
  await field.fill('(zoom');
  await expect.poll(() => panel().getByRole('alert').textContent()).toContain('parenthèse');
  await field.fill('zzzz');
  await expect.poll(() => status().textContent()).toBe('Aucun passage ne correspond');
  await field.fill('form*');
  await expect
    .poll(() =>
      panel()
        .getByText(/\d+ formes? trouvées?/u)
        .count(),
    )
    .toBe(1);
  await shot('forms');
});

test('lists the forms of a word, and leaves out those that are unticked', async () => {
  await panel().getByRole('searchbox').fill('form*');
  const forms = panel().locator('.search-forms');
  await forms.locator('summary').click();
  await forms.getByRole('checkbox', { name: 'formes 1' }).waitFor();
  const count = async (): Promise<number> => Number.parseInt((await status().textContent()) ?? '', 10);
  const all = await count();
  await forms.getByRole('checkbox', { name: 'formations 3' }).press('Space');
  await expect.poll(count).toBe(all - 3);
  await forms.getByRole('checkbox', { name: 'formations 3' }).press('Space');
  await expect.poll(count).toBe(all);
});

test('respects accents when asked to', async () => {
  await panel().getByRole('searchbox').fill('zzzz');
  await expect.poll(() => status().textContent()).toBe('Aucun passage ne correspond');
  await panel().getByRole('searchbox').fill('numerique');
  await expect.poll(() => status().textContent()).toMatch(/\d+ occurrences/u);
  const all = await status().textContent();
  await panel().getByRole('checkbox', { name: 'Respecter les accents' }).press('Space');
  await expect.poll(() => status().textContent()).toBe('Aucun passage ne correspond');
  await panel().getByRole('checkbox', { name: 'Respecter les accents' }).press('Space');
  await expect.poll(() => status().textContent()).toBe(all);
});

test('goes from hit to hit, and shows each in the reader', async () => {
  await panel().getByRole('searchbox').fill('numérique');
  await expect.poll(() => panel().locator('.search-line').nth(1).textContent()).toContain('numérique');
  // The lines of the search before may hold the word too: the key counts once the new ones are there.
  const atHit = async (): Promise<number> => {
    await page.keyboard.press('F3');
    return panel().locator('[aria-current]').count();
  };
  await expect.poll(atHit, { interval: 300 }).toBe(1);
  await expect.poll(() => page.evaluate(() => CSS.highlights.get('rp-found')?.size ?? 0)).toBeGreaterThan(0);
  await shot('in-hand');
});

test('limits the search to a speaker, a role and the segments of a code', async () => {
  const places = () => panel().locator('.search-place').allTextContents();
  const limitTo = async (pill: string, choice: string): Promise<void> => {
    await panel().getByRole('button', { name: 'Filtre' }).click();
    await page.getByRole('menuitem', { name: pill }).click();
    await panel().locator('.filter-pill-face', { hasText: pill }).click();
    const list = page.getByRole('dialog', { name: pill });
    await list.getByRole('button', { name: 'Tout décocher' }).click();
    await list.getByRole('checkbox', { name: choice }).first().press('Space');
    await shot(`limit-${pill}`);
    await page.keyboard.press('Escape');
  };
  const clear = (): Promise<void> => panel().locator('.filter-pill-clear').last().click();
  const count = async (): Promise<number> => Number.parseInt((await status().textContent()) ?? '', 10);
  await panel().getByRole('searchbox').fill('est');
  await expect.poll(count).toBeGreaterThan(20);
  const all = await count();
  await limitTo('Locuteur', 'Référent 2');
  await expect.poll(count).toBeLessThan(all);
  await expect.poll(async () => (await places()).every((place) => place.endsWith('Référent 2'))).toBe(true);
  await clear();
  await expect.poll(count).toBe(all);
  await limitTo('Rôle', 'Enquête');
  await expect.poll(count).toBeLessThan(all);
  await expect.poll(async () => (await places()).every((place) => place.endsWith('Enquêtrice'))).toBe(true);
  await clear();
  await expect.poll(count).toBe(all);
  await limitTo('Code', '');
  await expect.poll(count).toBeLessThan(all);
  await expect.poll(() => count()).toBeGreaterThan(0);
  await clear();
  await expect.poll(count).toBe(all);
  await panel().getByRole('searchbox').fill('numérique');
  await expect.poll(count).toBeLessThan(all);
});

test('codes ticked hits by sentence in one step, which can be undone', async () => {
  await panel()
    .getByRole('checkbox', { name: /^Cocher/u })
    .nth(0)
    .press('Space');
  await panel()
    .getByRole('checkbox', { name: /^Cocher/u })
    .nth(1)
    .press('Space');
  await panel().getByRole('radio', { name: 'Phrase' }).last().press('Space');
  await panel().getByRole('combobox', { name: 'Code à appliquer' }).fill('Numérique cherché');
  await shot('coding');
  await panel().getByRole('button', { name: 'Coder (2)' }).click();
  await page.getByText(/2 segments codés/u).waitFor();
  await shot('coded');
  await page.getByRole('button', { name: 'Annuler', exact: true }).last().click();
  await panel().getByRole('button', { name: 'Fermer' }).click();
  await page.getByRole('region', { name: 'Documents et codes' }).waitFor();
  await expect.poll(() => page.getByRole('treeitem', { name: /^Numérique cherché/u }).count()).toBe(0);
});

test('the command field finds words too, and hands over to the search', async () => {
  await page.keyboard.press('Control+K');
  await page.keyboard.type('numérique');
  const all = page.getByRole('menuitem', { name: /Rechercher « numérique » dans tous les textes/u });
  await all.waitFor();
  await shot('omnibox');
  await all.click();
  await expect.poll(() => panel().getByRole('searchbox').inputValue()).toBe('numérique');
});

test.each(LOOKS)('the panel is accessible: $name', async ({ name, ...look }) => {
  const other = await program.window(look);
  await other.locator('[role=document]').waitFor();
  for (const query of ['', 'form*', '(']) {
    await other.keyboard.press('Control+Shift+F');
    await other.getByRole('searchbox').fill(query);
    if (query === 'form*') await other.locator('.search-line').first().click();
    await expect.poll(() => problems(other)).toEqual([]);
    if (query !== '(') await shot(`${name}-${query === '' ? 'help' : 'found'}`, other);
  }
  await other.context().close();
});

test('the texts of an older project enter the index once it is open', async () => {
  const file = join(older.folder, 'ancien.repere');
  execFileSync(process.execPath, [join(ROOT, 'dist/node/cli.js'), 'sample', file], {
    env: { ...process.env, REPERE_DATA_DIR: join(older.folder, 'data') },
  });
  const db = new Database(file);
  db.exec(`INSERT INTO text_index (text_index) VALUES ('delete-all'); DELETE FROM indexed_text;`);
  db.close();
  await older.start(file);
  const other = await older.window();
  await other.locator('[role=document]').waitFor();
  await other.keyboard.press('Control+Shift+F');
  await other.getByRole('searchbox').fill('*ation');
  await expect
    .poll(() => other.locator('.search-count p').textContent())
    .toMatch(/\d+ occurrences, 8 documents/u);
  await other.locator('.search-index').waitFor({ state: 'detached' });
  const indexed = (): number | undefined => {
    const seen = new Database(file, { readonly: true });
    const count = seen.prepare<[], number>('SELECT count(*) FROM indexed_text').pluck().get();
    seen.close();
    return count;
  };
  await expect.poll(indexed).toBe(8);
  expect(older.complaints).toEqual([]);
});

test('nothing went wrong on the way', () => {
  expect(program.complaints).toEqual([]);
});
