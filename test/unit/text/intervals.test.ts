import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IntervalIndex } from '../../../src/text/intervals.ts';
import { overlaps } from '../../../src/text/range.ts';
import { rangeIn, ranges } from './arbitraries.ts';

describe('an index of intervals', () => {
  it('tells what is at a position, the shortest first, then in the order given', () => {
    const items = [
      { id: 1, start: 0, end: 20 },
      { id: 2, start: 5, end: 10 },
      { id: 3, start: 5, end: 10 },
      { id: 4, start: 9, end: 9 },
    ];
    const index = new IntervalIndex(items);
    expect(index.at(9).map(({ id }) => id)).toEqual([2, 3, 1]);
    expect(index.at(10).map(({ id }) => id)).toEqual([1]);
    expect(index.at(20)).toEqual([]);
  });
  it('agrees with a walk over all items', () => {
    fc.assert(
      fc.property(ranges, rangeIn(60), (items, range) => {
        const named = items.map((item, id) => ({ ...item, id }));
        const index = new IntervalIndex(named);
        const expected = named
          .filter((item) => overlaps(item, range))
          .sort((a, b) => a.start - b.start || b.end - a.end || a.id - b.id);
        expect(index.overlapping(range)).toEqual(expected);
        const here = named
          .filter(({ start, end }) => start <= range.start && range.start < end)
          .sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start || a.id - b.id);
        expect(index.at(range.start)).toEqual(here);
      }),
      { numRuns: 500 },
    );
  });
});
