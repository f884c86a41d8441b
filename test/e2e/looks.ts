import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { ROOT } from './window.ts';

/** Pictures to look at; the README's is taken over from here: `segment-light.png` as `docs/images/coder.png`. */
const PICTURES = join(ROOT, 'test-results/screens');

/** Both themes, both languages and both window sizes. */
export const LOOKS = [
  { name: 'light', colorScheme: 'light', locale: 'fr-FR', viewport: { width: 1440, height: 900 } },
  { name: 'dark', colorScheme: 'dark', locale: 'fr-FR', viewport: { width: 1440, height: 900 } },
  { name: 'small-en', colorScheme: 'light', locale: 'en-GB', viewport: { width: 1100, height: 700 } },
  { name: 'small-dark', colorScheme: 'dark', locale: 'fr-FR', viewport: { width: 1100, height: 700 } },
] as const;

export async function photograph(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}

/** What the checker of accessibility has against a page, with the elements concerned. */
export async function problems(page: Page): Promise<unknown> {
  // The page's own policy keeps the checker's frames out; it is one page without frames.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.map(({ id, nodes }) => ({
    id,
    at: nodes.map((node) => node.html.slice(0, 200)).slice(0, 3),
  }));
}
