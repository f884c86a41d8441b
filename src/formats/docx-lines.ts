import { LIMITS } from './limits.ts';
import { holdLimit } from './parsed-document.ts';

/** One paragraph as read: its text may hold line breaks. */
export interface Line {
  readonly text: string;
  /** 1 to 9; `null` for body text and for everything inside tables and text boxes. */
  readonly level: number | null;
}

/** The paragraph that is being read. */
export interface OpenParagraph {
  text: string;
  styleId: string | null;
  /** Its own outline level, as written; `undefined` when only its style decides. */
  outline: string | null | undefined;
  /** The list it says it belongs to, and the level in it, as written. */
  listId?: string | null;
  listLevel?: string | null;
  /** The end of the paragraph was deleted with change tracking: it goes on in the next one. */
  endDeleted: boolean;
  /** Paragraphs of text boxes anchored here: they follow. */
  readonly floating: Line[];
}

interface Sink {
  readonly lines: Line[];
  /** Text of paragraphs whose end was deleted. */
  carried: string | null;
}

interface Row {
  readonly cells: string[];
  deleted: boolean;
}

/**
 * Puts paragraphs, cells, rows and text boxes into one sequence of lines. A row becomes one line with its cells
 * separated by tabs; a cell of several paragraphs keeps them as lines, so that what is said stays readable.
 */
export class LineCollector {
  readonly #sinks: Sink[] = [{ lines: [], carried: null }];
  readonly #rows: Row[] = [];
  #count = 0;

  /** Everything collected; for the end of the document. */
  lines(): readonly Line[] {
    return this.#closed(this.#sinks[0]);
  }

  /** `label` is the number or the bullet of a list, for a paragraph that says something. */
  addParagraph(paragraph: OpenParagraph, level: number | null, label = ''): void {
    const sink = this.#sinks.at(-1);
    if (sink === undefined) return;
    this.#count += 1;
    holdLimit('lines', this.#count, LIMITS.lines);
    const said = (sink.carried ?? '') + paragraph.text;
    const text = label === '' || said.trim() === '' || paragraph.endDeleted ? said : `${label} ${said}`;
    sink.carried = null;
    if (paragraph.endDeleted) sink.carried = text;
    // A break in a heading is layout: it is one title all the same.
    else if (level !== null && this.#sinks.length === 1)
      sink.lines.push({ text: text.replaceAll('\n', ' '), level });
    else sink.lines.push({ text, level: null });
    this.addLines(paragraph.floating);
  }

  /** Paragraphs go elsewhere until `closeBox` or `closeCell`. */
  openInner(): void {
    this.#sinks.push({ lines: [], carried: null });
  }

  closeBox(): readonly Line[] {
    return this.#closed(this.#sinks.pop());
  }

  openRow(): void {
    this.#rows.push({ cells: [], deleted: false });
  }

  /** Adds the cell to its row, as many times as the file says that it stands there; answers its characters. */
  closeCell(times = 1): number {
    const lines = this.#closed(this.#sinks.pop());
    const text = lines.map((line) => line.text).join('\n');
    for (let count = 0; count < times; count += 1) this.#rows.at(-1)?.cells.push(text);
    return text.length;
  }

  addLines(lines: readonly Line[]): void {
    // One by one: a text box may hold more lines than a call takes arguments.
    for (const line of lines) this.#sinks.at(-1)?.lines.push(line);
  }

  deleteRow(): void {
    const row = this.#rows.at(-1);
    if (row !== undefined) row.deleted = true;
  }

  closeRow(): void {
    const row = this.#rows.pop();
    if (row === undefined || row.deleted) return;
    this.#sinks.at(-1)?.lines.push({ text: row.cells.join('\t'), level: null });
  }

  #closed(sink: Sink | undefined): readonly Line[] {
    if (sink === undefined) return [];
    const carried = sink.carried === null ? [] : [{ text: sink.carried, level: null }];
    return [...sink.lines, ...carried];
  }
}
