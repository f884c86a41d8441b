import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LOOKS, photograph, problems } from './looks.ts';
import { Program, ROOT } from './window.ts';

// The hypotheses board with pointer and keyboard: mapping, taking off, ordering, writing, removing.

const program = new Program();
let page: Page;

beforeAll(async () => {
  const file = join(program.folder, 'etude.repere');
  execFileSync(process.execPath, [join(ROOT, 'dist/node/cli.js'), 'sample', file]);
  await program.start(file);
  page = await program.window();
  await page.getByRole('tree').waitFor();
});
afterAll(() => program.end());

const ENTRAIDE = 'Entraide nécessaire';
const DSIN = 'Appel aux services de la DSIN';
const place = (name: string) => page.getByRole('grid', { name, exact: true });
const card = (where: string, name: string) => place(where).getByRole('row', { name, exact: true });
const names = async (where: string) =>
  (await place(where).locator('.board-card-name').allTextContents()).map((each) => each.trim());
const figures = (label: string) =>
  page.getByRole('region', { name: new RegExp(`^${label} `, 'u') }).locator('.board-head .n-over-n');
/** The name of the card that has the focus: a menu gives it back when it is gone. */
const inHand = () =>
  page.evaluate(() => document.activeElement?.querySelector('.board-card-name')?.textContent?.trim());
/** As `expect.poll`, for a machine that has other things to do as well. */
function soon<T>(get: () => T) {
  return expect.poll(get);
}
/** Drags with the mouse: lets go when the target says that it takes what is dragged. */
async function drag(from: Locator, to: Locator): Promise<void> {
  await to.scrollIntoViewIfNeeded();
  await from.hover();
  await page.mouse.down();
  const box = (await to.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + Math.min(box.height, 40) / 2];
  await page.mouse.move(x, y, { steps: 6 });
  await soon(async () => {
    // The pointer of a hand never stands still, and a target is asked again at every move.
    await page.mouse.move(x + 1, y);
    await page.mouse.move(x, y);
    return (await to.getAttribute('data-drop-target')) ?? (await to.getAttribute('data-drop'));
  }).not.toBe(null);
  await page.mouse.up();
}
const undo = () => page.locator('body').press('Control+z');

test('opens from the codes and by key, and says the same figures as the frequencies', async () => {
  await page.getByRole('button', { name: 'Ouvrir le tableau des hypothèses' }).click();
  await page.getByRole('heading', { name: 'Hypothèses', exact: true }).waitFor();
  await page.getByRole('navigation').getByRole('button', { name: 'Fréquences' }).click();
  const table = page.locator('.freq-grid');
  await table.getByText(ENTRAIDE).waitFor();
  const headings = await page.locator('.freq-grid .n-over-n').allTextContents();
  await page.keyboard.press('Control+Shift+H');
  await soon(() => figures('H1').textContent()).toBe('8/8');
  expect(headings).toContain(await figures('H1').textContent());
  await expect.poll(() => card('Codes de H3', ENTRAIDE).locator('.n-over-n').textContent()).toBe('5/8');
  await expect.poll(() => page.getByRole('img', { name: /Appuie 55/u }).count()).toBe(1);
});

test('a card is dragged to another hypothesis, to a group, and off the board; each is one step', async () => {
  const before = await names('Codes de H3');
  await drag(card('Codes de H3', ENTRAIDE), place('Codes de H2'));
  await soon(() => names('Codes de H2')).toContain(ENTRAIDE);
  await expect.poll(() => names('Codes de H3')).not.toContain(ENTRAIDE);
  await drag(card('Codes de H2', ENTRAIDE), place('Codes de H1 › Cognitif'));
  await soon(() => names('Codes de H1 › Cognitif')).toContain(ENTRAIDE);
  await drag(card('Codes de H1 › Cognitif', ENTRAIDE), place('Hors hypothèse'));
  await soon(() => names('Hors hypothèse')).toEqual([ENTRAIDE]);
  await undo();
  await soon(() => names('Codes de H1 › Cognitif')).toContain(ENTRAIDE);
  await undo();
  await undo();
  await soon(() => names('Codes de H3')).toEqual(before);
});

test('dragging between cards orders them as the code tree does', async () => {
  const before = await names('Codes de H2');
  const [first, second] = [before.at(0)!, before.at(1)!];
  const target = (await card('Codes de H2', second).boundingBox())!;
  await card('Codes de H2', first).hover();
  await page.mouse.down();
  await page.mouse.move(target.x + 80, target.y + target.height / 2, { steps: 5 });
  await page.mouse.move(target.x + 80, target.y + target.height - 2, { steps: 5 });
  await soon(async () => {
    await page.mouse.move(target.x + 81, target.y + target.height - 2);
    await page.mouse.move(target.x + 80, target.y + target.height - 2);
    return page.locator('.board-drop[data-drop-target]').count();
  }).toBe(1);
  await page.mouse.up();
  await soon(() => names('Codes de H2')).toEqual([second, first, ...before.slice(2)]);
  await undo();
  await soon(() => names('Codes de H2')).toEqual(before);
});

test('the keyboard does the same: the menu moves and maps twice, Delete takes off, Alt orders', async () => {
  const before = await names('Codes de H2');
  await card('Codes de H2', DSIN).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await soon(async () => (await names('Codes de H2'))[0]).toBe(DSIN);
  await undo();
  await soon(() => names('Codes de H2')).toEqual(before);
  await card('Codes de H2', DSIN).focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Rattacher aussi à' }).press('ArrowRight');
  await page.getByRole('menuitem', { name: /^H3 Vers/u }).press('Enter');
  await soon(() => names('Codes de H3')).toContain(DSIN);
  await expect.poll(() => names('Codes de H2')).toContain(DSIN);
  await soon(inHand).toBe(DSIN);
  await card('Codes de H3', DSIN).focus();
  await page.keyboard.press('Delete');
  await soon(() => names('Codes de H3')).not.toContain(DSIN);
  await card('Codes de H2', DSIN).focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Déplacer vers' }).press('ArrowRight');
  await page.getByRole('menuitem', { name: 'H1 › Cognitif' }).press('Enter');
  await soon(() => names('Codes de H1 › Cognitif')).toContain(DSIN);
  await undo();
  await undo();
  await undo();
  await soon(() => names('Codes de H2')).toEqual(before);
});

