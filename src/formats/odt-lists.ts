import { BULLET, writeNumber } from './list-numbers.ts';
import { integer, type OdtLevel, type OdtStyles } from './odt-styles.ts';
import type { XmlElement } from './xml.ts';

/** The numbers of one list, outermost level first; `undefined` for a level that starts at its next item. */
type Counts = (number | undefined)[];

interface OpenList {
  readonly style: string;
  readonly counts: Counts;
}

interface OpenItem {
  /** Whether its number was written, or it has none. */
  numbered: boolean;
  readonly start: number | null;
}

/**
 * Numbers the items of lists and the headings of an OpenDocument text. An item counts when its first paragraph
 * comes, so that an item that only holds a deeper list has no number.
 */
export class OdtLists {
  readonly #styles: OdtStyles;
  readonly #open: OpenList[] = [];
  readonly #items: OpenItem[] = [];
  readonly #byStyle = new Map<string, Counts>();
  readonly #byId = new Map<string, Counts>();
  readonly #outline: Counts = [];

  constructor(styles: OdtStyles) {
    this.#styles = styles;
  }

  openList(element: XmlElement): void {
    const parent = this.#open.at(-1);
    const style = element.attribute('style-name') ?? parent?.style ?? '';
    const continues = element.attribute('continue-numbering') === 'true';
    const other = element.attribute('continue-list');
    let counts: Counts;
    if (parent !== undefined) {
      counts = parent.counts;
      if (!continues) counts[this.#open.length] = undefined;
    } else {
      const earlier =
        (other === null ? undefined : this.#byId.get(other)) ??
        (continues || other !== null ? this.#byStyle.get(style) : undefined);
      counts = earlier ?? [];
      this.#byStyle.set(style, counts);
    }
    const id = element.attribute('id');
    if (id !== null) this.#byId.set(id, counts);
    this.#open.push({ style, counts });
  }

  closeList(): void {
    this.#open.pop();
  }

  openItem(element: XmlElement, isHeader: boolean): void {
    const start = element.attribute('start-value');
    this.#items.push({ numbered: isHeader, start: start === null ? null : integer(start, 1) });
  }

  closeItem(): void {
    this.#items.pop();
  }

  get isInList(): boolean {
    return this.#open.length > 0;
  }

  /** The number of the item whose first paragraph this is, without the space behind it; empty for any other. */
  itemLabel(): string {
    const item = this.#items.at(-1);
    const list = this.#open.at(-1);
    if (item === undefined || list === undefined || item.numbered) return '';
    item.numbered = true;
    const depth = this.#open.length;
    return label(list.counts, depth, item.start, (level) => this.#styles.level(list.style, level));
  }

  /** The number of a chapter; empty where the outline writes none. */
  headingLabel(depth: number, element: XmlElement): string {
    if (element.attribute('is-list-header') === 'true' || this.#styles.outline(depth) === undefined)
      return '';
    const restarts = element.attribute('restart-numbering') === 'true';
    const written = element.attribute('start-value');
    const start = written === null ? null : integer(written, 1);
    if (restarts && start === null) this.#outline[depth - 1] = undefined;
    return label(this.#outline, depth, start, (level) => this.#styles.outline(level));
  }
}

function label(
  counts: Counts,
  depth: number,
  start: number | null,
  levelAt: (level: number) => OdtLevel | undefined,
): string {
  const level = levelAt(depth);
  const known = counts[depth - 1];
  counts[depth - 1] = start ?? (known === undefined ? (level?.start ?? 1) : known + 1);
  counts.length = depth;
  if (level === undefined || level.format === 'none') return affixes(level);
  if (level.format === 'bullet') return BULLET;
  const numbers: string[] = [];
  for (let at = Math.max(1, depth - level.shown + 1); at <= depth; at += 1) {
    const shown = levelAt(at);
    if (shown === undefined || shown.format === 'bullet' || shown.format === 'none') continue;
    numbers.push(writeNumber(counts[at - 1] ?? shown.start, shown.format));
  }
  return `${level.prefix}${numbers.join('.')}${level.suffix}`.trim();
}

/** A list may write a word in place of a number. */
function affixes(level: OdtLevel | undefined): string {
  return level === undefined ? '' : `${level.prefix}${level.suffix}`.trim();
}
