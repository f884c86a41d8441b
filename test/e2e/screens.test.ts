import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LOOKS, photograph, problems } from './looks.ts';
import { SCREENS } from './screens.ts';
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

for (const { name, ...options } of LOOKS) {
  describe(name, () => {
    let page: Page;
    beforeAll(async () => {
      page = await program.window(options);
      await page.locator('[role=document]').waitFor();
    });
    afterAll(() => page.context().close());

    for (const [screen, go] of Object.entries(SCREENS)) {
      test(`${screen} is shown and accessible`, async () => {
        await go(page);
        await photograph(page, `${screen}-${name}`);
        await expect.poll(() => problems(page)).toEqual([]);
      });
    }
  });
}

test('nothing complained on any screen', () => {
  expect(program.complaints).toEqual([]);
});
