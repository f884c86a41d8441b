import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Program } from './window.ts';

// Going back to where one was reading, in a real window.

const program = new Program();
let page: Page;

beforeAll(async () => {
  page = await program.openSample();
});
afterAll(() => program.end());

const title = (): Promise<string> => page.locator('.reader-title').innerText();
const scrolled = (): Promise<number> => page.locator('.tr-scroll').evaluate((element) => element.scrollTop);

test('the place that was read in one document is found again after reading in another', async () => {
  await page.getByRole('option', { name: /^Référent 3/u }).click();
  await expect.poll(title).toBe('Référent 3');
  await page.locator('.tr-words').first().waitFor();
  await page.locator('.tr-scroll').evaluate((element) => element.scrollTo({ top: 2_000 }));
  await expect.poll(scrolled).toBeGreaterThan(1_500);
  const before = await scrolled();
  await page.getByRole('option', { name: /^Référent 5/u }).click();
  await expect.poll(title).toBe('Référent 5');
  await page.locator('[role=document]').focus();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(title).toBe('Référent 3');
  // The first words in view then are in view again.
  await expect.poll(scrolled).toBeGreaterThan(before - 400);
  await expect.poll(() => scrolled()).toBeLessThan(before + 400);
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(title).toBe('Référent 5');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(title).toBe('Référent 3');
});

test('a look at another screen leaves the text where it was read, to the line', async () => {
  await page.locator('.tr-words').first().waitFor();
  await page.locator('.tr-scroll').evaluate((element) => element.scrollTo({ top: 1_234 }));
  await expect.poll(scrolled).toBe(1_234);
  for (const screen of ['Control+3', 'Control+Shift+M']) {
    await page.keyboard.press(screen);
    await page.locator('.tr-scroll').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+1');
    await page.locator('.tr-words').first().waitFor();
    await expect.poll(scrolled).toBeGreaterThanOrEqual(1_233);
    await expect.poll(scrolled).toBeLessThanOrEqual(1_235);
  }
});

test('also from another screen, and nothing is complained of', async () => {
  await page.keyboard.press('Control+3');
  await page.getByRole('row', { name: /Entraide nécessaire/u }).waitFor();
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(title).toBe('Référent 5');
  expect(program.complaints).toEqual([]);
});

test('two readers side by side both stand where they stood when they come back', async () => {
  const tops = (): Promise<readonly number[]> =>
    page
      .locator('.tr-scroll')
      .evaluateAll((elements) => elements.map((element) => Math.round(element.scrollTop)));
  await page.keyboard.press('Control+Shift+D');
  await expect.poll(() => page.locator('.tr-words').count()).toBeGreaterThan(1);
  await expect.poll(() => page.locator('.tr-scroll').count()).toBe(2);
  await page
    .locator('.tr-scroll')
    .first()
    .evaluate((element) => element.scrollTo({ top: 777 }));
  await page
    .locator('.tr-scroll')
    .last()
    .evaluate((element) => element.scrollTo({ top: 1_333 }));
  await expect.poll(tops).toEqual([777, 1_333]);
  await page.keyboard.press('Control+3');
  await page.locator('.tr-scroll').first().waitFor({ state: 'detached' });
  await page.keyboard.press('Control+1');
  await expect
    .poll(async () => {
      const [left = 0, right = 0] = await tops();
      return Math.max(Math.abs(left - 777), Math.abs(right - 1_333));
    })
    .toBeLessThanOrEqual(1);
  expect(program.complaints).toEqual([]);
});
