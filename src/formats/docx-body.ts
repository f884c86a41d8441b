import { LineCollector, type Line, type OpenParagraph } from './docx-lines.ts';
import type { DocxNumbering } from './docx-numbering.ts';
import { outlineLevel, type ParagraphStyles } from './docx-styles.ts';
import { symbolCharacter } from './docx-symbols.ts';
import { LIMITS } from './limits.ts';
import { noteReference } from './assemble.ts';
import { holdLimit } from './parsed-document.ts';
import { endMark, startMark, withoutForeignMarks } from './passage-marks.ts';
import type { XmlElement, XmlHandler } from './xml.ts';

/** What was met and does not show in the text. */
export interface DocxCounts {
  insertions: number;
  deletions: number;
  hidden: number;
  images: number;
}

/** Never part of the text: what was deleted, earlier formatting, readings above words, and other settings. */
const SKIPPED: ReadonlySet<string> = new Set([
  'del', 'moveFrom', 'pPrChange', 'rPrChange', 'sectPrChange', 'tblPrChange', 'tblGridChange', 'tblPrExChange',
  'trPrChange', 'tcPrChange', 'numberingChange', 'sdtPr', 'sdtEndPr', 'rt', 'instrText', 'delText', 'delInstrText',
]); // prettier-ignore

/** Parts of a story of its own: a note or a comment, each with its `id`. */
const STORIES: ReadonlySet<string> = new Set(['footnote', 'endnote', 'comment']);

/** A footnote or an endnote as the text points to it. */
export interface NoteReference {
  readonly kind: 'footnote' | 'endnote';
  readonly id: string;
}

/** A note or a comment by itself. */
export interface Story {
  readonly id: string;
  readonly author: string;
  readonly lines: readonly Line[];
}

const WORD = /\/wordprocessingml\/(?:2006\/)?main$/u;
const MATH = /\/officeDocument\/(?:2006\/)?math$/u;
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/**
 * Walks `document.xml`, or the notes or comments, and gives their lines as they read with all changes accepted. Structure follows ISO/IEC 29500-1,
 * 17: a run's text, tabs and breaks count; properties, field codes and hidden runs do not.
 */
export class DocxBody implements XmlHandler {
  readonly counts: DocxCounts = { insertions: 0, deletions: 0, hidden: 0, images: 0 };
  /** The notes that the text points to, in its order. */
  readonly notes: NoteReference[] = [];
  readonly stories: Story[] = [];
  readonly #styles: ParagraphStyles;
  readonly #numbering: DocxNumbering;
  readonly #open: { readonly id: string; readonly author: string }[] = [];
  /** Marks of comments that stand between paragraphs: they go to the next one. */
  #pending = '';
  readonly #collector = new LineCollector();
  readonly #path: string[] = [];
  readonly #paragraphs: OpenParagraph[] = [];
  /** For each open run, whether it is hidden. */
  readonly #runs: boolean[] = [];
  /** For each open choice of versions, whether one was taken. */
  readonly #choices: boolean[] = [];
  readonly #prefixes = new Map<string, string>();
  /** How many open elements are inside one that is skipped, itself included. */
  #skipping = 0;
  #characters = 0;

  constructor(styles: ParagraphStyles, numbering: DocxNumbering) {
    this.#styles = styles;
    this.#numbering = numbering;
  }

  lines(): readonly Line[] {
    return this.#collector.lines();
  }

