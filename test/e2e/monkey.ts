import type { Page } from 'playwright-core';
import type { Dice } from '../helpers/random-commands/dice.ts';

/** What a hand that knows nothing of the program may press. */
const TARGETS = [
  'button',
  'input',
  'textarea',
  'summary',
  '[role=tab]',
  '[role=option]',
  '[role=treeitem]',
  '[role=menuitem]',
  '[role=menuitemradio]',
  '[role=menuitemcheckbox]',
  '[role=radio]',
  '[role=checkbox]',
  '[role=switch]',
  '[role=combobox]',
  '[role=separator]',
  '[role=gridcell]',
  '[role=row]',
  '.tr-words',
  '.tr-label',
].join(',');

const KEYS = [
  'Enter',
  'Escape',
  'Escape',
  'Tab',
  'Shift+Tab',
  'Space',
  'ArrowDown',
  'ArrowUp',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageDown',
  'PageUp',
  'Delete',
  'Backspace',
  'F1',
  'F2',
  'F6',
  'c',
  'd',
  'f',
  'j',
  'k',
  'm',
  'p',
  'r',
  'n',
  'a',
  '1',
  '2',
  '[',
  ']',
  'Shift+[',
  'Shift+]',
  'Shift+ArrowRight',
  'Shift+ArrowDown',
  'Control+Shift+ArrowRight',
  'Shift+Alt+ArrowRight',
  'Alt+1',
  'Alt+ArrowLeft',
  'Alt+ArrowRight',
  'Alt+ArrowUp',
  'Control+k',
  'Control+f',
  'Control+Shift+f',
  'Control+e',
  'Control+z',
  'Control+z',
  'Control+Shift+z',
  'Control+Enter',
  'Control+Alt+i',
  'Control+a',
  'Control+c',
  'Control+,',
  'Control+1',
  'Control+1',
  'Control+2',
  'Control+3',
  'Control+i',
  'Control+Shift+d',
  'Control+Shift+m',
  'Control+Shift+y',
] as const;

const WORDS = [
  'moodle',
  'É',
  '[[',
  '« ',
  '12',
  '=1+1',
  '(',
  '*',
  'tuteur',
  '\u{1F642}',
  ' ',
  'Nouveau',
] as const;

/** One thing a hand does, as it is told when something goes wrong. */
type Deed = string;

/** Does one random thing in the window: presses what is seen, types, drags, scrolls, or uses the keyboard. */
export async function actAtRandom(page: Page, dice: Dice): Promise<Deed> {
  const kind = dice.below(24);
  if (kind < 8) return press(page, dice);
  if (kind === 23) return code(page, dice);
  if (kind > 20) {
    // Back to the text from wherever it is.
    for (let time = 0; time < 3; time += 1) await page.keyboard.press('Escape');
    await page.keyboard.press('Control+1');
    return 'back to the text';
  }
  if (kind < 14) {
    const key = dice.pick(KEYS) ?? 'Escape';
    await page.keyboard.press(key);
    return `key ${key}`;
  }
  if (kind < 16) {
    const word = dice.pick(WORDS) ?? 'a';
    await page.keyboard.insertText(word);
    return `type ${word}`;
  }
  if (kind < 19) return drag(page, dice);
  const [x, y] = somewhere(page, dice);
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, (dice.below(9) - 4) * 120);
  return `scroll at ${x},${y}`;
}

async function press(page: Page, dice: Dice): Promise<Deed> {
  const targets = await page.evaluate(seenTargets, TARGETS);
  const target = dice.pick(targets);
  if (target === undefined) return 'nothing to press';
  const { x, y, what } = target;
  const how = dice.below(12);
  if (how === 0) await page.mouse.dblclick(x, y);
  else if (how === 1) await page.mouse.click(x, y, { button: 'right' });
  else if (how === 2) {
    await page.keyboard.down('Control');
    await page.mouse.click(x, y);
    await page.keyboard.up('Control');
  } else await page.mouse.click(x, y);
  return `press (${how}) ${what} at ${x},${y}`;
}

/** Some words are coded, as fast as the keys can be pressed. */
async function code(page: Page, dice: Dice): Promise<Deed> {
  const paragraphs = (await page.evaluate(seenTargets, '.tr-words')).filter(({ x }) => x > 0);
  const paragraph = dice.pick(paragraphs);
  if (paragraph === undefined) return 'no text to code';
  await page.mouse.click(paragraph.x, paragraph.y);
  const words = 1 + dice.below(30);
  for (let word = 0; word < words; word += 1) await page.keyboard.press('Control+Shift+ArrowRight');
  const name = dice.pick(WORDS) ?? 'a';
  await page.keyboard.press('c');
  await page.keyboard.insertText(name);
  await page.keyboard.press(dice.chance(4) ? 'Control+Enter' : 'Enter');
  return `code ${words} words at ${paragraph.x},${paragraph.y} with ${name}`;
}

async function drag(page: Page, dice: Dice): Promise<Deed> {
  const [x, y] = somewhere(page, dice);
  const [toX, toY] = somewhere(page, dice);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move((x + toX) / 2, (y + toY) / 2);
  await page.mouse.move(toX, toY);
  await page.mouse.up();
  return `drag ${x},${y} to ${toX},${toY}`;
}

function somewhere(page: Page, dice: Dice): [number, number] {
  const { width, height } = page.viewportSize() ?? { width: 800, height: 600 };
  return [dice.below(width), dice.below(height)];
}

/** Runs in the page: the middle of everything that can be pressed and is not covered. */
function seenTargets(selector: string): { x: number; y: number; what: string }[] {
  const seen: { x: number; y: number; what: string }[] = [];
  for (const element of document.querySelectorAll(selector)) {
    const box = element.getBoundingClientRect();
    const x = Math.round(box.left + box.width / 2);
    const y = Math.round(box.top + Math.min(box.height / 2, 20));
    if (box.width === 0 || x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) continue;
    const top = document.elementFromPoint(x, y);
    if (top === null || !(element.contains(top) || top.contains(element))) continue;
    const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
    seen.push({ x, y, what: `${element.tagName} “${name.trim().slice(0, 40)}”` });
  }
  return seen;
}
