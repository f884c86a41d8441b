import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { Program, ROOT } from './window.ts';

// A page that outlives its program, as a tab that slept does.

const program = new Program();
let page: Page;
beforeAll(async () => {
  page = await program.openSample();
});
afterAll(() => program.end());

test('the address keeps neither the token nor anything that lets anybody in again', async () => {
  expect(new URL(page.url()).search).toBe('');
  const kept = await page.evaluate(() => performance.getEntriesByType('navigation').map(({ name }) => name));
  const token = await page.evaluate(() => sessionStorage.getItem('repere.token') ?? '');
  expect(token.length).toBeGreaterThan(20);
  expect(kept.join(' ')).not.toContain(token);
  await page.reload();
  await page.locator('.tr-words').first().waitFor();
});

test('a page whose program has ended says that the work is safe, and how to come back', async () => {
  await program.stopServer();
  const said = page.getByRole('alertdialog', { name: 'Repère s’est arrêté' });
  await said.waitFor({ timeout: 30_000 });
  await expect.poll(() => said.textContent()).toContain('Votre travail est enregistré');
  for (const [scheme, width, height] of [
    ['light', 1366, 768],
    ['dark', 1100, 700],
  ] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height });
    if (process.env['REPERE_PICTURES'] === '1')
      await page.screenshot({ path: join(ROOT, 'test-results', 'screens', `stopped-${scheme}.png`) });
  }
  // What the page could not reach any more is told on the console; nothing else is.
  program.complaints.splice(0);
});
