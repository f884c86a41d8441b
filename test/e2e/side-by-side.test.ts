import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { problems } from './looks.ts';
import { Program } from './window.ts';

// Two documents side by side, or one twice, in a real window.

const program = new Program();
let page: Page;

beforeAll(async () => {
  page = await program.openSample();
});
afterAll(() => program.end());

const left = () => page.getByRole('region', { name: 'Transcription de gauche' });
const right = () => page.getByRole('region', { name: 'Transcription de droite' });
const titles = () => page.locator('.reader-title').allInnerTexts();
const activeTitle = () => page.locator('[data-active] .reader-title').innerText();
const row = (name: string) => page.getByRole('option', { name: new RegExp(`^${name}\\b`, 'u') });
const labels = (pane: Locator, text: string) => pane.locator('.tr-hidden li', { hasText: text });
/** Index of the paragraph that is read at the top. */
const read = (pane: Locator) =>
  pane.locator('.tr-scroll').evaluate((element) => {
    const { top } = element.getBoundingClientRect();
    const rows = [...element.querySelectorAll<HTMLElement>('.tr-row:not(.tr-heading)')];
    return rows.find((each) => each.getBoundingClientRect().bottom > top + 40)?.dataset['index'];
  });
const scrolled = (pane: Locator) => pane.locator('.tr-scroll').evaluate((element) => element.scrollTop);

/** Gives what is selected in the reader in hand a new code. */
async function codeWith(name: string): Promise<void> {
  await page.keyboard.press('c');
  const palette = page.getByRole('combobox', { name: 'Chercher ou créer un code' });
  await palette.fill(name);
  await palette.press('ControlOrMeta+Enter');
  await palette.waitFor({ state: 'detached' });
}

test('a document of the list opens beside with Ctrl: by a click, by Enter, from its menu', async () => {
  await row('Référent 3').click({ modifiers: ['ControlOrMeta'] });
  await expect.poll(titles).toEqual(['Référent 1', 'Référent 3']);
  await expect.poll(() => activeTitle()).toBe('Référent 3');
  // The next one takes the place of the reader that is not in hand.
  await row('Référent 5').focus();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect.poll(titles).toEqual(['Référent 5', 'Référent 3']);
  await row('Référent 2').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Ouvrir à côté' }).click();
  await expect.poll(titles).toEqual(['Référent 5', 'Référent 2']);
  // Without Ctrl it opens in the reader in hand.
  await row('Référent 4').click();
  await expect.poll(titles).toEqual(['Référent 5', 'Référent 4']);
});

test('the inspector is about the reader in hand, which a click or F6 takes', async () => {
  const card = page.locator('.card-title');
  await expect.poll(() => card.innerText()).toBe('Référent 4');
  await left().locator('.tr-words').nth(1).click();
  await expect.poll(() => card.innerText()).toBe('Référent 5');
  await page.keyboard.press('F6');
  while (!(await right().evaluate((element) => element.contains(document.activeElement))))
    await page.keyboard.press('F6');
  await expect.poll(activeTitle).toBe('Référent 4');
});

test('they change places without losing where they were read, and one closes', async () => {
  await left()
    .locator('.tr-scroll')
    .evaluate((element) => element.scrollTo({ top: 1_500 }));
  await expect.poll(() => scrolled(left())).toBe(1_500);
  const before = await read(left());
  await page.getByRole('button', { name: 'Échanger les deux transcriptions' }).click();
  await expect.poll(titles).toEqual(['Référent 4', 'Référent 5']);
  await expect.poll(() => scrolled(right())).toBe(1_500);
  await page.getByRole('button', { name: 'Fermer «\u00a0Référent 4\u00a0» ici' }).click();
  await expect.poll(titles).toEqual(['Référent 5']);
  const alone = page.getByRole('region', { name: 'Transcription', exact: true });
  await expect.poll(() => read(alone)).toBe(before);
});

