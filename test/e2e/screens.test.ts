import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LOOKS, photograph, problems } from './looks.ts';
import { Program } from './window.ts';

// Every screen in both themes, both languages and both window sizes: accessible and without complaint.

const program = new Program();

beforeAll(async () => {
  await program.start();
  const page = await program.window();
  await page.getByRole('button', { name: 'Ouvrir l’étude exemple' }).click();
  await page.locator('[role=document]').waitFor();
  await page.context().close();
});
afterAll(() => program.end());

const screens: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  coder: async (page) => {
    await page.keyboard.press('Control+1');
    await page.locator('[role=document]').waitFor();
    await page.getByRole('option', { name: /^Référent 3/u }).click();
    await page.getByText('Entraide nécessaire').first().waitFor();
  },
  segment: async (page) => {
    await page.locator('[role=document]').focus();
    for (let press = 0; press < 6; press += 1) await page.keyboard.press(']');
    await page.waitForTimeout(400);
  },
  palette: async (page) => {
    await page.keyboard.press('Escape');
    for (let word = 0; word < 5; word += 1) await page.keyboard.press('Control+Shift+ArrowRight');
    await page.keyboard.press('c');
    await page.keyboard.type('tut');
    await page.waitForTimeout(300);
  },
  quotations: async (page) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+2');
    await page.waitForTimeout(600);
  },
  frequencies: async (page) => {
    await page.keyboard.press('Control+3');
    await page.getByRole('row', { name: /Entraide nécessaire/u }).waitFor();
  },
  settings: async (page) => {
    await page.keyboard.press('Control+,');
    await page.waitForTimeout(400);
  },
  correcting: async (page) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+1');
    await page.locator('[role=document]').waitFor();
    await page.keyboard.press('Control+e');
    await page.locator('.tr-words[contenteditable]').waitFor();
    await page.waitForTimeout(300);
  },
  replacing: async (page) => {
    await page.getByRole('button', { name: /^(?:Chercher et remplacer|Find and replace)$/u }).click();
    await page
      .getByRole('textbox', { name: /^(?:Chercher|Find)$/u })
      .first()
      .fill('moodle');
    await page.locator('.replace-hit').first().waitFor();
  },
};

for (const { name, ...options } of LOOKS) {
  describe(name, () => {
    let page: Page;
    beforeAll(async () => {
      page = await program.window(options);
      await page.locator('[role=document]').waitFor();
    });
    afterAll(() => page.context().close());

    for (const [screen, go] of Object.entries(screens)) {
      test(`${screen} is shown and accessible`, async () => {
        await go(page);
        await photograph(page, `${screen}-${name}`);
        expect(await problems(page)).toEqual([]);
      });
    }
  });
}

test('nothing complained on any screen', () => {
  expect(program.complaints).toEqual([]);
});
