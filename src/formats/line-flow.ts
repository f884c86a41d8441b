import type { Line } from './docx-lines.ts';
import { LIMITS } from './limits.ts';
import { holdLimit } from './parsed-document.ts';

/**
 * Puts paragraphs, cells and rows into one sequence of lines, for formats that are read element by element. A row
 * becomes one line with its cells separated by tabs; a cell of several paragraphs keeps them as lines.
 */
export class LineFlow {
  readonly #sinks: Line[][] = [[]];
  readonly #rows: string[][] = [];
  #characters = 0;
  #count = 0;

  /** Everything collected outside of inner texts. */
  lines(): readonly Line[] {
    return this.#sinks[0] ?? [];
  }

  add(text: string, level: number | null = null): void {
    this.#count += 1;
    holdLimit('lines', this.#count, LIMITS.lines);
    this.#characters += text.length + 1;
    holdLimit('characters', this.#characters, LIMITS.characters);
    // Inside a cell or a note nothing is a heading; a break in a heading is layout, and it is one title all the same.
    const isHeading = level !== null && this.#sinks.length === 1;
    const line = isHeading ? { text: text.replaceAll('\n', ' '), level } : { text, level: null };
    this.#sinks.at(-1)?.push(line);
  }

  /** Paragraphs go elsewhere until `closeInner` or `closeCell`. */
  openInner(): void {
    this.#sinks.push([]);
  }

  closeInner(): readonly Line[] {
    return (this.#sinks.length > 1 ? this.#sinks.pop() : undefined) ?? [];
  }

  openRow(): void {
    this.#rows.push([]);
  }

  closeCell(): void {
    const cell = this.closeInner().map(({ text }) => text);
    this.#rows.at(-1)?.push(cell.join('\n'));
  }

  closeRow(): void {
    const cells = this.#rows.pop() ?? [];
    if (cells.length > 0) this.#sinks.at(-1)?.push({ text: cells.join('\t'), level: null });
  }
}
