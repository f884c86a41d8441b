import type { Line } from './docx-lines.ts';
import { BULLET } from './list-numbers.ts';
import { TextParts } from './text-parts.ts';

interface TableLevel {
  /** Paragraphs of the cell that is being read. */
  readonly lines: Line[];
  readonly cells: string[];
}

const TYPED_LABEL = /^([•◦▪–-]|\(?[\p{L}\p{N}]{1,5}[.)])\t/u;

/** A text with paragraphs and tables: the document, a note, a comment, a text box, the label of a list item. */
export class RtfStory {
  readonly #lines: Line[] = [];
  /** Open tables, the outermost first. */
  readonly #tables: TableLevel[] = [];
  /** Paragraphs of text boxes anchored in the paragraph that is being read: they follow. */
  #floating: Line[] = [];
  readonly #text = new TextParts();
  #label = '';

  add(text: string): void {
    this.#text.add(text);
  }

  /** The number or bullet of the paragraph that begins. */
  label(text: string): void {
    this.#label = listLabel(text);
  }

  float(lines: readonly Line[]): void {
    this.#floating.push(...lines.map(({ text }) => ({ text, level: null })));
  }

  /** `isHanging` of a paragraph whose first line stands out to the left, as those of lists do. */
  endParagraph(tableLevel: number, level: number | null, isHanging = false): void {
    const said = this.#said(isHanging);
    const text = this.#label === '' || said.trim() === '' ? said : `${this.#label} ${said}`;
    this.#label = '';
    const isHeading = level !== null && tableLevel === 0;
    this.#closeDeeper(tableLevel);
    const lines = this.#linesAt(tableLevel);
    // A break in a heading is layout: it is one title all the same.
    lines.push(
      isHeading ? { text: text.replaceAll('\n', ' '), level } : { text, level: null },
      ...this.#floating,
    );
    this.#floating = [];
  }

  endCell(tableLevel: number): void {
    // Some writers end the paragraph before they end the cell.
    const isEnded = this.#text.isEmpty && (this.#tables[tableLevel - 1]?.lines.length ?? 0) > 0;
    if (!isEnded) this.endParagraph(tableLevel, null);
    const table = this.#tables[tableLevel - 1];
    if (table === undefined) return;
    table.cells.push(table.lines.map(({ text }) => text).join('\n'));
    table.lines.length = 0;
  }

  endRow(tableLevel: number): void {
    this.#closeDeeper(tableLevel);
    const table = this.#tables[tableLevel - 1];
    if (table === undefined) return;
    // What follows the last cell is no text, but nothing is lost if it is.
    const rest = table.lines.splice(0).map(({ text }) => text);
    const cells = [...table.cells.splice(0), ...rest];
    if (cells.length > 0) this.#linesAt(tableLevel - 1).push({ text: cells.join('\t'), level: null });
  }

  /** All lines; the text ends here. */
  end(tableLevel: number): readonly Line[] {
    if (!this.#text.isEmpty || this.#floating.length > 0) this.endParagraph(tableLevel, null);
    this.#closeDeeper(0);
    return this.#lines;
  }

  /** Programs that know no lists write the number as text, and a tab. */
  #said(isHanging: boolean): string {
    const said = this.#text.take();
    const typed = isHanging && this.#label === '' ? TYPED_LABEL.exec(said) : null;
    if (typed === null) return said;
    this.label(typed[1] ?? '');
    return said.slice(typed[0].length);
  }

  #linesAt(tableLevel: number): Line[] {
    while (this.#tables.length < tableLevel) this.#tables.push({ lines: [], cells: [] });
    return this.#tables[tableLevel - 1]?.lines ?? this.#lines;
  }

  /** Rows of inner tables that nobody ended. */
  #closeDeeper(tableLevel: number): void {
    for (let level = this.#tables.length; level > tableLevel; level -= 1) {
      const table = this.#tables.pop();
      const cells = table === undefined ? [] : [...table.cells, ...table.lines.map(({ text }) => text)];
      if (cells.length > 0) this.#linesAt(level - 1).push({ text: cells.join('\t'), level: null });
    }
  }
}

/** Numbers as they are written; every drawing that is no number is the same bullet, and so is Word's round « o ». */
function listLabel(text: string): string {
  const label = text.trim();
  if (label === '') return '';
  return label === 'o' || !/[\p{L}\p{N}]/u.test(label) ? BULLET : label;
}
