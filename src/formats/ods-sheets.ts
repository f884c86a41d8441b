import { odsValue, repeats } from './ods-cells.ts';
import { LIMITS } from './limits.ts';
import { nameOf } from './odt-vocabulary.ts';
import { holdLimit } from './parsed-document.ts';
import type { ParsedSheet } from './parsed-table.ts';
import { SheetBuilder, type TableBudget } from './sheet-builder.ts';
import type { XmlElement, XmlHandler } from './xml.ts';

interface OpenCell {
  readonly column: number;
  /** How many cells side by side it stands for. */
  readonly width: number;
  readonly rows: number;
  readonly value: string | null;
}

/** A cell that holds something, until its row is at its end: only there it is known how often the row repeats. */
interface KeptCell extends OpenCell {
  readonly text: string;
}

/** What stands in a cell and is not its value. */
const NOT_VALUES = new Set(['office:annotation', 'draw:frame', 'draw:g', 'table:table']);

/** Walks the content part of a spreadsheet. Repeated blank cells and rows take no place; repeated others count. */
export class OdsSheetsHandler implements XmlHandler {
  readonly sheets: ParsedSheet[] = [];
  readonly #budget: TableBudget;
  readonly #hiddenStyles = new Set<string>();
  readonly #path: string[] = [];
  #style = '';
  #builder: SheetBuilder | null = null;
  #sheet = { name: '', isHidden: false };
  #row = 0;
  #rowRepeats = 1;
  #column = 0;
  #cell: OpenCell | null = null;
  #kept: KeptCell[] = [];
  #paragraphs: string[] = [];
  /** Depth of elements whose content is not the cell's value. */
  #aside = 0;

  constructor(budget: TableBudget) {
    this.#budget = budget;
  }

  open(element: XmlElement): void {
    const name = nameOf(element);
    this.#path.push(name);
    if (this.#aside > 0 || (this.#cell !== null && NOT_VALUES.has(name))) {
      this.#aside += 1;
      return;
    }
    switch (name) {
      case 'style:style':
        this.#style = element.attribute('name') ?? '';
        break;
      case 'style:table-properties':
        if (element.attribute('display') === 'false') this.#hiddenStyles.add(this.#style);
        break;
      case 'table:table':
        this.#openTable(element);
        break;
      case 'table:table-row':
        this.#budget.count();
        this.#rowRepeats = repeats(element, 'number-rows-repeated');
        this.#column = 0;
        this.#kept = [];
        break;
      case 'table:table-cell':
      case 'table:covered-table-cell':
        this.#openCell(element);
        break;
      default:
        this.#openText(name, element);
    }
  }

  close(): void {
    const name = this.#path.pop();
    if (this.#aside > 0) {
      this.#aside -= 1;
      return;
    }
    if (name === 'table:table-cell' || name === 'table:covered-table-cell') this.#closeCell();
    else if (name === 'table:table-row') this.#closeRow();
    else if (name === 'table:table' && this.#builder !== null) {
      this.sheets.push(this.#builder.finish(this.#sheet.name, this.#sheet.isHidden));
      this.#builder = null;
    }
  }

  text(value: string): void {
    if (this.#cell === null || this.#aside > 0 || !this.#path.includes('text:p')) return;
    this.#add(value);
  }

  #openTable(element: XmlElement): void {
    holdLimit('sheets', this.sheets.length + 1, LIMITS.sheets);
    const isHidden = this.#hiddenStyles.has(element.attribute('style-name') ?? '');
    this.#sheet = { name: element.attribute('name') ?? '', isHidden };
    this.#builder = new SheetBuilder(this.#budget);
    this.#row = 0;
  }

  #openCell(element: XmlElement): void {
    this.#budget.count();
    this.#cell = {
      column: this.#column,
      width: repeats(element, 'number-columns-repeated'),
      rows: repeats(element, 'number-rows-spanned'),
      value: odsValue(element),
    };
    this.#paragraphs = [];
  }

  #openText(name: string, element: XmlElement): void {
    if (this.#cell === null) return;
    if (name === 'text:p') this.#paragraphs.push('');
    else if (name === 'text:s') this.#add(' '.repeat(Math.min(repeats(element, 'c'), 1_000)));
    else if (name === 'text:tab') this.#add('\t');
    else if (name === 'text:line-break') this.#add('\n');
  }

  #add(text: string): void {
    const last = this.#paragraphs.length - 1;
    if (last >= 0) this.#paragraphs[last] += text;
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = null;
    if (cell === null) return;
    this.#column += cell.width;
    const text = cell.value ?? this.#paragraphs.join('\n');
    if (text.trim() !== '') this.#kept.push({ ...cell, text });
  }

  #closeRow(): void {
    const end = this.#row + this.#rowRepeats;
    if (this.#kept.length > 0) {
      holdLimit('rows', end, LIMITS.tableRows);
      for (let row = this.#row; row < end; row += 1) this.#putRow(row);
    }
    this.#row = end;
  }

  #putRow(row: number): void {
    for (const { column, width, rows, text } of this.#kept) {
      holdLimit('columns', column + width, LIMITS.tableColumns);
      this.#budget.count(width);
      for (let at = column; at < column + width; at += 1) this.#builder?.put(row, at, text);
      if (rows > 1) this.#builder?.mergeRows({ row, column, endRow: row + rows });
    }
  }
}