  open(element: XmlElement): void {
    const name = this.#nameOf(element);
    if (this.#skipping > 0 || this.#isSkipped(name)) this.#skipping += 1;
    else this.#enter(name, element);
    this.#path.push(name);
  }

  close(): void {
    const name = this.#path.pop() ?? '';
    if (this.#skipping > 0) this.#skipping -= 1;
    else this.#leave(name);
  }

  text(value: string): void {
    if (this.#skipping > 0 || this.#path.at(-1) !== 't') return;
    if (this.#runs.at(-1) === true) {
      this.counts.hidden += value.trim() === '' ? 0 : 1;
      return;
    }
    // A line end inside the XML is not one of the text: those are elements of their own.
    this.#add(withoutForeignMarks(value.replaceAll(/[\r\n]/gu, ' ')));
  }

  /** Local names of the vocabularies that matter, all others with a prefix that matches nothing. */
  #nameOf({ space, name }: XmlElement): string {
    let prefix = this.#prefixes.get(space);
    if (prefix === undefined) {
      prefix = prefixFor(space);
      this.#prefixes.set(space, prefix);
    }
    // Letters of formulas are runs and texts of their own.
    return prefix === 'm:' && (name === 't' || name === 'r') ? name : prefix + name;
  }

  #isSkipped(name: string): boolean {
    const parent = this.#path.at(-1);
    if (name === 'mc:Choice' || name === 'mc:Fallback') {
      // The same text box is written twice, for newer and for older programs.
      const taken = this.#choices.pop() === true;
      this.#choices.push(true);
      return taken;
    }
    if (name === 'del' || name === 'moveFrom') {
      this.counts.deletions += 1;
      // Inside properties it marks the end of a paragraph, or a row.
      return parent !== 'rPr' && parent !== 'trPr';
    }
    return SKIPPED.has(name);
  }

  #enter(name: string, element: XmlElement): void {
    const parent = this.#path.at(-1);
    if (parent === 'r') this.#enterInRun(name, element);
    else if (parent === 'pPr' || parent === 'rPr' || parent === 'trPr')
      this.#enterProperty(name, parent, element);
    else if (parent === 'numPr') this.#enterList(name, element);
    else if (STORIES.has(name)) this.#openStory(element);
    switch (name) {
      case 'p':
        this.#paragraphs.push({
          text: this.#takePending(),
          styleId: null,
          outline: undefined,
          endDeleted: false,
          floating: [],
        });
        break;
      case 'r':
        this.#runs.push(false);
        break;
      case 'tr':
        this.#collector.openRow();
        break;
      case 'tc':
      case 'txbxContent':
        this.#collector.openInner();
        break;
      case 'ins':
      case 'moveTo':
        this.counts.insertions += 1;
        break;
      case 'commentRangeStart':
        this.#mark(startMark(keyOf(element)));
        break;
      case 'commentRangeEnd':
        this.#mark(endMark(keyOf(element)));
        break;
      case 'mc:AlternateContent':
        this.#choices.push(false);
        break;
      case 'other:pic':
      case 'other:imagedata':
        this.counts.images += 1;
        break;
    }
  }

  #leave(name: string): void {
    switch (name) {
      case 'footnote':
      case 'endnote':
      case 'comment':
        this.#closeStory();
        break;
      case 'p':
        this.#closeParagraph();
        break;
      case 'r':
        this.#runs.pop();
        break;
      case 'tc':
        this.#collector.closeCell();
        break;
      case 'tr':
        this.#collector.closeRow();
        break;
      case 'txbxContent':
        for (const line of this.#collector.closeBox()) this.#paragraphs.at(-1)?.floating.push(line);
        break;
      case 'mc:AlternateContent':
        this.#choices.pop();
        break;
    }
  }

  #enterInRun(name: string, element: XmlElement): void {
    switch (name) {
      case 'tab':
      case 'ptab':
        return this.#add('\t');
      case 'br':
      case 'cr':
        return this.#add('\n');
      case 'noBreakHyphen':
        return this.#add('\u2011');
      case 'softHyphen':
        return this.#add('\u00AD');
      case 'sym':
        return this.#add(symbolCharacter(element.attribute('font'), element.attribute('char')));
      case 'footnoteReference':
      case 'endnoteReference':
        return this.#refer(name === 'footnoteReference' ? 'footnote' : 'endnote', element);
      case 'commentReference':
        return this.#mark(endMark(keyOf(element)));
    }
  }

  #enterProperty(name: string, parent: string, element: XmlElement): void {
    const owner = this.#path.at(-2);
    const paragraph = this.#paragraphs.at(-1);
    const deleted = name === 'del' || name === 'moveFrom';
    if (parent === 'trPr') {
      if (deleted) this.#collector.deleteRow();
    } else if (parent === 'rPr' && owner === 'r') {
      if (name === 'vanish' && !isOff(element.attribute('val'))) this.#runs[this.#runs.length - 1] = true;
    } else if (paragraph !== undefined && owner === 'pPr') {
      if (deleted) paragraph.endDeleted = true;
    } else if (paragraph !== undefined && parent === 'pPr') {
      if (name === 'pStyle') paragraph.styleId = element.attribute('val');
      if (name === 'outlineLvl') paragraph.outline = element.attribute('val');
    }
  }

  #enterList(name: string, element: XmlElement): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph === undefined) return;
    if (name === 'numId') paragraph.listId = element.attribute('val');
    if (name === 'ilvl') paragraph.listLevel = element.attribute('val');
  }

  #refer(kind: NoteReference['kind'], element: XmlElement): void {
    if (this.#paragraphs.length === 0 || this.#runs.at(-1) === true) return;
    this.notes.push({ kind, id: element.attribute('id') ?? '' });
    this.#add(noteReference(this.notes.length));
  }

  #openStory(element: XmlElement): void {
    this.#open.push({ id: element.attribute('id') ?? '', author: element.attribute('author') ?? '' });
    this.#collector.openInner();
  }

  #closeStory(): void {
    const story = this.#open.pop();
    const lines = this.#collector.closeBox();
    if (story !== undefined) this.stories.push({ ...story, lines });
  }

  /** Marks are no text: they count nothing, and stay where a run is hidden. */
  #mark(mark: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph === undefined) this.#pending += mark;
    else paragraph.text += mark;
  }

  #takePending(): string {
    const pending = this.#pending;
    this.#pending = '';
    return pending;
  }

  #labelOf({ styleId, listId, listLevel }: OpenParagraph): string {
    const byStyle = styleId === null ? null : this.#styles.list(styleId);
    const written = listLevel === undefined || listLevel === null ? null : Number(listLevel);
    const own = listId !== undefined && listId !== null;
    const level = written ?? byStyle?.level ?? null;
    return this.#numbering.label({ listId: own ? listId : (byStyle?.listId ?? null), level }, styleId);
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (paragraph === undefined) return;
    const own = paragraph.outline === undefined ? undefined : outlineLevel(paragraph.outline);
    const byStyle = paragraph.styleId === null ? null : this.#styles.level(paragraph.styleId);
    // A paragraph that goes on in the next one is no item of its own.
    const label = paragraph.endDeleted ? '' : this.#labelOf(paragraph);
    this.#collector.addParagraph(paragraph, own === undefined ? byStyle : own, label);
  }

  #add(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph === undefined || this.#runs.at(-1) === true) return;
    this.#characters += text.length;
    holdLimit('characters', this.#characters, LIMITS.characters);
    paragraph.text += text;
  }
}

/** Comments are numbered by whoever wrote the file; anything else is none. */
function keyOf(element: XmlElement): number {
  const id = Number(element.attribute('id') ?? Number.NaN);
  return Number.isSafeInteger(id) && id >= 0 ? id : Number.MAX_SAFE_INTEGER;
}

function prefixFor(space: string): string {
  if (WORD.test(space)) return '';
  if (MATH.test(space)) return 'm:';
  return space === COMPATIBILITY ? 'mc:' : 'other:';
}

function isOff(value: string | null): boolean {
  return value === '0' || value === 'false' || value === 'off';
}
