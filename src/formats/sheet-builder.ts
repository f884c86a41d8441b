import { normaliseText } from '../text/normalise.ts';
import { LIMITS } from './limits.ts';
import { FormatError, holdLimit } from './parsed-document.ts';
import type { ParsedSheet } from './parsed-table.ts';

/** What all sheets of a file may hold together. Errors: `format.too-large` (`what`: `cells`, `characters`). */
export class TableBudget {
  #cells = 0;
  #characters = 0;

  /** Counts a cell or a row that the file names, whether or not it holds something. */
  count(number = 1): void {
    this.#cells += number;
    holdLimit('cells', this.#cells, LIMITS.tableCells);
  }

  keep(text: string): void {
    this.#characters += text.length;
    holdLimit('characters', this.#characters, LIMITS.characters);
  }
}

/** A cell that stands for several rows. */
interface Merge {
  readonly row: number;
  readonly column: number;
  /** Behind its last row. */
  readonly endRow: number;
}

/** Takes cells in any order and gives the rows of a sheet. Rows and columns count from 0. */
export class SheetBuilder {
  readonly #rows: string[][] = [];
  readonly #merges: Merge[] = [];
  readonly #budget: TableBudget;

  constructor(budget: TableBudget) {
    this.#budget = budget;
  }

  /** Error: `format.too-large` (`what`: `rows`, `columns`, `cells`, `characters`). Blank cells take no place. */
  put(row: number, column: number, raw: string): void {
    const text = normaliseText(raw).text;
    if (text.trim() === '') return;
    holdLimit('rows', row + 1, LIMITS.tableRows);
    holdLimit('columns', column + 1, LIMITS.tableColumns);
    this.#budget.keep(text);
    while (this.#rows.length <= row) this.#rows.push([]);
    const cells = this.#rows[row];
    if (cells === undefined) throw new FormatError('format.unreadable', { reason: 'cell' });
    while (cells.length < column) cells.push('');
    cells[column] = text;
  }

  /** Cells of one column that were merged: what stands in the first holds for every row. */
  mergeRows(merge: Merge): void {
    this.#budget.count();
    if (merge.endRow - merge.row > 1) this.#merges.push(merge);
  }

  finish(name: string, isHidden: boolean): ParsedSheet {
    for (const { row, column, endRow } of this.#merges) {
      const text = this.#rows[row]?.[column] ?? '';
      const end = Math.min(endRow, this.#rows.length);
      if (text === '' || end <= row) continue;
      this.#budget.count(end - row);
      for (let at = row + 1; at < end; at += 1) this.put(at, column, text);
    }
    return { name, isHidden, rows: this.#rows };
  }
}
