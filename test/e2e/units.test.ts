import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LOOKS, photograph, problems } from './looks.ts';
import { Program } from './window.ts';

// A transcript gone through sentence by sentence and turn by turn, in a real window.

const program = new Program();
let page: Page;

beforeAll(async () => {
  page = await program.openSample();
});
afterAll(() => program.end());

const bar = () => page.getByRole('group', { name: 'Unités du texte' });
const reader = () => page.locator('.tr-scroll');
const position = () => bar().locator('.units-count span').first().innerText();
const uncoded = async () =>
  Number.parseInt((await bar().locator('.units-count span').last().innerText()).replaceAll(/\s/gu, ''), 10);
/** Ticks an option, or takes it back. */
async function option(name: string): Promise<void> {
  await bar().getByRole('button', { name: 'Options du parcours' }).click();
  await page.getByRole('dialog', { name: 'Options du parcours' }).getByText(name).click();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}
/** The words that are selected, as they would be copied. */
const selected = () =>
  page.evaluate(() => {
    const whole = document.createRange();
    return [...(CSS.highlights.get('rp-selection') ?? [])]
      .map(({ startContainer, startOffset, endContainer, endOffset }) => {
        whole.setStart(startContainer, startOffset);
        whole.setEnd(endContainer, endOffset);
        return whole.toString();
      })
      .join(' ');
  });

test('U begins: the first unit in view is in hand, J and K go on and back without a jump', async () => {
  await reader().focus();
  await page.keyboard.press('u');
  await bar().waitFor();
  await expect.poll(position).toMatch(/^1 \/ \d+$/u);
  const top = await reader().evaluate((element) => element.scrollTop);
  const first = await selected();
  expect(first).not.toBe('');
  await page.keyboard.press('j');
  await expect.poll(position).toMatch(/^2 \/ /u);
  await expect.poll(selected).not.toBe(first);
  await page.keyboard.press('k');
  await expect.poll(selected).toBe(first);
  expect(await reader().evaluate((element) => element.scrollTop)).toBe(top);
  await expect.poll(() => page.locator('.tr-unit').isVisible()).toBe(true);
  await photograph(page, 'units');
});

test('a unit is coded like any selection, and the count of those without a code goes down', async () => {
  await page.keyboard.press('n');
  const before = await uncoded();
  expect(before).toBeGreaterThan(2);
  await page.keyboard.press('c');
  await page.getByRole('combobox', { name: 'Chercher ou créer un code' }).fill('Unité');
  await page.keyboard.press('Control+Enter');
  await expect.poll(uncoded).toBe(before - 1);
  const at = await position();
  await page.keyboard.press('n');
  await expect.poll(position).not.toBe(at);
});

test('when asked to, a code leads on to the next unit without one', async () => {
  await option('Avancer après un code');
  const before = await uncoded();
  const at = await position();
  await reader().focus();
  await page.keyboard.press('Alt+1');
  await expect.poll(uncoded).toBe(before - 1);
  await expect.poll(position).not.toBe(at);
  await page.keyboard.press('Control+Z');
  await expect.poll(uncoded).toBe(before);
});

test('by the pointer: turns, everybody’s, the next without a code, and the list', async () => {
  const sentences = Number((await position()).split(' / ')[1]);
  await bar().getByRole('radio', { name: 'Tours' }).click();
  const total = async (): Promise<number> => Number((await position()).split(' / ')[1]);
  await expect.poll(total).toBeLessThan(sentences);
  const participants = await total();
  await option('Participants seuls');
  await expect.poll(total).toBeGreaterThan(participants);
  await bar().getByRole('button', { name: 'Suivante sans code' }).click();
  await expect.poll(selected).not.toBe('');
  await bar().getByRole('button', { name: 'Liste des unités' }).click();
  const dialog = page.getByRole('dialog', { name: /^Unités de Référent 1/u });
  await dialog.getByRole('row').first().waitFor();
  await photograph(page, 'units-list');
  await dialog.getByRole('radio', { name: 'Sans code' }).click();
  const row = dialog.getByRole('row').nth(1);
  await expect.poll(() => row.getByText('Sans code').count()).toBe(1);
  const words = (await row.locator('.units-row-words').innerText()).slice(0, 12);
  await row.click();
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(selected).toContain(words);
  await bar().getByRole('button', { name: 'Terminer le parcours par unités' }).click();
  await bar().waitFor({ state: 'detached' });
  await expect.poll(() => page.locator('.tr-unit').isVisible()).toBe(false);
});

test.each(LOOKS)('it is accessible: $name', async ({ name, ...look }) => {
  const other = await program.window(look);
  await other.locator('.tr-words').first().waitFor();
  await other.locator('.tr-scroll').focus();
  await other.keyboard.press('u');
  await other.locator('.units-bar').waitFor();
  await expect.poll(() => problems(other)).toEqual([]);
  await photograph(other, `units-${name}`);
  await other
    .locator('.units-ways')
    .getByRole('button', { name: /^(?:Liste|List) /u })
    .click();
  await other.getByRole('dialog').getByRole('row').first().waitFor();
  await expect.poll(() => problems(other)).toEqual([]);
  await photograph(other, `units-list-${name}`);
  await other.context().close();
});

test('nothing went wrong on the way', () => {
  expect(program.complaints).toEqual([]);
});
