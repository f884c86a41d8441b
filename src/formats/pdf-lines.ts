/** A stretch of characters as a page places it, in points; `y` is the baseline and grows upwards. */
export interface Fragment {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Height of the font. */
  readonly size: number;
}

/** Fragments on one baseline, within one column. */
export interface PdfLine {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
  /** Number of the page, from 0. */
  readonly page: number;
  /** Number of the block of lines that one column or one full-width stretch makes; unique in the document. */
  readonly block: number;
}

/** Parts of the font size. */
const SAME_BASELINE = 0.45;
const WORD_SPACE = 0.14;
const CELL_SPACE = 2.2;
/** Wider than any space of a row that nothing stretches to the right edge. */
const WIDEST_SPACE = 4;
const RAISED = 0.15;
/** Times the narrowest gap of a justified row. */
const UNEQUAL = 1.8;
/** Points by which a justified row may miss the edge. */
const EDGE = 3;
const SMALL = 0.8;

/** Rows from the top: fragments whose baselines are the same but for raised and lowered signs, each from the left. */
export function rowsOf(fragments: readonly Fragment[]): Fragment[][] {
  const rows: { y: number; size: number; members: Fragment[] }[] = [];
  for (const fragment of fragments.toSorted((a, b) => b.y - a.y)) {
    const row = rows.at(-1);
    const reach = SAME_BASELINE * Math.max(row?.size ?? 0, fragment.size);
    if (row !== undefined && row.y - fragment.y <= reach) {
      row.members.push(fragment);
      // The baseline is that of the larger letters, not of a raised number that came first.
      if (fragment.size > row.size * 1.1) row.y = fragment.y;
      row.size = Math.max(row.size, fragment.size);
    } else rows.push({ y: fragment.y, size: fragment.size, members: [fragment] });
  }
  return rows.map(({ members }) => members.toSorted((a, b) => a.x - b.x));
}

export interface LinePlace extends Pick<PdfLine, 'page' | 'block'> {
  /** The edges of the block: a row that reaches both is justified, and its spaces may be wide. */
  readonly left: number;
  readonly right: number;
}

/** Writes a row as a line: a space where the gap is one, a tab where it is that of a table's cells, `[1]` for a note. */
export function lineOf(row: readonly Fragment[], { page, block, left, right }: LinePlace): PdfLine {
  const size = Math.max(...row.map((fragment) => fragment.size));
  const base = row.find((fragment) => fragment.size === size)?.y ?? 0;
  const cellGap = cellGapOf(row, size, left, right);
  let text = '';
  let endX: number | null = null;
  for (const fragment of row) {
    const isNote = fragment.size < size * SMALL && fragment.y > base + size * RAISED;
    const gap = endX === null ? 0 : fragment.x - endX;
    text = `${text}${spaceFor(gap, { size, cellGap }, text, fragment.text)}${isNote ? noteMark(fragment.text) : fragment.text}`;
    endX = fragment.x + fragment.width;
  }
  return {
    text: tidy(text),
    x0: row[0]?.x ?? 0,
    x1: Math.max(...row.map(({ x, width }) => x + width)),
    y: base,
    size,
    page,
    block,
  };
}

/**
 * From which gap on another cell begins. In a justified row it is clearly wider than the other gaps; in a row
 * that ends elsewhere the gaps may all be alike, as in a table of even columns.
 */
function cellGapOf(row: readonly Fragment[], size: number, left: number, right: number): number {
  const gaps = row.flatMap((fragment, at) => {
    const before = row[at - 1];
    const gap = before === undefined ? 0 : fragment.x - before.x - before.width;
    return gap > size * WORD_SPACE ? [gap] : [];
  });
  const last = row.at(-1);
  const reachesRight = last !== undefined && Math.abs(last.x + last.width - right) < EDGE;
  const isJustified = reachesRight && Math.abs((row[0]?.x ?? 0) - left) < EDGE;
  if (!isJustified && gaps.length < 2) return size * CELL_SPACE;
  const unequal = Math.max(size * CELL_SPACE, Math.min(...gaps) * UNEQUAL);
  return reachesRight ? unequal : Math.min(size * WIDEST_SPACE, unequal);
}

function spaceFor(
  gap: number,
  { size, cellGap }: { readonly size: number; readonly cellGap: number },
  before: string,
  after: string,
): string {
  if (gap > cellGap) return '\t';
  return gap > size * WORD_SPACE && !/\s$/u.test(before) && !/^\s/u.test(after) ? ' ' : '';
}

/** A raised number: whether a note belongs to it is seen later, so it is marked by a sign that no text has. */
export const NOTE_MARK = /\uE0F0(\d{1,3})\uE0F1/gu;
function noteMark(text: string): string {
  return text.replace(/^\s*(\d{1,3})\s*$/u, '\uE0F0$1\uE0F1');
}

function tidy(text: string): string {
  return text
    .replaceAll(/ *\t[ \t]*/gu, '\t')
    .replaceAll(/ {2,}/gu, ' ')
    .trim()
    .replace(/^[•◦▪●○■‣\uE000-\uE0EF\uE0F2-\uF8FF][ \t\u00A0]*/u, '• ')
    .replace(/^(\d{1,3}[.)]|[a-z][.)]|[–—-])\t/u, '$1 ');
}
