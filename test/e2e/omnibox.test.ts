import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LOOKS, photograph, problems } from './looks.ts';
import { Program } from './window.ts';

// The field that finds everything with a name, and how panels and documents come back as they were left.

const program = new Program();
let page: Page;

beforeAll(async () => {
  page = await program.openSample();
});
afterAll(() => program.end());

const box = (of = page) => of.getByRole('dialog', { name: /^(?:Chercher ou commander|Search or command)/u });
const section = (name: string | RegExp) => box().getByRole('group', { name });
const titles = () => page.locator('.reader-title').allInnerTexts();

async function type(words: string): Promise<void> {
  await page.keyboard.press('Control+K');
  await box().getByRole('searchbox').fill(words);
}

test('a participant leads to their interview, a hypothesis to the board, a memo to the memos', async () => {
  await type('référent 4');
  await section('Participants')
    .getByRole('menuitem', { name: /Référent 4/u })
    .click();
  await expect.poll(titles).toEqual(['Référent 4']);
  await type('autonomie');
  await section('Hypothèses').getByRole('menuitem').first().click();
  await page.locator('[data-hypothesis]').first().waitFor();
  await type('lecture');
  const memo = section('Mémos').getByRole('menuitem').first();
  await memo.waitFor();
  await photograph(page, 'omnibox-memos');
  await memo.click();
  await page.locator('.memos-list').waitFor();
  await page.keyboard.press('Control+1');
});

test('Ctrl Enter opens beside what the arrows are at; what was gone to comes first the next time', async () => {
  await type('référent 7');
  await section('Documents')
    .getByRole('menuitem', { name: /Référent 7/u })
    .waitFor();
  await expect.poll(() => box().getByRole('searchbox').getAttribute('aria-activedescendant')).toBeTruthy();
  await page.keyboard.press('Control+Enter');
  await box().waitFor({ state: 'detached' });
  await expect.poll(titles).toEqual(['Référent 4', 'Référent 7']);
  await page.keyboard.press('Control+K');
  await expect
    .poll(() => section('Récents').getByRole('menuitem').allInnerTexts())
    .toEqual(expect.arrayContaining([expect.stringContaining('Référent 4')]));
  await page.keyboard.press('Escape');
});

test('more than is shown at first comes when asked for', async () => {
  await page.keyboard.press('Control+K');
  const codes = section('Codes');
  await expect.poll(() => codes.getByRole('menuitem').count()).toBe(7);
  await codes.getByRole('menuitem', { name: 'Tout voir (25)' }).click();
  await expect.poll(() => codes.getByRole('menuitem').count()).toBe(25);
  await page.keyboard.press('Escape');
  await box().waitFor({ state: 'detached' });
});

test('sides hide and come back by key and button; a hidden one gives the focus to the text', async () => {
  const side = page.getByRole('region', { name: 'Documents et codes' });
  await side.getByRole('option').first().focus();
  await page.keyboard.press('Control+B');
  await side.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Afficher documents et codes' }).click();
  await side.getByRole('button', { name: 'Masquer documents et codes' }).click();
  await side.waitFor({ state: 'detached' });
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('tr-scroll');
  await page.keyboard.press('Control+Alt+I');
  await page.getByRole('region', { name: 'Inspecteur' }).waitFor({ state: 'detached' });
});

test('the project opens as it was left, another one as it was left itself', async () => {
  await page.reload();
  await page.locator('.tr-words').first().waitFor();
  await expect.poll(titles).toEqual(['Référent 4', 'Référent 7']);
  await expect.poll(() => page.getByRole('region', { name: 'Documents et codes' }).count()).toBe(0);
  await expect.poll(() => page.getByRole('region', { name: 'Inspecteur' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Afficher documents et codes' }).click();
  const handle = page.getByRole('separator', { name: 'Largeur du panneau gauche' });
  await handle.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => handle.getAttribute('aria-valuenow')).toBe('288');

  await type('Fermer le projet');
  await box()
    .getByRole('menuitem', { name: /^Fermer le projet/u })
    .click();
  await page
    .getByRole('button', { name: /Nouveau projet/u })
    .first()
    .click();
  await page.getByRole('textbox', { name: 'Nom du projet' }).fill('Autre');
  await page.keyboard.press('Enter');
  await handle.waitFor();
  await handle.focus();
  await page.keyboard.press('End');
  await expect.poll(() => handle.getAttribute('aria-valuenow')).toBe('400');
  await type('Fermer le projet');
  await box()
    .getByRole('menuitem', { name: /^Fermer le projet/u })
    .click();
  await page
    .getByRole('button', { name: /Référents numériques/u })
    .first()
    .click();
  await expect.poll(titles).toEqual(['Référent 4', 'Référent 7']);
  await expect.poll(() => handle.getAttribute('aria-valuenow')).toBe('288');
});

test.each(LOOKS)('it is accessible: $name', async ({ name, ...look }) => {
  const other = await program.window(look);
  await other.locator('.tr-words').first().waitFor();
  await other.keyboard.press('Control+B');
  await other.keyboard.press('Control+K');
  await box(other).getByRole('searchbox').fill('référent');
  await box(other).getByRole('group', { name: 'Participants' }).waitFor();
  await expect.poll(() => problems(other)).toEqual([]);
  await photograph(other, `omnibox-${name}`);
  await other.context().close();
});

test('nothing went wrong on the way', () => {
  expect(program.complaints).toEqual([]);
});
