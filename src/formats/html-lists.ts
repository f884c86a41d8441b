import { attributeOf, type HtmlElement } from './html-tree.ts';
import { BULLET, writeNumber, type NumberStyle } from './list-numbers.ts';

interface OpenList {
  /** `null` for a list with bullets. */
  readonly style: NumberStyle | null;
  readonly step: 1 | -1;
  next: number;
}

const TYPES: Readonly<Record<string, NumberStyle>> = {
  a: 'lowerAlphabet',
  A: 'upperAlphabet',
  i: 'lowerRoman',
  I: 'upperRoman',
  'lower-alpha': 'lowerAlphabet',
  'lower-latin': 'lowerAlphabet',
  'upper-alpha': 'upperAlphabet',
  'upper-latin': 'upperAlphabet',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
  'decimal-leading-zero': 'decimalZero',
};
const LISTS: ReadonlySet<string> = new Set(['ol', 'ul', 'menu', 'dir']);

/** The numbers that a page's lists show (HTML Standard, 4.4.5 and 4.4.8). */
export class HtmlLists {
  readonly #open: OpenList[] = [];

  enter(element: HtmlElement): void {
    if (!LISTS.has(element.tagName)) return;
    const isReversed = attributeOf(element, 'reversed') !== null;
    const start = integer(attributeOf(element, 'start'));
    this.#open.push({
      style: element.tagName === 'ol' ? styleOf(element) : null,
      step: isReversed ? -1 : 1,
      next: start ?? (isReversed ? countItems(element) : 1),
    });
  }

  leave(element: HtmlElement): void {
    if (LISTS.has(element.tagName)) this.#open.pop();
  }

  /** What stands before an item: `3.` or a bullet. */
  marker(item: HtmlElement): string {
    const list = this.#open.at(-1);
    if (list === undefined || list.style === null) return BULLET;
    const value = integer(attributeOf(item, 'value')) ?? list.next;
    list.next = value + list.step;
    return `${writeNumber(value, list.style)}.`;
  }
}

function styleOf(list: HtmlElement): NumberStyle {
  const written = /list-style(?:-type)?\s*:\s*([a-z-]+)/iu.exec(attributeOf(list, 'style') ?? '')?.[1];
  return TYPES[written ?? attributeOf(list, 'type') ?? ''] ?? 'decimal';
}

function countItems(list: HtmlElement): number {
  return list.childNodes.filter((node) => node.nodeName === 'li').length;
}

function integer(value: string | null): number | null {
  return value !== null && /^\s*-?\d{1,9}/u.test(value) ? Number.parseInt(value, 10) : null;
}
