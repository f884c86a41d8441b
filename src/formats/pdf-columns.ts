import { rowsOf, type Fragment } from './pdf-lines.ts';

/** Rows that are read one after the other before the next block begins. */
export type Block = readonly (readonly Fragment[])[];

/** A gutter has at least so many rows on either side. */
const MIN_ROWS = 4;
/** A column is at least this part of the width: the names of speakers at the left of a table are none. */
const MIN_WIDTH = 0.25;
const GUTTER = 0.6;
const MAX_COLUMNS_DEPTH = 4;

/**
 * The fragments of a page in reading order: columns that a gutter divides are read one after the other, between the
 * rows that go across it.
 */
export function readingOrder(fragments: readonly Fragment[], depth = 0): Block[] {
  const rows = rowsOf(fragments);
  const gutter = depth < MAX_COLUMNS_DEPTH ? findGutter(rows) : null;
  if (gutter === null) return rows.length === 0 ? [] : [rows];
  const blocks: Block[] = [];
  let left: Fragment[] = [];
  let right: Fragment[] = [];
  let across: Fragment[] = [];
  const closeColumns = (): void => {
    blocks.push(...readingOrder(left, depth + 1), ...readingOrder(right, depth + 1));
    left = [];
    right = [];
  };
  const closeAcross = (): void => {
    if (across.length > 0) blocks.push(rowsOf(across));
    across = [];
  };
  for (const row of rows) {
    if (crosses(row, gutter)) {
      closeColumns();
      for (const fragment of row) across.push(fragment);
    } else {
      closeAcross();
      for (const fragment of row) (fragment.x < gutter ? left : right).push(fragment);
    }
  }
  closeColumns();
  closeAcross();
  return blocks;
}

function crosses(row: readonly Fragment[], x: number): boolean {
  if (row.some((fragment) => fragment.x < x - 1 && fragment.x + fragment.width > x + 1)) return true;
  const before = row.findLast((fragment) => fragment.x < x);
  const after = row.find((fragment) => fragment.x >= x);
  // Two fragments with no more than a word space between are one line that happens to be cut here.
  return (
    before !== undefined && after !== undefined && after.x - before.x - before.width < before.size * GUTTER
  );
}

/** The lowest and the highest; there may be more numbers than a call takes arguments. */
function reach(numbers: readonly number[]): { readonly low: number; readonly high: number } {
  let [low, high] = [Infinity, -Infinity];
  for (const number of numbers) {
    low = Math.min(low, number);
    high = Math.max(high, number);
  }
  return { low, high };
}

function findGutter(rows: readonly (readonly Fragment[])[]): number | null {
  const all = rows.flat();
  const { low: x0 } = reach(all.map(({ x }) => x));
  const { high: x1 } = reach(all.map(({ x, width }) => x + width));
  const width = x1 - x0;
  const starts = new Set(all.map(({ x }) => Math.round(x) - 2));
  let best: { readonly x: number; readonly score: number } | null = null;
  for (const x of starts) {
    if (x < x0 + width * MIN_WIDTH || x > x1 - width * MIN_WIDTH) continue;
    const score = scoreOf(rows, x, width);
    if (score > (best?.score ?? 0)) best = { x, score };
  }
  return best?.x ?? null;
}

/** How many rows speak for a gutter at this place; 0 when it is none. */
function scoreOf(rows: readonly (readonly Fragment[])[], x: number, width: number): number {
  const free = rows.filter((row) => !crosses(row, x));
  const left = free.map((row) => row.filter((fragment) => fragment.x < x)).filter((row) => row.length > 0);
  const right = free.map((row) => row.filter((fragment) => fragment.x >= x)).filter((row) => row.length > 0);
  const pairs = Math.min(left.length, right.length);
  const across = rows.length - free.length;
  if (pairs < MIN_ROWS || across > pairs) return 0;
  if (typicalWidth(left) < width * MIN_WIDTH || typicalWidth(right) < width * MIN_WIDTH) return 0;
  return isBeside(left, right) ? pairs - across : 0;
}

/** The wider rows tell how wide a column is; the last rows of paragraphs are short. */
function typicalWidth(rows: readonly (readonly Fragment[])[]): number {
  const widths = rows.map((row) => {
    const last = row.at(-1);
    return last === undefined ? 0 : last.x + last.width - (row[0]?.x ?? 0);
  });
  return widths.toSorted((a, b) => a - b)[Math.floor(widths.length * 0.6)] ?? 0;
}

/** Whether the two stretches stand beside each other rather than one below the other. */
function isBeside(left: readonly (readonly Fragment[])[], right: readonly (readonly Fragment[])[]): boolean {
  const [a, b] = [left, right].map((rows) => {
    const heights = rows.map((row) => row[0]?.y ?? 0);
    return reach(heights);
  });
  if (a === undefined || b === undefined) return false;
  const shared = Math.min(a.high, b.high) - Math.max(a.low, b.low);
  return shared >= 0.5 * Math.min(a.high - a.low, b.high - b.low);
}
