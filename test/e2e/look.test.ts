import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Program } from './window.ts';

// The figures of the reading view, measured in a real window of 1440×900.

const program = new Program();
let page: Page;

beforeAll(async () => {
  await program.start();
  page = await program.window({ reducedMotion: 'no-preference' });
  await page.getByRole('button', { name: 'Ouvrir l’étude exemple' }).click();
  await page.locator('[role=document]').waitFor();
  await page.getByRole('option', { name: /^Référent 3/u }).click();
  await page.locator('.reader-title', { hasText: 'Référent 3' }).waitFor();
  await page.locator('.tr-label').first().waitFor();
});
afterAll(() => program.end());

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const boxOf = (locator: Locator): Promise<Box> =>
  locator.first().evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { left, top, width, height };
  });

const style = (locator: Locator, property: string, pseudo = ''): Promise<string> =>
  locator
    .first()
    .evaluate(
      (element, [name, of]) => getComputedStyle(element, of === '' ? null : of).getPropertyValue(name),
      [property, pseudo] as const,
    );

const scrolled = (): Promise<number> =>
  page.locator('.tr-scroll').evaluate((element) => Math.round(element.scrollTop));

test('the panels are as wide and the bars as high as drawn', async () => {
  await expect.poll(async () => (await boxOf(page.locator('.coder-side'))).width).toBeCloseTo(272, 0);
  await expect.poll(async () => (await boxOf(page.locator('.coder-inspector'))).width).toBeCloseTo(292, 0);
  const head = await boxOf(page.locator('.panel-head'));
  expect(head).toMatchObject({ top: 44, height: 36 });
  await expect
    .poll(async () => (await boxOf(page.getByRole('option', { name: /^Référent 3/u }))).height)
    .toBe(26);
  await expect.poll(async () => (await boxOf(page.locator('.document-name'))).width).toBe(76);
  await expect.poll(() => boxOf(page.locator('.density-strip'))).toMatchObject({ width: 60, height: 8 });
});

test('number, speaker, text and margin stand in their columns', async () => {
  const { left } = await boxOf(page.locator('.tr-text'));
  const turn = page.locator('.tr-row:has(.tr-speaker):has(.tr-number)');
  const across = async (part: string): Promise<readonly number[]> => {
    const box = await boxOf(turn.locator(part));
    return [box.left - left, box.width];
  };
  await expect.poll(() => across('.tr-number')).toEqual([10, 28]);
  await expect.poll(() => across('.tr-speaker')).toEqual([48, 76]);
  await expect.poll(() => across('.tr-words')).toEqual([134, 470]);
  await expect.poll(async () => (await boxOf(page.locator('.tr-margin'))).left - left).toBe(618);
  await expect.poll(async () => (await boxOf(page.locator('.tr-density'))).width).toBe(14);
  await expect.poll(() => style(turn, 'margin-bottom')).toBe('10px');
  await expect.poll(() => style(turn.locator('.tr-words'), 'font-size')).toBe('17px');
  await expect
    .poll(async () => Number.parseFloat(await style(turn.locator('.tr-words'), 'line-height')))
    .toBeCloseTo(29, 1);
});

test('the heading of a topic stays at the top while it is read', async () => {
  const heading = page.locator('.tr-heading');
  await expect.poll(() => style(heading.locator('.tr-words'), 'font-weight')).toBe('600');
  await expect.poll(() => style(heading.locator('.tr-words'), 'font-size')).toBe('12px');
  await page.locator('.tr-scroll').evaluate((element) => element.scrollTo({ top: 300 }));
  await expect.poll(scrolled).toBe(300);
  const { top } = await boxOf(page.locator('.tr-scroll'));
  await expect.poll(async () => (await boxOf(heading)).top).toBeCloseTo(top, 0);
});

test('underlines lie 4, 7 and 10 pixels under the baseline, and a fourth coding has none', async () => {
  const text = page.locator('.tr-text');
  for (const [lane, offset] of [4, 7, 10].entries()) {
    const name = `::highlight(rp-c1-${lane})`;
    await expect
      .poll(async () => Number.parseFloat(await style(text, 'text-underline-offset', name)))
      .toBeCloseTo(offset, 1);
    await expect.poll(() => style(text, 'text-decoration-thickness', name)).toBe('2px');
  }
  await expect.poll(() => style(text, 'text-decoration-line', '::highlight(rp-c1-3)')).toBe('none');
});

