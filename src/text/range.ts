/** A stretch of text: UTF-16 code units, half-open, `start` included and `end` not. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

export type RangeProblem = 'not-integer' | 'empty' | 'outside' | 'surrogate';

/** How a range stands to another: `contains` when the first holds the second, `inside` when it is held. */
export type RangeRelation = 'same' | 'contains' | 'inside' | 'overlaps' | 'apart';

/**
 * Why a range may not be kept over this text, or `null` when it may. Bounds that are no integers come first, then
 * an empty or backward range, then one that leaves the text, then one that cuts a surrogate pair.
 */
export function rangeProblem(text: string, range: TextRange): RangeProblem | null {
  const { start, end } = range;
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) return 'not-integer';
  if (end <= start) return 'empty';
  if (start < 0 || end > text.length) return 'outside';
  return cutsSurrogatePair(text, start) || cutsSurrogatePair(text, end) ? 'surrogate' : null;
}

/** Whether this position stands between the two halves of one character. */
export function cutsSurrogatePair(text: string, position: number): boolean {
  if (position <= 0 || position >= text.length) return false;
  return isHighSurrogate(text.charCodeAt(position - 1)) && isLowSurrogate(text.charCodeAt(position));
}

export function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

export function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Whether the two share at least one code unit; an empty range shares none. */
export function overlaps(a: TextRange, b: TextRange): boolean {
  return Math.max(a.start, b.start) < Math.min(a.end, b.end);
}

/** Whether `outer` holds every unit of `inner`; equal ranges hold each other. */
export function contains(outer: TextRange, inner: TextRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The units common to both, or `null` when there are none. */
export function intersect(a: TextRange, b: TextRange): TextRange | null {
  const start = Math.max(a.start, b.start);
  const end = Math.min(a.end, b.end);
  return start < end ? { start, end } : null;
}

/** Two ranges that only touch are apart. */
export function relationOf(a: TextRange, b: TextRange): RangeRelation {
  if (a.start === b.start && a.end === b.end) return 'same';
  if (!overlaps(a, b)) return 'apart';
  if (contains(a, b)) return 'contains';
  return contains(b, a) ? 'inside' : 'overlaps';
}

/**
 * The union as the fewest ranges: ascending, apart, never touching. Empty ranges drop. Lists may be given in any
 * order, and overlap; one that is sorted by start is merged in one pass.
 */
export function mergeRanges(...lists: readonly (readonly TextRange[])[]): TextRange[] {
  const merged: { start: number; end: number }[] = [];
  let last: { start: number; end: number } | undefined;
  for (const { start, end } of inOrder(lists.length === 1 ? (lists[0] ?? []) : lists.flat())) {
    if (end <= start) continue;
    if (last !== undefined && start <= last.end) {
      last.end = Math.max(last.end, end);
    } else {
      last = { start, end };
      merged.push(last);
    }
  }
  return merged;
}

/** Units covered by at least one of the ranges, each counted once. */
export function coveredLength(ranges: readonly TextRange[]): number {
  let covered = 0;
  let reached = Number.NEGATIVE_INFINITY;
  for (const { start, end } of inOrder(ranges)) {
    if (end <= reached || end <= start) continue;
    covered += end - Math.max(start, reached);
    reached = end;
  }
  return covered;
}

function inOrder(ranges: readonly TextRange[]): readonly TextRange[] {
  const sorted = ranges.every((range, at) => at === 0 || (ranges[at - 1]?.start ?? 0) <= range.start);
  return sorted ? ranges : ranges.toSorted((a, b) => a.start - b.start);
}
