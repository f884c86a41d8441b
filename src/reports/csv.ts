import Papa from 'papaparse';

export type Cell = string | number;
/** One line of a table by its columns' names. */
export type TableRecord<C extends string = string> = Readonly<Record<C, Cell>>;

const BYTE_ORDER_MARK = '\uFEFF';
/** What spreadsheets take for the beginning of a formula, in its plain and its full-width form. */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/u;
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/u;

/**
 * A table as CSV for spreadsheets: UTF-8 with a byte order mark, CRLF, a line of column names. Cells that a
 * spreadsheet would run as a formula begin with an apostrophe; numbers stay numbers.
 */
export function toCsv(
  columns: readonly string[],
  records: readonly TableRecord[],
  delimiter: ',' | ';',
): string {
  const lines = records.map((record) => columns.map((column) => neutralised(record[column] ?? '')));
  const csv = Papa.unparse([columns.map(neutralised), ...lines], { delimiter, newline: '\r\n' });
  return `${BYTE_ORDER_MARK}${csv}\r\n`;
}

/** A cell that no spreadsheet takes for a formula. */
export function neutralised(cell: Cell): Cell {
  if (typeof cell === 'number' || !FORMULA_START.test(cell) || NUMBER.test(cell)) return cell;
  return `'${cell}`;
}
