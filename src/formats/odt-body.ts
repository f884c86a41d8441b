import { noteReference, type NoteLines, type Remarks } from './assemble.ts';
import { LineCollector, type Line, type OpenParagraph } from './docx-lines.ts';
import { LIMITS } from './limits.ts';
import { OdtLists } from './odt-lists.ts';
import { integer, type OdtStyles } from './odt-styles.ts';
import { holdsText, isSkipped, nameOf, SHAPES } from './odt-vocabulary.ts';
import { holdLimit } from './parsed-document.ts';
import { endMark, startMark, takeMarks, withoutForeignMarks } from './passage-marks.ts';
import type { XmlElement, XmlHandler } from './xml.ts';

/** What was met and does not show in the text. */
export interface OdtCounts {
  insertions: number;
  deletions: number;
  hidden: number;
  images: number;
}

interface Paragraph extends OpenParagraph {
  readonly level: number | null;
  readonly label: string;
  /** White space that follows is none of the text: the paragraph begins, or there is a space already. */
  afterSpace: boolean;
}

interface Cell {
  readonly times: number;
  /** How many covered cells behind this one belong to it. */
  readonly covers: number;
}

interface Annotation {
  readonly key: number;
  author: string;
}

/** Cells that a file may repeat with one element. */
const MAX_REPEATED = 1_024;

/**
 * Walks the content of an OpenDocument text, and gives its lines as they read with all changes accepted. Structure
 * follows OpenDocument 1.3 part 3, chapters 5 to 9: deleted text stands apart from the text, and is left there.
 */
export class OdtBody implements XmlHandler {
  readonly counts: OdtCounts = { insertions: 0, deletions: 0, hidden: 0, images: 0 };
  readonly notes: NoteLines[] = [];
  readonly #styles: OdtStyles;
  readonly #lists: OdtLists;
  readonly #collector = new LineCollector();
  readonly #path: string[] = [];
  readonly #paragraphs: Paragraph[] = [];
  readonly #cells: Cell[] = [];
  /** For each open row, how many covered cells belong to the cell before. */
  readonly #covered: number[] = [];
  readonly #annotations: Annotation[] = [];
  readonly #remarks = new Map<number, { readonly author: string; readonly text: string }>();
  readonly #named = new Map<string, number>();
  /** Places of the notes that are open in `notes`. */
  readonly #openNotes: number[] = [];
  #lastKey = 0;
  /** Marks that stand between paragraphs: they go to the next one. */
  #pending = '';
  #isInText = false;
  /** How many open elements are inside one that is skipped, itself included. */
  #skipping = 0;
  #characters = 0;

  constructor(styles: OdtStyles) {
    this.#styles = styles;
    this.#lists = new OdtLists(styles);
  }

  lines(): readonly Line[] {
    return this.#collector.lines();
  }

  remarks(): Remarks {
    return this.#remarks;
  }

