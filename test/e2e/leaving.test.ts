import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Program, ROOT } from './window.ts';

// Words that are typed, and every way of leaving before the keys have rested: they are in the file afterwards.
// REPERE_LEAVINGS=60:7 tries sixty with seed 7.

const [rounds, seed] = (process.env['REPERE_LEAVINGS'] ?? '10:3').split(':').map(Number);

const program = new Program();
let page: Page;
let file = '';
beforeAll(async () => {
  page = await program.openSample();
  file = join(program.folder, 'Étude exemple.repere');
});
afterAll(() => program.end());

const PLACES = {
  text: async (words: string) => {
    await page.locator('[role=document]').focus();
    if ((await page.locator('.tr-words[contenteditable]').count()) === 0)
      await page.keyboard.press('Control+e');
    else await page.locator('.tr-words').nth(2).click();
    await page.locator('.tr-words[contenteditable]').first().waitFor();
    await page.keyboard.press('End');
    await page.keyboard.type(` ${words}`);
  },
  memo: async (words: string) => {
    const memo = page.getByRole('textbox', { name: 'Mémo du document' });
    await memo.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(` ${words}`);
  },
} as const;

const WAYS = {
  escape: () => page.keyboard.press('Escape'),
  'Ctrl E': () => page.keyboard.press('Control+e'),
  'another screen': () => page.keyboard.press('Control+2'),
  'another document': () => page.getByRole('option', { name: /^Référent 3\b/u }).click(),
  reload: () => page.reload(),
  close: async () => {
    await page.close({ runBeforeUnload: true });
    page = await program.window();
  },
  'the program ends': async () => {
    await program.stopServer();
    await page.close();
    await program.start(file);
    page = await program.window();
  },
} as const;

/** A plain generator of numbers between 0 and 1, the same for the same seed. */
function numbers(start: number): () => number {
  let state = start;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

test(
  'whatever is typed, and however one leaves, the words are in the file',
  { timeout: 600_000 },
  async () => {
    const next = numbers(seed ?? 3);
    const below = (count: number): number => Math.floor(next() * count);
    const places = Object.keys(PLACES) as (keyof typeof PLACES)[];
    const ways = Object.keys(WAYS) as (keyof typeof WAYS)[];
    for (let round = 0; round < (rounds ?? 10); round += 1) {
      const place = places[below(places.length)] ?? 'memo';
      const way = ways[round] ?? ways[below(ways.length)] ?? 'escape';
      const words = `motperdu${round}`;
      await toTranscript();
      await PLACES[place](words);
      await page.waitForTimeout(Math.floor(next() * 300));
      page.once('dialog', (dialog) => void dialog.accept().catch(() => undefined));
      await WAYS[way]();
      await expect
        .poll(() => saved(place), { message: `${words} in ${place}, left by: ${way}` })
        .toContain(words);
    }
  },
);

async function toTranscript(): Promise<void> {
  await page.locator('.title-bar').waitFor();
  await page.keyboard.press('Control+1');
  await page.locator('.tr-words').first().waitFor();
  await page.getByRole('option', { name: /^Référent 1\b/u }).click();
  await expect.poll(() => page.locator('.reader-title').innerText()).toBe('Référent 1');
}

function saved(place: keyof typeof PLACES): string {
  const cli = join(ROOT, 'dist/node/cli.js');
  const args =
    place === 'text' ? ['text', file, '--document', 'Référent 1'] : ['memos', file, '--format', 'markdown'];
  return execFileSync(process.execPath, [cli, ...args], {
    encoding: 'utf8',
    env: { ...process.env, REPERE_DATA_DIR: join(program.folder, 'data') },
  });
}
