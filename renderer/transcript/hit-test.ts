import type { IntervalIndex } from '../../src/text/intervals.ts';
import type { TextRange } from './model.ts';

export interface Indexed extends TextRange {
  readonly id: number;
}

/** What the last click found, so that the next one at the same place goes outward. */
export interface LastHit {
  readonly candidates: readonly number[];
  readonly id: number;
}

/**
 * The coding that a click on the character at `position` means: the shortest one; when the same codings were clicked
 * before, the next one outward, and after the longest the shortest again.
 */
export function hitTest(
  index: IntervalIndex<Indexed>,
  position: number,
  last: LastHit | null,
): LastHit | null {
  const candidates = index.at(position).map((coding) => coding.id);
  const shortest = candidates[0];
  if (shortest === undefined) return null;
  const again =
    last !== null &&
    last.candidates.length === candidates.length &&
    last.candidates.every((id, at) => id === candidates[at]);
  if (!again) return { candidates, id: shortest };
  const next = candidates[(candidates.indexOf(last.id) + 1) % candidates.length] ?? shortest;
  return { candidates, id: next };
}
