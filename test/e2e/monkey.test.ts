import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Dice } from '../helpers/random-commands/dice.ts';
import { actAtRandom } from './monkey.ts';
import { Program, ROOT } from './window.ts';

// A hand that knows nothing of the program does random things: nothing may complain, and the project stays sound.
// `REPERE_MONKEY=2000:7` does 2,000 things with seed 7.

const [actions = 300, seed = 1] = (process.env['REPERE_MONKEY'] ?? '').split(':').filter(Boolean).map(Number);

const program = new Program();
const cli = (...args: string[]) =>
  execFileSync(process.execPath, [join(ROOT, 'dist/node/cli.js'), ...args], { encoding: 'utf8' });
let file: string;
let page: Page;

beforeAll(async () => {
  file = join(program.folder, 'etude.repere');
  cli('sample', file);
  await program.start(file);
  page = await program.window();
  page.on('dialog', (dialog) => void dialog.dismiss());
  await page.locator('[role=document]').first().waitFor();
});
afterAll(() => program.end());

test(
  `${actions} random actions leave the window at work and the project sound`,
  { timeout: 1_200_000 },
  async () => {
    const dice = new Dice(seed);
    const deeds: string[] = [];
    const story = (): string => `seed ${seed}, the last of ${deeds.length}:\n${deeds.slice(-25).join('\n')}`;
    for (let done = 0; done < actions; done += 1) {
      deeds.push(await actAtRandom(page, dice));
      if (program.complaints.length > 0) expect(program.complaints, story()).toEqual([]);
      if (done % 20 !== 0) continue;
      await expect.poll(() => page.locator('.crash').count(), { message: story() }).toBe(0);
      if (await page.locator('.home').isVisible()) {
        await page.reload();
        await goOn();
      }
    }
    // The window still answers.
    await page.reload();
    await goOn();
    await page.locator('[role=document]').first().waitFor();
    expect(program.complaints, story()).toEqual([]);
  },
);

/** Whoever closed the project opens it again. */
async function goOn(): Promise<void> {
  const recent = page.locator('.recent-open').first();
  await page.locator('.home, .title-bar-tabs').first().waitFor();
  if (await recent.isVisible()) await recent.click();
}

test('the projects that come of it have no damage', () => {
  const files = readdirSync(program.folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.repere'),
  );
  expect(files.length).toBeGreaterThan(0);
  let steps = 0;
  for (const name of files) {
    steps += (JSON.parse(cli('history', join(program.folder, name), '--json')) as readonly unknown[]).length;
    const report = cli('check', join(program.folder, name), '--json');
    expect(JSON.parse(report), name).toMatchObject({ ok: true });
  }
  // A hand that changed nothing would prove nothing.
  expect(steps).toBeGreaterThan(actions / 100);
});
