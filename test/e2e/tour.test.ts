import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LOOKS, photograph, problems } from './looks.ts';
import { Program } from './window.ts';

// The guided tour, done by doing what it says.

const program = new Program();
let page: Page;

beforeAll(async () => {
  await program.start();
  page = await program.window();
});
afterAll(() => program.end());

const tour = (of = page) => of.getByRole('region', { name: /^(?:Visite guidée|Guided tour)$/u });
const step = () => tour().locator('.tour-step').innerText();
const isAt = async (number: number): Promise<void> => {
  await expect.poll(step).toBe(`Étape ${number} / 10`);
};
const reader = () => page.locator('.tr-scroll');

/** Selects a whole paragraph as the tour says. */
async function selectParagraph(index: number): Promise<void> {
  await page
    .locator('.tr-row:not(.tr-other) .tr-words')
    .nth(index)
    .click({ clickCount: 3, position: { x: 30, y: 10 } });
}

test('it is offered beside the sample study, and opens it', async () => {
  await page.getByRole('button', { name: 'Visite guidée de cinq minutes' }).click();
  await page.locator('.tr-words').first().waitFor();
  await isAt(1);
  await photograph(page, 'tour-read');
  await tour().getByRole('button', { name: 'Suivant' }).click();
  await isAt(2);
});

test('each gesture leads on: select, code, make a code, take a segment in hand', async () => {
  await photograph(page, 'tour-select');
  await selectParagraph(1);
  await isAt(3);
  await reader().press('c');
  await page.getByRole('combobox', { name: 'Chercher ou créer un code' }).fill('visio');
  await page.keyboard.press('Enter');
  await isAt(4);
  await selectParagraph(2);
  await reader().press('c');
  await page.getByRole('combobox', { name: 'Chercher ou créer un code' }).fill('Grenier');
  await page.keyboard.press('Control+Enter');
  await isAt(5);
  await page.locator('.tr-label').first().click();
  await isAt(6);
});

test('it can be left with Escape, and taken up again where it was', async () => {
  await tour().getByRole('button', { name: 'Passer' }).focus();
  await page.keyboard.press('Escape');
  await tour().waitFor({ state: 'detached' });
  await page.keyboard.press('Control+K');
  await page.keyboard.type('Visite');
  await page.getByRole('menuitem', { name: /Visite guidée/u }).click();
  await isAt(6);
  await tour().getByRole('button', { name: 'Précédent' }).click();
  await isAt(5);
  await tour().getByRole('button', { name: 'Passer' }).click();
  await isAt(6);
});

test('then mapping, counting, quoting and undoing; it ends, and is as new', async () => {
  await tour().getByRole('button', { name: 'Passer' }).click();
  await isAt(7);
  await page.getByRole('button', { name: 'Fréquences', exact: true }).click();
  await isAt(8);
  await page.locator('.n-over-n').first().waitFor();
  await photograph(page, 'tour-figures');
  await tour().getByRole('button', { name: 'Suivant' }).click();
  await isAt(9);
  await page.getByRole('button', { name: 'Extraits', exact: true }).click();
  await isAt(10);
  await page.getByRole('button', { name: 'Coder', exact: true }).click();
  await selectParagraph(1);
  await reader().press('Alt+1');
  await page.locator('.status-undo').waitFor();
  await page.keyboard.press('Control+Z');
  await tour().waitFor({ state: 'detached' });
  await page.keyboard.press('F1');
  await page.getByRole('dialog').getByRole('button', { name: 'Visite guidée de cinq minutes' }).waitFor();
  await page.keyboard.press('Escape');
});

test.each(LOOKS)('it is accessible: $name', async ({ name, ...look }) => {
  const other = await program.window(look);
  await other.locator('.tr-words').first().waitFor();
  await other.keyboard.press('F1');
  await other
    .getByRole('dialog')
    .getByRole('button', { name: /^(?:Visite guidée|Five-minute)/u })
    .click();
  await tour(other).waitFor();
  await other.locator('.tr-words').first().waitFor();
  await expect.poll(() => problems(other)).toEqual([]);
  await photograph(other, `tour-${name}`);
  await other.context().close();
});

test('nothing went wrong on the way', () => {
  expect(program.complaints).toEqual([]);
});
