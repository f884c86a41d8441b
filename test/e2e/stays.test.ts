import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Program } from './window.ts';

// Whatever happens around the text: the selection stays, and what was being read stays where it was.

const program = new Program();
let page: Page;

interface Standing {
  readonly selected: string;
  /** The paragraph at the top of the view, and how far it is above, in pixels. */
  readonly paragraph: string;
  readonly above: number;
}

const standing = (): Promise<Standing> =>
  page.evaluate(() => {
    const whole = document.createRange();
    const selected = [...(CSS.highlights.get('rp-selection') ?? [])].map((range) => {
      whole.setStart(range.startContainer, range.startOffset);
      whole.setEnd(range.endContainer, range.endOffset);
      return whole.toString();
    });
    const top = document.querySelector('.tr-scroll')?.getBoundingClientRect().top ?? 0;
    const first = [...document.querySelectorAll('.tr-row:not(.tr-heading)')].find(
      (row) => row.getBoundingClientRect().bottom > top + 30,
    );
    const above = Math.round(top - (first?.getBoundingClientRect().top ?? 0));
    return { selected: selected.join(' '), paragraph: first?.textContent.slice(0, 60) ?? '', above };
  });

/** What stood before stands again; where lines break elsewhere, the paragraph at the top is the same. */
async function stays(before: Standing, isReflowed = false): Promise<void> {
  await expect.poll(standing).toMatchObject({ selected: before.selected, paragraph: before.paragraph });
  if (isReflowed) return;
  await expect.poll(async () => Math.abs((await standing()).above - before.above)).toBeLessThanOrEqual(2);
}

const reader = () => page.locator('.tr-scroll');
const palette = () => page.getByRole('combobox', { name: 'Chercher ou créer un code' });
const root = () => page.locator('html');

let at: Standing;

beforeAll(async () => {
  page = await program.openSample();
});
afterAll(() => program.end());

test('a passage is selected in the middle of the text', async () => {
  await reader().evaluate((element) => element.scrollTo({ top: 1_500 }));
  await expect.poll(() => reader().evaluate((element) => element.scrollTop)).toBe(1_500);
  const box = await reader().boundingBox();
  await page.mouse.move((box?.x ?? 0) + 220, (box?.y ?? 0) + 320);
  await page.mouse.down();
  await page.mouse.move((box?.x ?? 0) + 420, (box?.y ?? 0) + 360, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await standing()).selected.length).toBeGreaterThan(20);
  at = await standing();
});

test('while the palette opens and closes', async () => {
  await reader().press('c');
  await palette().waitFor();
  await palette().fill('visio');
  await stays(at);
  await page.keyboard.press('Escape');
  await palette().waitFor({ state: 'detached' });
  await stays(at);
});

test('while the sides and the search open and close', async () => {
  const inspector = page.getByRole('region', { name: 'Inspecteur' });
  const side = page.getByRole('region', { name: 'Documents et codes' });
  await page.keyboard.press('Control+Alt+I');
  await inspector.waitFor({ state: 'detached' });
  await stays(at);
  await page.keyboard.press('Control+Alt+I');
  await inspector.waitFor();
  await page.keyboard.press('Control+B');
  await side.waitFor({ state: 'detached' });
  await stays(at);
  await page.keyboard.press('Control+B');
  await side.waitFor();
  await page.keyboard.press('Control+Shift+F');
  await page.getByRole('region', { name: 'Recherche' }).first().waitFor();
  await stays(at);
  await page.keyboard.press('Escape');
  await side.waitFor();
  await stays(at);
});

test('while the focus goes round the window, and a dialog opens and closes', async () => {
  await reader().focus();
  for (let part = 0; part < 6; part += 1) await page.keyboard.press('F6');
  await stays(at);
  await page.keyboard.press('F1');
  await page.getByRole('dialog', { name: 'Aide et raccourcis' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await stays(at);
});

test('while the panels and the window change their size', async () => {
  const handle = page.getByRole('separator', { name: 'Largeur du panneau gauche' });
  await handle.focus();
  for (let press = 0; press < 4; press += 1) await page.keyboard.press('ArrowRight');
  await expect.poll(() => handle.getAttribute('aria-valuenow')).toBe('336');
  await stays(at);
  await page.setViewportSize({ width: 1100, height: 700 });
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1_100);
  await stays(at, true);
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1_440);
  await stays(at, true);
});

test('while theme, language and the look of the text change', async () => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => root().getAttribute('data-theme')).toBe('dark');
  await stays(at, true);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.getByRole('button', { name: 'Affichage du texte' }).click();
  const options = page.getByRole('dialog', { name: 'Affichage du texte' });
  for (const choice of ['Longue', 'Moyenne', 'Sélection', 'Tous']) {
    await options.getByRole('radio', { name: choice }).first().click();
    await expect
      .poll(() => options.getByRole('radio', { name: choice }).first().getAttribute('aria-checked'))
      .toBe('true');
    await stays(at, true);
  }
  await page.keyboard.press('Escape');
  await options.waitFor({ state: 'detached' });
  await stays(at, true);
});

test('the text stays where it is while a code is applied, undone and done again, here and elsewhere', async () => {
  const before = await standing();
  const coded = () => page.locator('.tr-hidden li', { hasText: 'Passage' });
  await reader().press('c');
  await palette().fill('Passage');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => coded().count()).toBe(1);
  const still = async (): Promise<void> => {
    await expect.poll(async () => (await standing()).paragraph).toBe(before.paragraph);
    await expect.poll(async () => Math.abs((await standing()).above - before.above)).toBeLessThanOrEqual(2);
  };
  await still();
  await page.keyboard.press('Control+Z');
  await expect.poll(() => coded().count()).toBe(0);
  await still();
  await page.keyboard.press('Control+Shift+Z');
  await expect.poll(() => coded().count()).toBe(1);
  await still();
  const other = await program.window();
  await other.locator('.tr-words').first().waitFor();
  await other.locator('.tr-scroll').press('Control+Z');
  await expect.poll(() => coded().count()).toBe(0);
  await still();
  expect(program.complaints).toEqual([]);
});
