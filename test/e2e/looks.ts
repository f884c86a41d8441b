import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { ROOT } from './window.ts';

/** Pictures to look at; the README's is taken over from here: `segment-light.png` as `docs/images/coder.png`. */
const PICTURES = join(ROOT, 'test-results/screens');

const LARGE = { width: 1440, height: 900 };
const SMALL = { width: 1100, height: 700 };

/** Every theme, language and window size once. */
const PAIRED = [
  { name: 'light', colorScheme: 'light', locale: 'fr-FR', viewport: LARGE },
  { name: 'small-dark-en', colorScheme: 'dark', locale: 'en-GB', viewport: SMALL },
] as const;

/** The same the other way round: for looking at all pictures. */
const CROSSED = [
  { name: 'dark', colorScheme: 'dark', locale: 'fr-FR', viewport: LARGE },
  { name: 'small-en', colorScheme: 'light', locale: 'en-GB', viewport: SMALL },
  { name: 'small', colorScheme: 'light', locale: 'fr-FR', viewport: SMALL },
] as const;

/** Two looks that hold every theme, language and size; more of them with `REPERE_LOOKS=all`. */
export const LOOKS = process.env['REPERE_LOOKS'] === 'all' ? [...PAIRED, ...CROSSED] : PAIRED;

/** Takes a picture of the window, when `REPERE_PICTURES` is set: nobody looks at those of an ordinary run. */
export async function photograph(page: Page, name: string): Promise<void> {
  if (process.env['REPERE_PICTURES'] === undefined) return;
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
