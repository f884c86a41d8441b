import type { Page } from 'playwright-core';

/** How to come to each screen of the sample study, in this order; each starts where the one before it ended. */
export const SCREENS = {
  coder: async (page: Page) => {
    await page.keyboard.press('Control+1');
    await page.locator('[role=document]').waitFor();
    await page.getByRole('option', { name: /^Référent 3/u }).click();
    await page.getByRole('document', { name: /Référent 3/u }).waitFor();
  },
  segment: async (page: Page) => {
    // The keys that go from one coding to the next find them once they have come.
    await page.locator('.tr-hidden li').first().waitFor({ state: 'attached' });
    await page.locator('[role=document]').focus();
    for (let press = 0; press < 6; press += 1) await page.keyboard.press(']');
    await page.waitForTimeout(400);
  },
  palette: async (page: Page) => {
    await page.keyboard.press('Escape');
    for (let word = 0; word < 5; word += 1) await page.keyboard.press('Control+Shift+ArrowRight');
    await page.keyboard.press('c');
    await page.keyboard.type('tut');
    await page.waitForTimeout(300);
  },
  quotations: async (page: Page) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+2');
    await page.waitForTimeout(600);
  },
  frequencies: async (page: Page) => {
    await page.keyboard.press('Control+3');
    await page.getByRole('row', { name: /Entraide nécessaire/u }).waitFor();
  },
  settings: async (page: Page) => {
    await page.keyboard.press('Control+,');
    await page.waitForTimeout(400);
  },
  correcting: async (page: Page) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+1');
    await page.locator('[role=document]').waitFor();
    await page.keyboard.press('Control+e');
    await page.locator('.tr-words[contenteditable]').waitFor();
    await page.waitForTimeout(300);
  },
  replacing: async (page: Page) => {
    await page.getByRole('button', { name: /^(?:Chercher et remplacer|Find and replace)$/u }).click();
    await page
      .getByRole('textbox', { name: /^(?:Chercher|Find)$/u })
      .first()
      .fill('moodle');
    await page.locator('.replace-hit').first().waitFor();
  },
} as const satisfies Readonly<Record<string, (page: Page) => Promise<void>>>;
