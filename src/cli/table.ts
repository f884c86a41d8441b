/** Rows as an aligned text table: numbers to the right, texts to the left. Widths count grapheme clusters. */
export function textTable(
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const cells = rows.map((row) => row.map(String));
  const widths = header.map((title, column) =>
    Math.max(width(title), ...cells.map((row) => width(row[column] ?? ''))),
  );
  const line = (row: readonly string[], right: (column: number) => boolean) =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0, right(column)))
      .join('  ')
      .trimEnd();
  const isNumber = (column: number) =>
    rows.length > 0 && rows.every((row) => typeof row[column] === 'number');
  return [
    line([...header], isNumber),
    widths.map((each) => '─'.repeat(each)).join('  '),
    ...cells.map((row) => line(row, isNumber)),
  ].join('\n');
}

const segmenter = new Intl.Segmenter('fr');

function width(text: string): number {
  return [...segmenter.segment(text)].length;
}

function pad(text: string, to: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, to - width(text)));
  return right ? space + text : text + space;
}
