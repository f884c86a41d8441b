import { tidyEdits, type TextEdit } from './edits.ts';
import type { TextRange } from './range.ts';

/**
 * Whether what is added at a border belongs to the range: a coded segment ends where its last word ended (`inside`),
 * while a turn or a topic goes on to whatever is written at its end (`edges`).
 */
export type Growth = 'inside' | 'edges';

/** Where positions of a text are after edits. All positions are UTF-16 code units. */
export interface EditMap {
  /** The new text's length minus the old one's. */
  readonly growth: number;
  /**
   * A position; where something was added just there, or it stood inside what was replaced, the side says whether it
   * comes to stand before the added text or after it.
   */
  position(position: number, side: 'before' | 'after'): number;
  /**
   * A range follows its words: it grows and shrinks with what changes inside, and takes a replacement whole that
   * reaches over its border. It is empty when nothing is left of it.
   */
  range(range: TextRange, growth?: Growth): TextRange;
  /** Whether any of the edits touches or borders the range. */
  touches(range: TextRange): boolean;
}

/** How the edits move positions; each question is answered by a binary search. */
export function editMap(edits: readonly TextEdit[]): EditMap {
  const tidy = tidyEdits(edits);
  /** `shifts[i]`: how far text behind the edits before `i` has moved. */
  const shifts = new Float64Array(tidy.length + 1);
  for (const [index, { start, end, text }] of tidy.entries()) {
    shifts[index + 1] = (shifts[index] ?? 0) + text.length - (end - start);
  }
  /** The first edit that ends at or behind a position. */
  const firstEndingFrom = (position: number): number => {
    let low = 0;
    let high = tidy.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tidy[middle]?.end ?? 0) >= position) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const position = (at: number, side: 'before' | 'after'): number => {
    const index = firstEndingFrom(at);
    const edit = tidy[index];
    const shift = shifts[index] ?? 0;
    if (edit === undefined || at < edit.start) return at + shift;
    const start = edit.start + shift;
    const isInsertion = edit.start === edit.end;
    // At the border of what was replaced there is no doubt: the replacement is on the other side.
    if (!isInsertion && at === edit.start) return start;
    if (!isInsertion && at === edit.end) return start + edit.text.length;
    return side === 'before' ? start : start + edit.text.length;
  };
  const insertedAt = (at: number): boolean => {
    const edit = tidy[firstEndingFrom(at)];
    return edit !== undefined && edit.start === at && edit.end === at;
  };
  return {
    growth: shifts[tidy.length] ?? 0,
    position,
    range({ start, end }, growth = 'inside') {
      const inside = growth === 'inside';
      const from = position(start, inside && insertedAt(start) ? 'after' : 'before');
      const to = position(end, inside && insertedAt(end) ? 'before' : 'after');
      return { start: from, end: Math.max(from, to) };
    },
    touches({ start, end }) {
      const edit = tidy[firstEndingFrom(start)];
      return edit !== undefined && edit.start <= end;
    },
  };
}

/** One range after edits; for many, ask one {@link editMap}. */
export function mapRange(range: TextRange, edits: readonly TextEdit[], growth: Growth = 'inside'): TextRange {
  return editMap(edits).range(range, growth);
}
