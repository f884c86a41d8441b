import type { Coding } from '../../../src/codings/contract.ts';
import { relationOf, type TextRange } from '../../../src/text/range.ts';

/** How another coding stands to the passage in hand, as the inspector says it. */
export type Relation = 'same' | 'contains' | 'inside' | 'overlaps' | 'before' | 'after';

export interface Related {
  readonly coding: Coding;
  readonly relation: Relation;
}

const NEAR = 3;

/**
 * The other codings of a passage, the nearest in extent first. With `near`, also those that end just before it or
 * begin just after it, with no more than a space or a stop between.
 */
export function relatedCodings(
  codings: readonly Coding[],
  range: TextRange,
  options: { readonly except?: number; readonly near?: boolean } = {},
): readonly Related[] {
  const related: Related[] = [];
  for (const coding of codings) {
    if (coding.id === options.except || coding.start > range.end + NEAR || coding.end < range.start - NEAR)
      continue;
    const relation = relationOf(coding, range);
    if (relation !== 'apart') related.push({ coding, relation });
    else if (options.near === true && coding.end <= range.start && range.start - coding.end <= NEAR) {
      related.push({ coding, relation: 'before' });
    } else if (options.near === true && coding.start >= range.end && coding.start - range.end <= NEAR) {
      related.push({ coding, relation: 'after' });
    }
  }
  return related.toSorted((a, b) => length(a.coding) - length(b.coding) || a.coding.start - b.coding.start);
}

/** The codings nearest to a passage, in the order of the text; those that touch it are nearest. */
export function nearestCodings(
  codings: readonly Coding[],
  range: TextRange,
  count: number,
): readonly Coding[] {
  const apart = ({ start, end }: TextRange): number => Math.max(0, start - range.end, range.start - end);
  return codings
    .toSorted((a, b) => apart(a) - apart(b) || a.start - b.start)
    .slice(0, count)
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
}

function length(range: TextRange): number {
  return range.end - range.start;
}
