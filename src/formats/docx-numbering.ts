import { BULLET, writeNumber, type NumberStyle } from './list-numbers.ts';
import { parseXml, type XmlElement } from './xml.ts';
import type { Archive } from './zip.ts';

/** Where a paragraph stands in a list; what it does not say itself, its style does. */
export interface ListPlace {
  readonly listId: string | null;
  /** 0 for the outermost. */
  readonly level: number | null;
}

interface Level {
  start: number;
  format: NumberStyle;
  /** With `%1` to `%9` for the numbers of the levels. */
  pattern: string;
  styleId: string | null;
  /** The level, 1 for the outermost, whose items start this one again; `null` for any above it; 0 for none. */
  restart: number | null;
  /** All numbers in digits. */
  isLegal: boolean;
}

interface Definition {
  readonly levels: Map<number, Level>;
  link: string | null;
  linkTo: string | null;
}

interface List {
  definition: string;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, Level>;
}

const MAX_LEVELS = 9;
const FORMATS: ReadonlySet<string> = new Set([
  'decimal', 'decimalZero', 'lowerLetter', 'upperLetter', 'lowerRoman', 'upperRoman', 'ordinal', 'bullet', 'none',
]); // prettier-ignore

/**
 * The lists of a Word file (ISO/IEC 29500-1, 17.9). Lists that share a definition count together; a level starts
 * again after an item of a level above it, unless it says otherwise.
 */
export class DocxNumbering {
  readonly #definitions = new Map<string, Definition>();
  readonly #lists = new Map<string, List>();
  /** By definition, the numbers of its levels; `undefined` for a level that starts at its next item. */
  readonly #counts = new Map<Definition, (number | undefined)[]>();
  readonly #started = new Set<string>();

  /** What stands before the text of the next item of this list, without the space behind it; empty for nothing. */
  label({ listId, level: written }: ListPlace, styleId: string | null): string {
    const list = listId === null ? undefined : this.#lists.get(listId);
    if (list === undefined || listId === null) return '';
    const definition = this.#definitionOf(list.definition);
    if (definition === undefined) return '';
    const at = Math.min(MAX_LEVELS - 1, Math.max(0, written ?? levelOfStyle(definition, styleId)));
    const level = this.#level(list, definition, at);
    if (level === undefined) return '';
    const counts = this.#counts.get(definition) ?? [];
    this.#counts.set(definition, counts);
    const override = list.starts.get(at);
    const use = `${listId}:${at}`;
    if (override !== undefined && !this.#started.has(use)) counts[at] = undefined;
    this.#started.add(use);
    const known = counts[at];
    counts[at] = known === undefined ? (override ?? level.start) : known + 1;
    for (let deeper = at + 1; deeper < MAX_LEVELS; deeper += 1) {
      const restart = this.#level(list, definition, deeper)?.restart ?? null;
      if (restart === null || (restart !== 0 && at < restart)) counts[deeper] = undefined;
    }
    if (level.format === 'bullet') return BULLET;
    return level.pattern
      .replaceAll(/%([1-9])/gu, (_all, digit: string) => {
        const other = this.#level(list, definition, Number(digit) - 1);
        if (other === undefined) return '';
        const value = counts[Number(digit) - 1] ?? other.start;
        return writeNumber(value, level.isLegal && other.format !== 'none' ? 'decimal' : other.format);
      })
      .trim();
  }

  addDefinition(id: string): Definition {
    const definition: Definition = { levels: new Map(), link: null, linkTo: null };
    this.#definitions.set(id, definition);
    return definition;
  }

  addList(id: string): List {
    const list: List = { definition: '', starts: new Map(), levels: new Map() };
    this.#lists.set(id, list);
    return list;
  }

  /** A definition may be that of a list style, which stands elsewhere. */
  #definitionOf(id: string): Definition | undefined {
    const own = this.#definitions.get(id);
    if (own === undefined || own.linkTo === null) return own;
    return [...this.#definitions.values()].find(({ link }) => link === own.linkTo) ?? own;
  }

  #level(list: List, definition: Definition, at: number): Level | undefined {
    return list.levels.get(at) ?? definition.levels.get(at);
  }
}

function levelOfStyle(definition: Definition, styleId: string | null): number {
  for (const [at, level] of definition.levels) if (styleId !== null && level.styleId === styleId) return at;
  return 0;
}

/** Reads `numbering.xml`; a file without it has no lists. */
export async function readNumbering(
  archive: Archive,
  part: string | null,
  signal?: AbortSignal,
): Promise<DocxNumbering> {
  const numbering = new DocxNumbering();
  if (part !== null) await parseXml(archive.read(part, signal), new NumberingHandler(numbering));
  return numbering;
}

class NumberingHandler {
  readonly #numbering: DocxNumbering;
  #definition: Definition | null = null;
  #list: List | null = null;
  #override = 0;
  #level: Level | null = null;

  constructor(numbering: DocxNumbering) {
    this.#numbering = numbering;
  }

  open(element: XmlElement): void {
    const value = element.attribute('val');
    switch (element.name) {
      case 'abstractNum':
        this.#list = null;
        this.#definition = this.#numbering.addDefinition(element.attribute('abstractNumId') ?? '');
        break;
      case 'num':
        this.#definition = null;
        this.#list = this.#numbering.addList(element.attribute('numId') ?? '');
        break;
      case 'lvl':
        this.#openLevel(numberOf(element.attribute('ilvl'), 0));
        break;
      case 'lvlOverride':
        this.#override = numberOf(element.attribute('ilvl'), 0);
        break;
      case 'startOverride':
        this.#list?.starts.set(this.#override, numberOf(value, 1));
        break;
      case 'abstractNumId':
        if (this.#list !== null) this.#list.definition = value ?? '';
        break;
      case 'styleLink':
        if (this.#definition !== null) this.#definition.link = value;
        break;
      case 'numStyleLink':
        if (this.#definition !== null) this.#definition.linkTo = value;
        break;
      default:
        if (this.#level !== null) describeLevel(this.#level, element.name, value);
    }
  }

  close(): void {
    // What opens next says where it belongs.
  }

  text(): void {
    // Numbering says everything in attributes.
  }

  #openLevel(at: number): void {
    this.#level = { start: 0, format: 'decimal', pattern: '', styleId: null, restart: null, isLegal: false };
    (this.#list ?? this.#definition)?.levels.set(at, this.#level);
  }
}

function describeLevel(level: Level, name: string, value: string | null): void {
  switch (name) {
    case 'start':
      level.start = numberOf(value, 0);
      break;
    case 'numFmt':
      level.format = isFormat(value) ? value : 'decimal';
      break;
    case 'lvlText':
      level.pattern = (value ?? '').slice(0, 100);
      break;
    case 'pStyle':
      level.styleId = value;
      break;
    case 'lvlRestart':
      level.restart = numberOf(value, 0);
      break;
    case 'isLgl':
      level.isLegal = value !== '0' && value !== 'false' && value !== 'off';
      break;
  }
}

function isFormat(value: string | null): value is NumberStyle {
  return value !== null && FORMATS.has(value);
}

function numberOf(value: string | null, otherwise: number): number {
  const number = Number(value ?? otherwise);
  return Number.isSafeInteger(number) ? number : otherwise;
}