test('the line between moves by pointer and keyboard, and back to the middle', async () => {
  await page.locator('[role=document]').focus();
  await page.keyboard.press('ControlOrMeta+Shift+D');
  await expect.poll(titles).toEqual(['Référent 5', 'Référent 5']);
  const line = page.getByRole('separator', { name: 'Largeur de la transcription de gauche' });
  const width = async () => (await left().boundingBox())?.width ?? 0;
  const half = await width();
  await line.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(width).toBeCloseTo(half + 16, 0);
  const box = await line.boundingBox();
  await page.mouse.move((box?.x ?? 0) + 2, 400);
  await page.mouse.down();
  await page.mouse.move((box?.x ?? 0) - 58, 400);
  await page.mouse.up();
  await expect.poll(width).toBeCloseTo(half - 44, 0);
  await line.dblclick();
  await expect.poll(width).toBeCloseTo(half, 0);
});

test('what is read stays where it is when lines break elsewhere', async () => {
  await left()
    .locator('.tr-scroll')
    .evaluate((element) => element.scrollTo({ top: 3_000 }));
  await expect.poll(() => scrolled(left())).toBe(3_000);
  const before = await read(left());
  const wide = await left().boundingBox();
  for (const isHidden of [true, false]) {
    await page.keyboard.press('ControlOrMeta+Alt+i');
    await expect
      .poll(async () => ((await left().boundingBox())?.width ?? 0) > (wide?.width ?? 0))
      .toBe(isHidden);
    await expect.poll(() => read(left())).toBe(before);
  }
});

test('one document twice: each reader has its own selection, and codings show in both', async () => {
  const words = (pane: Locator, index: number) => pane.locator('.tr-words').nth(index);
  for (const pane of [left(), right()])
    await pane.locator('.tr-scroll').evaluate((element) => element.scrollTo({ top: 0 }));
  await words(left(), 2).dblclick({ position: { x: 20, y: 12 } });
  await words(right(), 4).dblclick({ position: { x: 20, y: 12 } });
  // Both selections are painted.
  await expect.poll(() => page.evaluate(() => CSS.highlights.get('rp-selection')?.size)).toBe(2);
  await codeWith('À droite');
  for (const pane of [left(), right()]) await expect.poll(() => labels(pane, 'À droite').count()).toBe(1);
  // The selection on the left is still there, and a code goes to it from there.
  await left().locator('[role=document]').focus();
  await codeWith('À gauche');
  for (const pane of [left(), right()]) await expect.poll(() => labels(pane, 'À gauche').count()).toBe(1);
  await page.keyboard.press('ControlOrMeta+z');
  for (const pane of [left(), right()]) await expect.poll(() => labels(pane, 'À gauche').count()).toBe(0);
});

test('a correction on one side is there on the other, and so is its undoing', async () => {
  const first = (pane: Locator) => pane.locator('.tr-words').nth(2).innerText();
  const before = await first(right());
  await left()
    .locator('.tr-words')
    .nth(2)
    .click({ position: { x: 2, y: 12 } });
  await page.keyboard.press('ControlOrMeta+e');
  await left().locator('.tr-words[contenteditable]').waitFor();
  await page.keyboard.press('Home');
  await page.keyboard.type('Alors, ');
  // The words are kept when the keys rest.
  await expect.poll(() => first(right())).toMatch(/^Alors, /u);
  await expect.poll(async () => (await first(right())).replace('Alors, ', '')).toBe(before);
  await page.keyboard.press('Escape');
  await left().locator('.tr-words[contenteditable]').waitFor({ state: 'detached' });
  await page.keyboard.press('ControlOrMeta+z');
  for (const pane of [left(), right()]) await expect.poll(() => first(pane)).toBe(before);
});

test('nothing stands against it for accessibility, also dark, in English and in a small window', async () => {
  await expect.poll(() => problems(page)).toEqual([]);
  const small = await program.window({
    colorScheme: 'dark',
    locale: 'en-GB',
    viewport: { width: 1100, height: 700 },
  });
  await small.locator('.tr-words').first().waitFor();
  await small.keyboard.press('ControlOrMeta+Shift+D');
  await small.getByRole('region', { name: 'Right transcript' }).locator('.tr-words').first().waitFor();
  // A line of the text is still long enough to be read.
  const words = await small.locator('.tr-words').nth(1).boundingBox();
  expect(words?.width).toBeGreaterThan(280);
  await expect.poll(() => problems(small)).toEqual([]);
  await small.keyboard.press('ControlOrMeta+Shift+D');
  await small.getByRole('region', { name: 'Transcript', exact: true }).waitFor();
  expect(program.complaints).toEqual([]);
});
