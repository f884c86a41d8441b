import { openLongProject } from './long-project.ts';
import { printFigures, type Figure } from './measure.ts';

// Correcting a long coded text in a real Chromium, as a person types; needs a build (npm run build).

const KEYS = 40;
const { page, end } = await openLongProject(1);
await page.waitForTimeout(4_000);
await page.keyboard.press('Control+e');
const field = page.locator('.tr-words[contenteditable]');
await field.waitFor();

/** From the key to the frame that shows the letter, in milliseconds; the page itself tells both times. */
async function typeOne(): Promise<number> {
  const taken = page.evaluate(
    () =>
      new Promise<number>((done) => {
        document.addEventListener(
          'keydown',
          (event) => {
            const start = event.timeStamp;
            requestAnimationFrame(() => {
              // After the frame's own work.
              setTimeout(() => done(performance.now() - start), 0);
            });
          },
          { once: true, capture: true },
        );
      }),
  );
  await page.keyboard.press('a');
  return taken;
}

const frames: number[] = [];
for (let key = 0; key < KEYS; key += 1) {
  const taken = await Promise.race([typeOne(), page.waitForTimeout(5_000)]);
  if (taken !== undefined) frames.push(taken);
  await page.waitForTimeout(60);
}
const script = await page.evaluate((keys) => {
  const taken: number[] = [];
  for (let key = 0; key < keys; key += 1) {
    const start = performance.now();
    document.execCommand('insertText', false, 'b');
    document.activeElement?.getBoundingClientRect();
    taken.push(performance.now() - start);
  }
  return taken;
}, KEYS);
const figures: Figure[] = [
  { what: 'type a letter in a 1 MB text with 20,000 codings: script and layout', ms: script, budgetMs: 16 },
  { what: 'the same, from the key to the frame that shows it', ms: frames, budgetMs: null },
];
await end();
printFigures(figures);
