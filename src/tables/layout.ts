import { fold } from '../text/fold.ts';
import { inferType } from './infer.ts';
import { oneLine } from './cell-value.ts';

/** A row below the header, with its number in the sheet, 1 for the first. */
export interface DataRow {
  readonly number: number;
  readonly cells: readonly string[];
}

export interface TableLayout {
  /** Number of the row with the titles, 1 for the first; 0 when there is none. */
  readonly headerRow: number;
  /** One title per column, each once; empty where nothing was written and no title could be made. */
  readonly titles: readonly string[];
  readonly rows: readonly DataRow[];
}

/** Titles stand within the first rows that hold something. */
const HEADER_WITHIN = 10;
/** A header names most columns; a line of title above the table fills one or two. */
const HEADER_FILLED = 0.6;
const MAX_TITLE = 1_000;

/**
 * Finds titles and rows of a sheet. `headerRow` is what a person chose (0: no titles); absent, the first row that names
 * most columns, each differently, with words rather than values. `unnamed` makes the title of a column from its
 * letters.
 */
export function layoutOf(
  sheet: readonly (readonly string[])[],
  unnamed: (letters: string) => string,
  headerRow: number = guessHeaderRow(sheet),
): TableLayout {
  const rows = sheet.flatMap((cells, index): DataRow[] => {
    const isData = index >= headerRow && cells.some((cell) => oneLine(cell) !== '');
    return isData ? [{ number: index + 1, cells }] : [];
  });
  const header = headerRow === 0 ? [] : (sheet[headerRow - 1] ?? []);
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), header.length);
  return { headerRow, titles: distinctTitles(header, width, unnamed), rows };
}

export function guessHeaderRow(sheet: readonly (readonly string[])[]): number {
  const first = sheet
    .map((cells, index) => ({ index, filled: cells.map(oneLine).filter((cell) => cell !== '') }))
    .filter(({ filled }) => filled.length > 0)
    .slice(0, HEADER_WITHIN * 5);
  const width = Math.max(0, ...first.map(({ filled }) => filled.length));
  const candidate = first
    .slice(0, HEADER_WITHIN)
    .find(({ filled }) => filled.length >= width * HEADER_FILLED);
  if (candidate === undefined || (first.length === 1 && width === 1)) return 0;
  const { filled, index } = candidate;
  const isEachOnce = new Set(filled.map((title) => fold(title).folded)).size === filled.length;
  const words = filled.filter((title) => !isValue(title)).length;
  return isEachOnce && words >= filled.length * HEADER_FILLED ? index + 1 : 0;
}

const TIME = /^\d{1,3}:\d{2}(?::\d{2})?$/u;

/** A number, a date, a time, a yes: what stands in rows, not in titles. */
function isValue(text: string): boolean {
  return TIME.test(text) || !['text', 'category'].includes(inferType([text]));
}

function distinctTitles(
  header: readonly string[],
  width: number,
  unnamed: (letters: string) => string,
): string[] {
  const taken = new Set<string>();
  return Array.from({ length: width }, (_none, column) => {
    const own = oneLine(header[column] ?? '')
      .slice(0, MAX_TITLE - 8)
      .toWellFormed();
    const title = own === '' ? unnamed(lettersOf(column)) : own;
    let free = title;
    for (let number = 2; taken.has(free); number += 1) free = `${title} (${number})`;
    taken.add(free);
    return free;
  });
}

/** `A`, `B`… `Z`, `AA`: a column as spreadsheets call it. */
export function lettersOf(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** The cells of one column, one for each row. */
export function columnCells(rows: readonly DataRow[], column: number): string[] {
  return rows.map(({ cells }) => cells[column] ?? '');
}
