import type { TextRange } from './range.ts';

/**
 * A range cut in two at a position, without the blanks around the cut, or `null` when nothing but blanks would be left
 * on one side.
 */
export function splitAt(text: string, range: TextRange, at: number): readonly [TextRange, TextRange] | null {
  if (at <= range.start || at >= range.end) return null;
  const end = range.start + text.slice(range.start, at).trimEnd().length;
  const start = range.end - text.slice(at, range.end).trimStart().length;
  return end === range.start || start === range.end
    ? null
    : [
        { start: range.start, end },
        { start, end: range.end },
      ];
}

/** Whether ranges, sorted by start, overlap or follow each other with nothing but blanks between. */
export function mergeable(text: string, ranges: readonly TextRange[]): boolean {
  let reached = ranges[0]?.end ?? 0;
  for (const { start, end } of ranges) {
    if (start > reached && text.slice(reached, start).trim() !== '') return false;
    reached = Math.max(reached, end);
  }
  return true;
}
