import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Dice } from '../helpers/random-commands/dice.ts';
import { actAtRandom } from './monkey.ts';
import { Program, ROOT, SAMPLE } from './window.ts';

// A hand that searches, filters and chooses in one project, then another project in the same window: nothing of the
// first is seen there. REPERE_SECOND=400:7 does 400 random things first, with seed 7.

const [actions = 60, seed = 1] = (process.env['REPERE_SECOND'] ?? '').split(':').filter(Boolean).map(Number);

const program = new Program();
const cli = (...args: string[]) =>
  execFileSync(process.execPath, [join(ROOT, 'dist/node/cli.js'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, REPERE_DATA_DIR: join(program.folder, 'data') },
  });
let page: Page;
let names: readonly string[];

beforeAll(async () => {
  const second = join(program.folder, 'Second.repere');
  cli('new', second);
  writeFileSync(
    join(program.folder, 'Zoé.txt'),
    'Zoé : Je tiens un carnet.\n\nMax : Et ensuite ?\n\nZoé : Rien.\n',
  );
  cli('import', second, join(program.folder, 'Zoé.txt'));
  names = namesOfSample();
  await program.start(second);
  page = await program.window();
  page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
  await page.getByRole('option', { name: /^Zoé/u }).waitFor();
  await leaveProject();
  await page.getByRole('button', { name: 'Ouvrir l’étude exemple' }).click();
  await page.getByRole('option', { name: /^Référent 1\b/u }).waitFor();
});
afterAll(() => program.end());

interface Study {
  readonly participants: readonly { readonly name: string }[];
  readonly documents: readonly { readonly name: string }[];
  readonly codes: readonly { readonly name: string }[];
  readonly hypotheses: readonly { readonly title: string }[];
}

function namesOfSample(): readonly string[] {
  const study = JSON.parse(readFileSync(join(SAMPLE, 'study.json'), 'utf8')) as Study;
  return [...study.participants, ...study.documents, ...study.codes]
    .map(({ name }) => name)
    .concat(study.hypotheses.map(({ title }) => title))
    .filter((name) => name.length > 4);
}

async function leaveProject(): Promise<void> {
  for (let time = 0; time < 5; time += 1) await page.keyboard.press('Escape');
  await page.reload();
  await page.locator('.title-bar').waitFor();
  if (await page.locator('.home').isVisible()) return;
  await page.locator('.title-bar-project').click();
  await page.getByRole('menuitem', { name: 'Fermer le projet' }).click();
  await page.locator('.home').waitFor();
}

/** Closes what is open; what was typed in it is given up. */
async function closeWindows(): Promise<void> {
  for (let time = 0; time < 12; time += 1) {
    const giveUp = page.getByRole('button', { name: /Fermer sans enregistrer|Close without saving/u });
    if (await giveUp.isVisible()) await giveUp.click();
    else await page.keyboard.press('Escape');
    await page.waitForTimeout(150);
    const open = page.locator('[role=dialog], [role=alertdialog], [role=menu]');
    if ((await open.count()) === 0) return;
  }
}

/** Everything that can be read in the window, also in its fields, that is of the first project. */
async function leftovers(): Promise<readonly string[]> {
  const read = await page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')];
    const pills = [...document.querySelectorAll<HTMLElement>('.filter-pill[data-set]')];
    return {
      text: document.body.innerText,
      searched: fields
        .filter(({ type, value }) => type === 'search' && value !== '')
        .map(({ value }) => value),
      values: fields.map(({ value }) => value).join('\n'),
      pills: pills.map((pill) => pill.innerText),
    };
  });
  const found = names.filter((name) => read.text.includes(name) || read.values.includes(name));
  return [...found, ...read.searched, ...read.pills];
}

/** What a person leaves behind: words searched for, limits, choices, each where it is asked for. */
async function leaveTraces(): Promise<void> {
  await page.keyboard.press('Control+1');
  await page.getByRole('option', { name: /^Référent 2\b/u }).click();
  await page.keyboard.press('Control+Shift+f');
  await page.getByRole('searchbox').first().waitFor();
  await page.keyboard.type('outil');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+m');
  await page.keyboard.type('doute');
  await page.keyboard.press('Control+3');
  await page
    .getByRole('row', { name: /Entraide nécessaire/u })
    .first()
    .click();
  await page.keyboard.press('Control+2');
  await page.waitForTimeout(300);
}

test('nothing of a project is seen in the next one', { timeout: 600_000 }, async () => {
  await leaveTraces();
  const dice = new Dice(seed);
  const deeds: string[] = [];
  for (let done = 0; done < actions; done += 1) deeds.push(await actAtRandom(page, dice));
  // Without a new page: what the page still holds is what could be seen.
  await closeWindows();
  if (!(await page.locator('.home').isVisible())) {
    await page.locator('.title-bar-project').click();
    await page.getByRole('menuitem', { name: /Fermer le projet|Close (?:the )?project/u }).click();
  }
  await page.locator('.home').waitFor();
  await page.locator('.recent-open', { hasText: 'Second' }).first().click();
  await page.getByRole('option', { name: /^Zoé/u }).waitFor();
  const story = `seed ${seed}:\n${deeds.slice(-20).join('\n')}`;
  for (const keys of [
    'Control+1',
    'Control+2',
    'Control+3',
    'Control+Shift+h',
    'Control+Shift+f',
    'Control+Shift+m',
  ]) {
    await page.keyboard.press(keys);
    await page.waitForTimeout(400);
    await expect.poll(leftovers, { message: `${keys}, ${story}` }).toEqual([]);
  }
});
