import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { differenceToKept } from './pictures.ts';
import { SCREENS } from './screens.ts';
import { Program } from './window.ts';

// Six screens in both themes, beside the pictures kept of them (`REPERE_PICTURES=keep` keeps them anew, to be looked at).

const COMPARED = ['coder', 'segment', 'palette', 'quotations', 'frequencies', 'settings'] as const;
const TOLERATED_SHARE = 0.01;

const program = new Program();

beforeAll(async () => {
  await program.start();
  const page = await program.window();
  await page.getByRole('button', { name: 'Ouvrir l’étude exemple' }).click();
  await page.locator('[role=document]').waitFor();
  await page.context().close();
});
afterAll(() => program.end());

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  let page: Page;
  beforeAll(async () => {
    page = await program.window({ colorScheme });
    await page.locator('[role=document]').waitFor();
  });
  afterAll(() => page.context().close());

  test.each(COMPARED)('%s looks as it did', async (screen) => {
    await SCREENS[screen](page);
    await page.evaluate(() => document.fonts.ready);
    // The hour of saving and the day of a coding are another each time.
    const mask = [page.locator('.status-bar'), page.locator('.card-facts'), page.locator('.toast-region')];
    const picture = await page.screenshot({ animations: 'disabled', caret: 'hide', mask });
    expect(differenceToKept(`${screen}-${colorScheme}`, picture)).toBeLessThan(TOLERATED_SHARE);
  });
});
