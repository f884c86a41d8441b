import { fold } from '../text/fold.ts';
import type { ListPlace } from './docx-numbering.ts';
import { parseXml, type XmlElement } from './xml.ts';
import type { Archive } from './zip.ts';

/** The heading level, 1 to 9, of a paragraph style by its id; `null` for one that is no heading. */
export type HeadingLevels = (styleId: string) => number | null;

/** What paragraph styles say that shows in the text. */
export interface ParagraphStyles {
  readonly level: HeadingLevels;
  /** The list that paragraphs of this style belong to. */
  readonly list: (styleId: string) => ListPlace;
}

interface Style {
  name: string;
  basedOn: string | null;
  /** As written: 0 to 8 for headings, 9 for body text. */
  outline: number | null;
  listId: string | null;
  listLevel: number | null;
}

/** Word writes `heading 1` in every language; other programs write what their menus say. */
const HEADING =
  /^(?:heading|titre|uberschrift|titolo|titulo|rubrik|kop|otsikko|naglowek|overskrift|cabecalho) ?([1-9])$/u;
const BODY_OUTLINE = 9;
const MAX_ANCESTORS = 20;

/**
 * Reads which paragraph styles are headings (by outline level, by name or id, or through the style they are based
 * on), and which belong to a list.
 */
export async function readParagraphStyles(
  archive: Archive,
  part: string | null,
  signal?: AbortSignal,
): Promise<ParagraphStyles> {
  const styles = new Map<string, Style>();
  if (part !== null) await parseXml(archive.read(part, signal), new StyleHandler(styles));
  const known = new Map<string, number | null>();
  const level: HeadingLevels = (styleId) => {
    const earlier = known.get(styleId);
    if (earlier !== undefined) return earlier;
    const found = levelOf(styles, styleId);
    known.set(styleId, found);
    return found;
  };
  return { level, list: (styleId) => listOf(styles, styleId) };
}

function listOf(styles: ReadonlyMap<string, Style>, styleId: string): ListPlace {
  let listId: string | null = null;
  let level: number | null = null;
  let id: string | null = styleId;
  for (let steps = 0; id !== null && listId === null && steps < MAX_ANCESTORS; steps += 1) {
    const style: Style | undefined = styles.get(id);
    listId = style?.listId ?? null;
    level ??= style?.listLevel ?? null;
    id = style?.basedOn ?? null;
  }
  return { listId, level };
}

/** The level of a paragraph's own outline: `null` when it says body text. */
export function outlineLevel(written: string | null): number | null {
  const outline = written === null ? Number.NaN : Number(written);
  return Number.isInteger(outline) && outline >= 0 && outline < BODY_OUTLINE ? outline + 1 : null;
}

function levelOf(styles: ReadonlyMap<string, Style>, styleId: string): number | null {
  let id: string | null = styleId;
  for (let steps = 0; id !== null && steps < MAX_ANCESTORS; steps += 1) {
    const style: Style | undefined = styles.get(id);
    if (style?.outline !== null && style?.outline !== undefined) {
      return style.outline >= BODY_OUTLINE ? null : style.outline + 1;
    }
    const named = headingName(style?.name ?? '') ?? headingName(id);
    if (named !== null) return named;
    id = style?.basedOn ?? null;
  }
  return null;
}

function headingName(name: string): number | null {
  const level = HEADING.exec(
    fold(name)
      .folded.replaceAll(/[\s_-]+/gu, ' ')
      .trim(),
  )?.[1];
  return level === undefined ? null : Number(level);
}

class StyleHandler {
  readonly #styles: Map<string, Style>;
  #style: Style | null = null;
  readonly #path: string[] = [];

  constructor(styles: Map<string, Style>) {
    this.#styles = styles;
  }

  open(element: XmlElement): void {
    const parent = this.#path.at(-1);
    this.#path.push(element.name);
    const value = element.attribute('val');
    if (element.name === 'style') {
      this.#style = { name: '', basedOn: null, outline: null, listId: null, listLevel: null };
      const isParagraph = (element.attribute('type') ?? 'paragraph') === 'paragraph';
      const id = element.attribute('styleId');
      if (isParagraph && id !== null) this.#styles.set(id, this.#style);
    } else if (this.#style !== null && parent === 'style' && element.name === 'name') {
      this.#style.name = value ?? '';
    } else if (this.#style !== null && parent === 'style' && element.name === 'basedOn') {
      this.#style.basedOn = value;
    } else if (this.#style !== null && parent === 'pPr' && element.name === 'outlineLvl') {
      this.#style.outline = value === null ? null : Number(value);
    } else if (this.#style !== null && parent === 'numPr' && element.name === 'numId') {
      this.#style.listId = value;
    } else if (this.#style !== null && parent === 'numPr' && element.name === 'ilvl') {
      this.#style.listLevel = value === null ? null : Number(value);
    }
  }

  close(): void {
    if (this.#path.pop() === 'style') this.#style = null;
  }

  text(): void {
    // Styles say everything in attributes.
  }
}
