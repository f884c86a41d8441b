import type { Page } from 'playwright-core';
import { openLongProject } from './long-project.ts';
import { percentile, printFigures } from './measure.ts';

// The coding screen in a real Chromium with the document of ARCHITECTURE 7; needs a build (npm run build).

const TIMES = 12;
const SCROLLS = 120;
const { page, end } = await openLongProject(2);
// Two frames after the first words: `performance.now()` counts from the start of the page.
const window = await page.evaluate(
  () =>
    new Promise<number>((done) => {
      requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())));
    }),
);
await page.waitForTimeout(4_000);

/** From a click on a document of the list to the end of the first frame with its codings in the margin. */
async function openDocument(name: RegExp): Promise<number> {
  const row = page.getByRole('option', { name });
  await row.waitFor();
  await arm(page, 'pointerdown', () => {
    const title = document.querySelector('.reader-title')?.textContent ?? '';
    return () =>
      (document.querySelector('.reader-title')?.textContent ?? '') !== title &&
      document.querySelectorAll('.tr-words').length > 0 &&
      document.querySelectorAll('.tr-label').length > 0;
  });
  await row.click();
  const ms = await measured(page);
  await page.waitForTimeout(2_500);
  return ms;
}

/** From Enter in the palette to the end of the first frame that knows one coding more. */
async function applyCode(): Promise<number> {
  await page.locator('[role=document]').focus();
  for (let word = 0; word < 3; word += 1) await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('c');
  await page.keyboard.type('code 4');
  await page.getByRole('listbox').locator('[aria-selected=true]').first().waitFor();
  await page.waitForTimeout(400);
  await arm(page, 'keydown', () => {
    const count = (): number => document.querySelectorAll('.tr-hidden [data-coding]').length;
    const before = count();
    return () => count() !== before;
  });
  await page.keyboard.press('Enter');
  const ms = await measured(page);
  await page.waitForTimeout(600);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+ArrowRight');
  return ms;
}

/**
 * Gets the page ready to tell how long it is from the next such event to the painted frame in which a condition holds:
 * as the browser itself times events to their next paint (in steps of 8 ms) where that frame is it, else to its end.
 */
async function arm(target: Page, event: string, prepare: () => () => boolean): Promise<void> {
  await target.evaluate(
    ({ type, code }) => {
      // eslint-disable-next-line @typescript-eslint/no-implied-eval -- a function of this file, sent as its text
      const holds = (new Function(`return (${code})()`) as () => () => boolean)();
      const state = globalThis as unknown as { measured: Promise<number> };
      state.measured = new Promise((done) => {
        const timed = (happened: Event): void => {
          const observer = new PerformanceObserver((list) => {
            const entry = list
              .getEntries()
              .find(({ name, startTime }) => name === type && startTime === happened.timeStamp);
            if (entry === undefined) return;
            observer.disconnect();
            done(entry.duration);
          });
          observer.observe({
            type: 'event',
            durationThreshold: 16,
            buffered: true,
          } as PerformanceObserverInit);
        };
        document.addEventListener(
          type,
          (happened) => {
            let frames = 0;
            const look = (): void => {
              frames += 1;
              if (!holds()) requestAnimationFrame(look);
              else if (frames === 1) timed(happened);
              // Frame callbacks come before a frame is painted; a message that they post is heard after.
              else {
                const { port1, port2 } = new MessageChannel();
                port1.addEventListener('message', () => done(performance.now() - happened.timeStamp));
                port1.start();
                port2.postMessage(null);
              }
            };
            requestAnimationFrame(look);
          },
          { once: true, capture: true },
        );
      });
    },
    { type: event, code: prepare.toString() },
  );
}

/** Milliseconds, as the page itself measured them. */
function measured(target: Page): Promise<number> {
  return target.evaluate(() => (globalThis as unknown as { measured: Promise<number> }).measured);
}

/** Milliseconds of each frame while the text moves by 300 px at every frame. */
async function scroll(): Promise<readonly number[]> {
  return page.evaluate(
    (steps) =>
      new Promise<number[]>((done) => {
        const scroller = document.querySelector('.tr-scroll');
        const frames: number[] = [];
        let last = performance.now();
        const step = (now: number): void => {
          frames.push(now - last);
          last = now;
          if (scroller !== null) scroller.scrollTop += 300;
          if (frames.length <= steps) requestAnimationFrame(step);
          else done(frames.slice(2));
        };
        requestAnimationFrame(step);
      }),
    SCROLLS,
  );
}

const opened: number[] = [];
for (let time = 0; time < 4; time += 1)
  opened.push(await openDocument(time % 2 === 0 ? /^Référent 2/u : /^Référent 1/u));
const applied: number[] = [];
for (let time = 0; time < TIMES; time += 1) applied.push(await applyCode());
const frames = await scroll();

await end();
printFigures([
  {
    what: 'a window with a 1 MB document and its 20,000 codings, start of the page included',
    ms: window,
    budgetMs: null,
  },
  { what: 'open such a document from the list, to its codings in the margin', ms: opened, budgetMs: 1_000 },
  { what: 'apply a code in it, key to paint', ms: applied, budgetMs: 100 },
  { what: 'scroll it 300 px a frame: frames', ms: frames, budgetMs: null },
  { what: 'the same, 95th percentile', ms: percentile(frames, 0.95), budgetMs: 50 },
]);