test('a card is also dragged without a pointer', async () => {
  await card('Codes de H3', ENTRAIDE).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  /** The place of the drop target that has the focus; `null` when none has. */
  const target = () =>
    page.evaluate(() => {
      const { activeElement } = document;
      return activeElement?.getAttribute('aria-roledescription') === 'indicateur de dépôt'
        ? activeElement.closest('[data-place]')?.getAttribute('data-place')
        : null;
    });
  await soon(target).not.toBe(null);
  for (let places = 0; places < 8 && (await target()) !== 'h1'; places += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await soon(() => names('Codes de H1')).toEqual([ENTRAIDE]);
  await soon(inHand).toBe(ENTRAIDE);
  await undo();
  await soon(() => names('Codes de H3')).toContain(ENTRAIDE);
});

test('several cards go together in one step', async () => {
  const before = await names('Codes de H3');
  await card('Codes de H3', before.at(0)!).click();
  await card('Codes de H3', before.at(1)!).click({ modifiers: ['Control'] });
  await card('Codes de H3', before.at(1)!).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Retirer d’ici' }).click();
  await soon(() => names('Hors hypothèse')).toHaveLength(2);
  await undo();
  await soon(() => names('Codes de H3')).toEqual(before);
});

test('label, title and statement are written where they stand', async () => {
  const statement = page.getByRole('textbox', { name: 'Énoncé de H1' });
  const before = await statement.inputValue();
  await statement.fill('Les objectifs guident.');
  await page.keyboard.press('Control+Enter');
  await page
    .getByRole('button', { name: /Annuler.*H1 modifiée/u })
    .first()
    .waitFor();
  await undo();
  await soon(() => statement.inputValue()).toBe(before);
  await statement.fill('Rien');
  await page.keyboard.press('Escape');
  await soon(() => statement.inputValue()).toBe(before);
});

test('groups are made, named, ordered and removed; columns change places', async () => {
  const groups = () => page.locator('[data-hypothesis] .board-group-name').allTextContents();
  const before = await groups();
  const h1 = page.getByRole('region', { name: /^H1 /u });
  await h1.getByRole('button', { name: 'Nouveau groupe' }).click();
  await page.keyboard.type('Affectif');
  await page.keyboard.press('Enter');
  await soon(groups).toEqual([...before, 'Affectif']);
  await h1.getByRole('button', { name: /Affectif/u }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await soon(groups).toEqual([...before.slice(0, -1), 'Affectif', before.at(-1)]);
  await undo();
  await undo();
  await soon(groups).toEqual(before);
  const order = () =>
    page.locator('.board-label').evaluateAll((all) => all.map((each) => (each as HTMLTextAreaElement).value));
  await page.getByRole('button', { name: /^Déplacer H1/u }).focus();
  await page.keyboard.press('Alt+ArrowRight');
  await soon(order).toEqual(['H2', 'H1', 'H3']);
  await page
    .getByRole('button', { name: /^Déplacer H3/u })
    .dragTo(page.getByRole('region', { name: /^H2 /u }), {
      targetPosition: { x: 20, y: 200 },
    });
  await soon(order).toEqual(['H3', 'H2', 'H1']);
  await undo();
  await undo();
  await soon(order).toEqual(['H1', 'H2', 'H3']);
});

test('a hypothesis is removed after choosing what its codes serve then', async () => {
  const before = await names('Codes de H3');
  await page.getByRole('button', { name: 'Actions pour H3' }).click();
  await page.getByRole('menuitem', { name: 'Supprimer l’hypothèse…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Supprimer H3' });
  await dialog.getByText('6 codes sont rattachés à H3.').waitFor();
  await dialog.getByRole('button', { name: /Ses codes passent à/u }).click();
  await page.getByRole('option', { name: /^H2/u }).click();
  await dialog.getByRole('button', { name: 'Supprimer' }).click();
  await soon(() => page.locator('.board-column').count()).toBe(2);
  await expect.poll(() => names('Codes de H2')).toEqual(expect.arrayContaining(before));
  await undo();
  await soon(() => names('Codes de H3')).toEqual(before);
});

test('finds codes at the side', async () => {
  await page.getByRole('radio', { name: 'Tous les codes' }).click();
  await page.getByRole('searchbox', { name: 'Filtrer les codes' }).fill('entraide necessaire');
  await soon(() => names('Tous les codes')).toEqual([ENTRAIDE]);
  await drag(card('Tous les codes', ENTRAIDE), place('Codes de H2'));
  await soon(() => names('Codes de H2')).toContain(ENTRAIDE);
  await expect.poll(() => names('Codes de H3')).toContain(ENTRAIDE);
  await undo();
});

test('nothing stands in the way of anybody, in both looks', async () => {
  for (const { name, ...look } of LOOKS) {
    const other = await program.window(look);
    await other.locator('.code-tree').waitFor();
    await other.keyboard.press('Control+Shift+H');
    await other.locator('.board-card').first().waitFor();
    await photograph(other, `board-${name}`);
    await expect.poll(() => problems(other)).toEqual([]);
    await other.context().close();
  }
});

test('nothing complained on the way', () => {
  expect(program.complaints).toEqual([]);
});
