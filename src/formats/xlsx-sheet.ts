import { serialText } from './spreadsheet-dates.ts';
import type { SheetBuilder, TableBudget } from './sheet-builder.ts';
import { unescapeXlsx } from './xlsx-strings.ts';
import type { CellDates } from './xlsx-styles.ts';
import type { XmlElement, XmlHandler } from './xml.ts';

export interface XlsxContext {
  readonly strings: readonly string[];
  readonly dates: CellDates;
  readonly is1904: boolean;
}

interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly style: number;
}

/** Walks one worksheet part. Cells without a reference follow the one before; formulas give the value kept with them. */
export class XlsxSheetHandler implements XmlHandler {
  readonly #builder: SheetBuilder;
  readonly #budget: TableBudget;
  readonly #context: XlsxContext;
  readonly #path: string[] = [];
  #row = -1;
  #column = -1;
  #cell: OpenCell | null = null;
  #value = '';
  #inline = '';
  #phonetic = 0;

  constructor(builder: SheetBuilder, budget: TableBudget, context: XlsxContext) {
    this.#builder = builder;
    this.#budget = budget;
    this.#context = context;
  }

  open(element: XmlElement): void {
    this.#path.push(element.name);
    if (element.name === 'row') this.#openRow(element);
    else if (element.name === 'c') this.#openCell(element);
    else if (element.name === 'rPh') this.#phonetic += 1;
    else if (element.name === 'mergeCell') this.#merge(element.attribute('ref') ?? '');
  }

  close(): void {
    const name = this.#path.pop();
    if (name === 'rPh') this.#phonetic -= 1;
    if (name !== 'c' || this.#cell === null) return;
    const { row, column } = this.#cell;
    this.#builder.put(row, column, this.#textOf(this.#cell));
    this.#cell = null;
  }

  text(value: string): void {
    if (this.#cell === null) return;
    const name = this.#path.at(-1);
    if (name === 'v') this.#value += value;
    else if (name === 't' && this.#phonetic === 0) this.#inline += value;
  }

  #openRow(element: XmlElement): void {
    this.#budget.count();
    const number = Number(element.attribute('r') ?? this.#row + 2);
    this.#row = Number.isSafeInteger(number) && number > 0 ? number - 1 : this.#row + 1;
    this.#column = -1;
  }

  #openCell(element: XmlElement): void {
    this.#budget.count();
    const place = placeOf(element.attribute('r') ?? '');
    this.#column = place?.column ?? this.#column + 1;
    this.#cell = {
      row: place?.row ?? Math.max(0, this.#row),
      column: this.#column,
      type: element.attribute('t') ?? 'n',
      style: Number(element.attribute('s') ?? 0),
    };
    this.#value = '';
    this.#inline = '';
  }

  #textOf({ type, style }: OpenCell): string {
    const value = this.#value;
    switch (type) {
      case 's':
        return this.#context.strings[Number(value.trim())] ?? '';
      case 'inlineStr':
        return unescapeXlsx(this.#inline);
      case 'str':
        return unescapeXlsx(value);
      case 'b':
        return value.trim() === '' ? '' : value.trim() === '1' ? 'true' : 'false';
      case 'e':
        return '';
      case 'd':
        return value.replace(/T00:00(?::00(?:\.0+)?)?Z?$/u, '').replace('T', ' ');
      default:
        return this.#numberText(value.trim(), style);
    }
  }

  #numberText(value: string, style: number): string {
    const number = Number(value);
    if (value === '' || !Number.isFinite(number)) return value;
    const parts = this.#context.dates[style] ?? null;
    const date = parts === null ? null : serialText(number, parts, this.#context.is1904);
    return date ?? String(number);
  }

  #merge(reference: string): void {
    const [from, to] = reference.split(':').map(placeOf);
    if (from == null || to == null) return;
    this.#builder.mergeRows({ row: from.row, column: from.column, endRow: to.row + 1 });
  }
}

/** `C5` as row 4 and column 2; `null` for anything else. */
function placeOf(reference: string): { readonly row: number; readonly column: number } | null {
  const match = /^\$?([A-Z]{1,4})\$?(\d{1,7})$/u.exec(reference);
  if (match === null) return null;
  const [, letters = '', digits = ''] = match;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(digits) - 1;
  return row < 0 ? null : { row, column: column - 1 };
}