test('brackets stand every 11 pixels from 8, names 12 beside them and at least 23 apart', async () => {
  // Columns in which the canvas holds an upright line: leaders are fainter, hooks shorter.
  const upright = await page.locator('.tr-brackets').evaluate((element) => {
    if (!(element instanceof HTMLCanvasElement)) return [];
    const { width, height } = element;
    const pixels = element.getContext('2d')?.getImageData(0, 0, width, height).data;
    const found: number[] = [];
    for (let x = 0; x < width; x += 1) {
      let run = 0;
      for (let y = 0; y < height; y += 1) {
        run = (pixels?.[(y * width + x) * 4 + 3] ?? 0) > 230 ? run + 1 : 0;
        if (run < 15) continue;
        found.push(x);
        break;
      }
    }
    return found;
  });
  expect(upright.length).toBeGreaterThan(0);
  for (const x of upright) {
    const fromLane = Math.abs(((x + 0.5 - 8 + 5.5 + 11) % 11) - 5.5);
    expect(fromLane, `a bracket at ${x}`).toBeLessThanOrEqual(2);
  }
  const margin = await boxOf(page.locator('.tr-margin'));
  const labels = await page.locator('.tr-label').evaluateAll((elements) =>
    elements.map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return { left, top, width, height };
    }),
  );
  for (const [at, label] of labels.entries()) {
    expect(label.height).toBe(22);
    expect(label.width).toBeLessThanOrEqual(196);
    // Three lanes at least: the document's codings need no more.
    expect(label.left - margin.left).toBe(3 * 11 + 12);
    const before = labels[at - 1];
    if (before !== undefined) expect(label.top - before.top).toBeGreaterThanOrEqual(23);
  }
  await expect.poll(() => style(page.locator('.tr-label'), 'font-size')).toBe('12px');
  await expect.poll(() => style(page.locator('.tr-label'), 'font-weight')).toBe('500');
});

test('a segment that is gone to has handles, which pulse once, and its name is ringed', async () => {
  await page.locator('[role=document]').focus();
  await page.keyboard.press(']');
  const start = page.locator('.tr-handle-start');
  await start.and(page.locator('.is-pulsing')).waitFor();
  await expect.poll(() => boxOf(start)).toMatchObject({ width: 2, height: 22 });
  await expect.poll(() => style(start, 'width', '::before')).toBe('8px');
  await expect.poll(() => style(start, 'animation-name', '::before')).toBe('tr-pulse');
  await expect.poll(() => style(start, 'animation-iteration-count', '::before')).toBe('1');
  const chosen = page.locator('.tr-label.is-selected');
  await chosen.waitFor();
  await expect.poll(() => style(chosen, 'box-shadow')).toContain('1.5px inset');
  await expect.poll(() => chosen.first().getAttribute('aria-current')).toBe('true');
});

test('pointing at a name lights its coding: the tints of the others fall to 35 %', async () => {
  const label = page.locator('.tr-label.is-selected');
  await label.hover();
  const text = page.locator('.tr-text[data-lit]');
  await text.waitFor();
  const rest = await style(text, 'background-color', '::highlight(rp-c1-0)');
  expect(rest).toMatch(/\/ 0\.35\)$/u);
  await expect.poll(() => style(text, 'background-color', '::highlight(rp-lit1)')).not.toMatch(/\//u);
  await page.locator('.reader-title').hover();
  await page.locator('.tr-text:not([data-lit])').waitFor();
});

test('the map at the edge is clicked, and walked with the keys of a scroll bar', async () => {
  const map = page.getByRole('scrollbar');
  await map.focus();
  await page.keyboard.press('Home');
  await expect.poll(scrolled).toBe(0);
  await expect.poll(() => map.getAttribute('aria-valuenow')).toBe('0');
  await page.keyboard.press('PageDown');
  await expect.poll(scrolled).toBeGreaterThan(500);
  const page1 = await scrolled();
  await page.keyboard.press('ArrowUp');
  await expect.poll(scrolled).toBe(page1 - 58);
  await page.keyboard.press('End');
  await expect.poll(() => map.getAttribute('aria-valuenow')).toBe('100');
  const track = await boxOf(map);
  await page.mouse.click(track.left + 7, track.top + track.height / 2);
  await expect.poll(() => map.getAttribute('aria-valuenow')).toBe('50');
  await expect
    .poll(() => map.getAttribute('aria-controls'))
    .toBe(await page.locator('.tr-scroll').getAttribute('id'));
});

test('a coded paragraph points to a list of its codings: words, code and coder', async () => {
  // The lists follow when scrolling rests: which paragraphs have one is asked for at one moment.
  const dangling = (): Promise<readonly boolean[]> =>
    page
      .locator('.tr-words[aria-details]')
      .evaluateAll((elements) =>
        elements.map(
          (element) => document.getElementById(element.getAttribute('aria-details') ?? '') === null,
        ),
      );
  await expect.poll(dangling).toContain(false);
  await expect.poll(() => dangling()).not.toContain(true);
  await expect
    .poll(() => page.locator('.tr-hidden > ul').first().ariaSnapshot())
    .toMatch(/- list "Segments codés du § \d+":\n\s+- listitem: "« .+ » : .+, codé par Camille Renaud"/u);
});

test('where motion is unwanted nothing moves, and nothing is complained of', async () => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const handle = page.locator('.tr-handle-start.is-pulsing');
  await expect
    .poll(async () => Number.parseFloat(await style(handle, 'animation-duration', '::before')))
    .toBeLessThan(0.001);
  expect(program.complaints).toEqual([]);
});
