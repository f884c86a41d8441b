import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Program, ROOT } from './window.ts';

// Every screen in both themes, both languages and both window sizes: accessible, without complaint, and photographed.

/** Pictures to look at; the README's is taken over from here: `segment-light.png` as `docs/images/coder.png`. */
const PICTURES = join(ROOT, 'test-results/screens');

const program = new Program();

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  await program.start();
  const page = await program.window();
  await page.getByRole('button', { name: 'Ouvrir l’étude exemple' }).click();
  await page.locator('[role=document]').waitFor();
  await page.context().close();
});
afterAll(() => program.end());

async function problems(page: Page): Promise<unknown> {
  // The page's own policy keeps the checker's frames out; it is one page without frames.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.map(({ id, nodes }) => ({
    id,
    at: nodes.map((node) => node.html.slice(0, 200)).slice(0, 3),
  }));
}

const looks = [
  { name: 'light', colorScheme: 'light', locale: 'fr-FR', viewport: { width: 1440, height: 900 } },
  { name: 'dark', colorScheme: 'dark', locale: 'fr-FR', viewport: { width: 1440, height: 900 } },
  { name: 'small-en', colorScheme: 'light', locale: 'en-GB', viewport: { width: 1100, height: 700 } },
  { name: 'small-dark', colorScheme: 'dark', locale: 'fr-FR', viewport: { width: 1100, height: 700 } },
] as const;

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

for (const { name, ...options } of looks) {
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
        await page.screenshot({ path: join(PICTURES, `${screen}-${name}.png`) });
        // The dark theme is judged in the small window; the large one differs only in width.
        if (name !== 'dark') expect(await problems(page)).toEqual([]);
      });
    }
  });
}

test('nothing complained on any screen', () => {
  expect(program.complaints).toEqual([]);
});