  open(element: XmlElement): void {
    const name = nameOf(element);
    if (name === 'text:insertion') this.counts.insertions += 1;
    if (name === 'text:deletion') this.counts.deletions += 1;
    if (this.#skipping > 0 || isSkipped(name) || this.#isHidden(name, element)) this.#skipping += 1;
    else if (name === 'office:text') this.#isInText = true;
    else if (this.#isInText) this.#enter(name, element);
    else this.#styles.open(name, element);
    this.#path.push(name);
  }

  close(): void {
    const name = this.#path.pop() ?? '';
    if (this.#skipping > 0) this.#skipping -= 1;
    else if (name === 'office:text') this.#isInText = false;
    else if (this.#isInText) this.#leave(name);
  }

  text(value: string): void {
    if (this.#skipping > 0 || !this.#isInText) return;
    const annotation = this.#annotations.at(-1);
    if (this.#path.at(-1) === 'dc:creator' && annotation !== undefined) annotation.author += value;
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph === undefined || !holdsText(this.#path.at(-1) ?? '')) return;
    for (const part of value.split(/([ \t\r\n]+)/u)) {
      const isSpace = /^[ \t\r\n]/u.test(part);
      if (part === '' || (isSpace && paragraph.afterSpace)) continue;
      this.#add(isSpace ? ' ' : withoutForeignMarks(part));
      paragraph.afterSpace = isSpace;
    }
  }

  #isHidden(name: string, element: XmlElement): boolean {
    if (!this.#isInText || this.#skipping > 0) return false;
    const style = element.attribute('style-name');
    const isHidden =
      (name === 'text:span' && this.#styles.isHidden('text', style)) ||
      ((name === 'text:p' || name === 'text:h') && this.#styles.isHidden('paragraph', style)) ||
      (name === 'text:section' &&
        (element.attribute('display') === 'none' || this.#styles.isHidden('section', style)));
    if (isHidden) this.counts.hidden += 1;
    return isHidden;
  }

  #enter(name: string, element: XmlElement): void {
    switch (name) {
      case 'text:p':
        return this.#openParagraph(null, this.#lists.itemLabel());
      case 'text:h':
        return this.#openHeading(element);
      case 'text:s':
        return this.#add(' '.repeat(Math.min(MAX_REPEATED, integer(element.attribute('c'), 1))), false);
      case 'text:tab':
        return this.#add('\t', false);
      case 'text:line-break':
        return this.#add('\n', true);
      case 'text:list':
        return this.#lists.openList(element);
      case 'text:list-item':
      case 'text:list-header':
        return this.#lists.openItem(element, name === 'text:list-header');
      case 'text:note':
        return this.#openNote();
      case 'text:note-body':
        return this.#collector.openInner();
      case 'office:annotation':
        return this.#openAnnotation(element);
      case 'office:annotation-end':
        return this.#mark(endMark(this.#named.get(element.attribute('name') ?? '') ?? 0));
      case 'table:table-row':
        this.#covered.push(0);
        return this.#collector.openRow();
      case 'table:table-cell':
      case 'table:covered-table-cell':
        return this.#openCell(name, element);
      case 'draw:image':
        this.counts.images += 1;
        return;
      default:
        if (SHAPES.has(name)) this.#collector.openInner();
    }
  }

  #leave(name: string): void {
    switch (name) {
      case 'text:p':
      case 'text:h':
        return this.#closeParagraph();
      case 'text:list':
        return this.#lists.closeList();
      case 'text:list-item':
      case 'text:list-header':
        return this.#lists.closeItem();
      case 'text:note-body':
        return this.#closeNote();
      case 'office:annotation':
        return this.#closeAnnotation();
      case 'table:table-row':
        this.#covered.pop();
        return this.#collector.closeRow();
      case 'table:table-cell':
      case 'table:covered-table-cell':
        return this.#closeCell();
      default:
        if (SHAPES.has(name)) this.#closeShape();
    }
  }

  #openParagraph(level: number | null, label: string): void {
    const text = this.#pending;
    this.#pending = '';
    this.#paragraphs.push({
      text,
      styleId: null,
      outline: undefined,
      endDeleted: false,
      floating: [],
      level,
      label,
      afterSpace: true,
    });
  }

  #openHeading(element: XmlElement): void {
    const level = Math.min(9, Math.max(1, integer(element.attribute('outline-level'), 1)));
    const label = this.#lists.isInList ? this.#lists.itemLabel() : this.#lists.headingLabel(level, element);
    this.#openParagraph(level, label);
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (paragraph !== undefined) this.#collector.addParagraph(paragraph, paragraph.level, paragraph.label);
  }

  #openNote(): void {
    this.#openNotes.push(this.notes.length);
    this.notes.push([]);
    this.#add(noteReference(this.notes.length), false);
  }

  #closeNote(): void {
    const at = this.#openNotes.pop();
    const lines = this.#collector.closeBox();
    if (at !== undefined) this.notes[at] = lines;
  }

  #openAnnotation(element: XmlElement): void {
    this.#lastKey += 1;
    const key = this.#lastKey;
    const name = element.attribute('name');
    this.#mark(startMark(key));
    if (name !== null) this.#named.set(name, key);
    this.#annotations.push({ key, author: '' });
    this.#collector.openInner();
  }

  #closeAnnotation(): void {
    const annotation = this.#annotations.pop();
    const lines = this.#collector.closeBox();
    if (annotation === undefined) return;
    const { text } = takeMarks(lines.map((line) => line.text).join('\n'));
    this.#remarks.set(annotation.key, { author: annotation.author, text });
  }

  #openCell(name: string, element: XmlElement): void {
    const row = this.#covered.length - 1;
    const covered = this.#covered[row] ?? 0;
    const times = Math.min(
      MAX_REPEATED,
      Math.max(1, integer(element.attribute('number-columns-repeated'), 1)),
    );
    const isCovered = name === 'table:covered-table-cell';
    const taken = isCovered ? Math.min(covered, times) : 0;
    const covers = Math.max(1, integer(element.attribute('number-columns-spanned'), 1)) - 1;
    if (row >= 0) this.#covered[row] = isCovered ? covered - taken : covers;
    this.#cells.push({ times: times - taken, covers });
    this.#collector.openInner();
  }

  #closeCell(): void {
    const times = this.#cells.pop()?.times ?? 1;
    this.#characters += (times - 1) * this.#collector.closeCell(times);
    holdLimit('characters', this.#characters, LIMITS.characters);
  }

  #closeShape(): void {
    const lines = this.#collector.closeBox();
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph === undefined) this.#collector.addLines(lines);
    else for (const line of lines) paragraph.floating.push(line);
  }

  /** Marks are no text: white space around them stays what it is. */
  #mark(mark: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph === undefined) this.#pending += mark;
    else paragraph.text += mark;
  }

  #add(text: string, afterSpace?: boolean): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph === undefined) return;
    this.#characters += text.length;
    holdLimit('characters', this.#characters, LIMITS.characters);
    paragraph.text += text;
    if (afterSpace !== undefined) paragraph.afterSpace = afterSpace;
  }
}
