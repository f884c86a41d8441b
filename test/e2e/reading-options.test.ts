import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { problems } from './looks.ts';
import { SCREENS } from './screens.ts';
import { Program } from './window.ts';

// How the text is shown: length of lines, patterns, forced colours, and everything twice as large.

const program = new Program();
let page: Page;

beforeAll(async () => {
  page = await program.openSample();
  await SCREENS.coder(page);
  await SCREENS.segment(page);
});
afterAll(() => program.end());

const openOptions = () => page.getByRole('button', { name: 'Affichage du texte' }).click();
const lineLength = () =>
  page
    .locator('.tr-words')
    .evaluateAll((all) => Math.max(...all.map((words) => Math.round(words.getBoundingClientRect().width))));
/** The shapes that underlines tell now. */
const shapes = (of: Page) =>
  of.evaluate(() => {
    const used = [...CSS.highlights].filter(([name, ranges]) => name.startsWith('rp-c') && ranges.size > 0);
    return [...new Set(used.map(([name]) => /[a-z]+$/u.exec(name)?.[0] ?? 'round'))].toSorted();
  });

test('lines are as long as the person likes', async () => {
  await expect.poll(() => lineLength()).toBe(470);
  await openOptions();
  await page.getByRole('radio', { name: 'Courte' }).press('Space');
  await expect.poll(lineLength).toBe(410);
  await page.getByRole('radiogroup', { name: 'Longueur des lignes' }).getByText('Moyenne').click();
  await expect.poll(lineLength).toBe(470);
});

test('underlines tell the shapes of codes when patterns are asked for', async () => {
  await expect.poll(() => shapes(page)).toEqual(['round']);
  await page.getByRole('switch', { name: 'Motifs' }).press('Space');
  await expect.poll(() => shapes(page)).toContain('square');
  await expect.poll(() => problems(page)).toEqual([]);
  await page.getByRole('switch', { name: 'Motifs' }).press('Space');
  await expect.poll(() => shapes(page)).toEqual(['round']);
  await page.keyboard.press('Escape');
});

test('forced colours draw no tint behind the words, and patterns by themselves', async () => {
  const other = await program.window({ forcedColors: 'active', colorScheme: 'dark' });
  await other.locator('[role=document]').waitFor();
  await SCREENS.coder(other);
  await SCREENS.segment(other);
  await expect.poll(() => shapes(other)).toContain('square');
  const looks = await other.locator('.tr-text').evaluate((text) => {
    const name = [...CSS.highlights.keys()].find((each) => each.endsWith('-square')) ?? '';
    const style = getComputedStyle(text, `::highlight(${name})`);
    const paper = getComputedStyle(document.body).backgroundColor;
    return { tint: style.backgroundColor, line: style.textDecorationStyle, paper };
  });
  expect(looks.tint).toBe(looks.paper);
  expect(looks.line).toBe('dashed');
  await other.context().close();
});

test('at 200 % no control leaves the window, and nothing needs to be scrolled sideways', async () => {
  const other = await program.window({ viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 });
  await other.locator('[role=document]').waitFor();
  for (const screen of ['coder', 'quotations', 'frequencies'] as const) {
    await SCREENS[screen](other);
    const outside = await other.evaluate(() =>
      [...document.querySelectorAll('.title-bar button, main header button')]
        .filter((button) => {
          const box = button.getBoundingClientRect();
          return box.width > 0 && (box.left < 0 || box.right > innerWidth + 0.5);
        })
        .map((button) => button.getAttribute('aria-label') ?? button.textContent),
    );
    expect(outside, screen).toEqual([]);
    await expect
      .poll(() => other.evaluate(() => document.documentElement.scrollWidth), { message: screen })
      .toBe(720);
  }
  await SCREENS.settings(other);
  await expect.poll(() => problems(other)).toEqual([]);
  await other.context().close();
});

test('nothing complained', () => {
  expect(program.complaints).toEqual([]);
});
