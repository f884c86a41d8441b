import type { Cell, TableRecord } from './csv.ts';

const GAP = '  ';

/** A table in plain text for a terminal: aligned columns, numbers to the right, a rule below the names. */
export function toText(columns: readonly string[], records: readonly TableRecord[]): string {
  const cells = records.map((record) => columns.map((column) => record[column] ?? ''));
  const widths = columns.map((column, index) =>
    cells.reduce((widest, row) => Math.max(widest, width(row[index] ?? '')), width(column)),
  );
  const isNumeric = columns.map(
    (_, index) => cells.length > 0 && cells.every((row) => isFigure(row[index] ?? '')),
  );
  const line = (row: readonly Cell[]): string =>
    row
      .map((cell, index) => aligned(cell, widths[index] ?? 0, isNumeric[index] ?? false))
      .join(GAP)
      .trimEnd();
  const rule = widths.map((each) => '─'.repeat(each)).join(GAP);
  return `${[line(columns), rule, ...cells.map(line)].join('\n')}\n`;
}

/** Numbers, and numbers over numbers: `5/8`. */
function isFigure(cell: Cell): boolean {
  return typeof cell === 'number' || /^\d+\/\d+$/u.test(cell);
}

function aligned(cell: Cell, columnWidth: number, toTheRight: boolean): string {
  const fill = ' '.repeat(Math.max(0, columnWidth - width(cell)));
  return toTheRight ? fill + printed(cell) : printed(cell) + fill;
}

/** One line, without the control characters that would move a terminal's cursor. */
function printed(cell: Cell): string {
  return String(cell).replaceAll(/\p{Cc}+/gu, ' ');
}

/** Columns of a terminal: marks that stand on another letter take none. */
function width(cell: Cell): number {
  return [...printed(cell)].filter((character) => !/\p{M}/u.test(character)).length;
}
