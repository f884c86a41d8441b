import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { loadMigrations } from '../../src/database/migrate.ts';
import { Program } from '../e2e/window.ts';
import { printFigures, type Figure } from './measure.ts';
import { writeSeededProject } from './seeded-project.ts';

// Correcting a long coded text in a real Chromium, as a person types; needs a build (npm run build).

const KEYS = 40;
const folder = mkdtempSync(join(tmpdir(), 'repere-typing-'));
const migrations = loadMigrations(join(resolve(import.meta.dirname, '../..'), 'migrations'));
const path = join(folder, 'long.repere');
writeSeededProject(path, migrations, {
  documents: 1,
  characters: 1_000_000,
  codings: 20_000,
  codes: 500,
  seed: 3,
});

const program = new Program();
await program.start(path);
const page = await program.window();
await page.getByRole('document', { name: /Transcription de/u }).waitFor();
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
await program.end();
rmSync(folder, { recursive: true, force: true });
printFigures(figures);
