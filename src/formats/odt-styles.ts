import type { NumberStyle } from './list-numbers.ts';
import type { XmlElement } from './xml.ts';

/** How one level of a list writes its numbers (OpenDocument 1.3 part 3, 16.31 and 16.33). */
export interface OdtLevel {
  readonly format: NumberStyle;
  readonly prefix: string;
  readonly suffix: string;
  /** How many levels show, this one included. */
  readonly shown: number;
  readonly start: number;
}

interface Style {
  readonly parent: string | null;
  /** `null` where only the parent says it. */
  hidden: boolean | null;
}

const MAX_ANCESTORS = 20;
const MAX_LEVELS = 10;
const FORMATS: ReadonlyMap<string, NumberStyle> = new Map([
  ['1', 'decimal'],
  ['01', 'decimalZero'],
  ['a', 'lowerAlphabet'],
  ['A', 'upperAlphabet'],
  ['i', 'lowerRoman'],
  ['I', 'upperRoman'],
  ['1st', 'ordinal'],
  ['', 'none'],
]);
const LEVEL_ELEMENTS: ReadonlySet<string> = new Set([
  'text:list-level-style-number',
  'text:list-level-style-bullet',
  'text:list-level-style-image',
  'text:outline-level-style',
]);
/** The outline of the chapters is a list of its own, without a name that a list style could have. */
const OUTLINE = '';

/** What common and automatic styles say that shows in the text: numbers of lists, and what is hidden. */
export class OdtStyles {
  readonly #styles = new Map<string, Style>();
  readonly #lists = new Map<string, Map<number, OdtLevel>>();
  #style: Style | null = null;
  #list: Map<number, OdtLevel> | null = null;

  /** An element of a style as it opens; anything else changes nothing. `name` has the prefix of its vocabulary. */
  open(name: string, element: XmlElement): void {
    if (name === 'style:style') {
      this.#style = { parent: element.attribute('parent-style-name'), hidden: null };
      this.#styles.set(keyOf(element.attribute('family'), element.attribute('name')), this.#style);
    } else if (name === 'style:text-properties' || name === 'style:section-properties') {
      const display = element.attribute('display');
      if (this.#style !== null && display !== null) this.#style.hidden = display === 'none';
    } else if (name === 'text:list-style' || name === 'text:outline-style') {
      this.#style = null;
      this.#list = new Map();
      const key = name === 'text:list-style' ? (element.attribute('name') ?? OUTLINE) : OUTLINE;
      this.#lists.set(key, this.#list);
    } else if (LEVEL_ELEMENTS.has(name)) {
      this.#list?.set(Number(element.attribute('level') ?? 1), levelOf(name, element));
    }
  }

  /** Whether a paragraph, a span or a section of this style does not show. */
  isHidden(family: 'paragraph' | 'text' | 'section', name: string | null): boolean {
    let style = this.#styles.get(keyOf(family, name));
    for (let steps = 0; style !== undefined && steps < MAX_ANCESTORS; steps += 1) {
      if (style.hidden !== null) return style.hidden;
      style = this.#styles.get(keyOf(family, style.parent));
    }
    return false;
  }

  /** A level, 1 for the outermost, of a list style. */
  level(list: string, level: number): OdtLevel | undefined {
    return this.#lists.get(list)?.get(level);
  }

  /** A level of the outline, by which headings are numbered. */
  outline(level: number): OdtLevel | undefined {
    return this.level(OUTLINE, level);
  }
}

function keyOf(family: string | null, name: string | null): string {
  return `${family ?? ''}:${name ?? ''}`;
}

function levelOf(name: string, element: XmlElement): OdtLevel {
  const isNumber = name === 'text:list-level-style-number' || name === 'text:outline-level-style';
  return {
    format: isNumber ? numberStyle(element) : 'bullet',
    prefix: isNumber ? affix(element.attribute('num-prefix')) : '',
    suffix: isNumber ? affix(element.attribute('num-suffix')) : '',
    shown: Math.min(MAX_LEVELS, Math.max(1, integer(element.attribute('display-levels'), 1))),
    start: integer(element.attribute('start-value'), 1),
  };
}

function numberStyle(element: XmlElement): NumberStyle {
  const format = FORMATS.get(element.attribute('num-format') ?? '') ?? 'decimal';
  if (element.attribute('num-letter-sync') !== 'true') return format;
  if (format === 'lowerAlphabet') return 'lowerLetter';
  return format === 'upperAlphabet' ? 'upperLetter' : format;
}

function affix(written: string | null): string {
  return (written ?? '').slice(0, 40);
}

/** A whole number that a file may say; anything else is `otherwise`. */
export function integer(written: string | null, otherwise: number): number {
  const value = written === null ? otherwise : Number(written);
  return Number.isSafeInteger(value) && value >= 0 ? value : otherwise;
}
