import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contains,
  coveredLength,
  intersect,
  mergeRanges,
  overlaps,
  rangeProblem,
  relationOf,
} from '../../../src/text/range.ts';
import { rangeIn, ranges, unitsOf } from './arbitraries.ts';

describe('a range that may not be kept', () => {
  const text = 'a👋b';
  it('says why, the first reason first', () => {
    expect(rangeProblem(text, { start: 0.5, end: 2 })).toBe('not-integer');
    expect(rangeProblem(text, { start: Number.NaN, end: 2 })).toBe('not-integer');
    expect(rangeProblem(text, { start: 1, end: 1 })).toBe('empty');
    expect(rangeProblem(text, { start: 3, end: 1 })).toBe('empty');
    expect(rangeProblem(text, { start: -1, end: 1 })).toBe('outside');
    expect(rangeProblem(text, { start: 0, end: 5 })).toBe('outside');
    expect(rangeProblem(text, { start: 0, end: 2 })).toBe('surrogate');
    expect(rangeProblem(text, { start: 2, end: 4 })).toBe('surrogate');
  });
  it('is none when it holds whole characters, up to the whole text', () => {
    expect(rangeProblem(text, { start: 1, end: 3 })).toBeNull();
    expect(rangeProblem(text, { start: 0, end: 4 })).toBeNull();
  });
});

describe('two ranges', () => {
  it('that only touch are apart', () => {
    expect(overlaps({ start: 0, end: 3 }, { start: 3, end: 5 })).toBe(false);
    expect(relationOf({ start: 0, end: 3 }, { start: 3, end: 5 })).toBe('apart');
  });
  it('are told how they stand to each other', () => {
    expect(relationOf({ start: 1, end: 3 }, { start: 1, end: 3 })).toBe('same');
    expect(relationOf({ start: 0, end: 3 }, { start: 1, end: 3 })).toBe('contains');
    expect(relationOf({ start: 1, end: 3 }, { start: 0, end: 3 })).toBe('inside');
    expect(relationOf({ start: 0, end: 3 }, { start: 2, end: 5 })).toBe('overlaps');
  });
  it('agree with their units, taken one by one', () => {
    fc.assert(
      fc.property(rangeIn(12), rangeIn(12), (a, b) => {
        const common = new Set([...unitsOf([a])].filter((unit) => unitsOf([b]).has(unit)));
        expect(overlaps(a, b)).toBe(common.size > 0);
        const both = intersect(a, b);
        expect(unitsOf(both === null ? [] : [both])).toEqual(common);
        if (a.start < a.end && b.start < b.end) {
          expect(contains(a, b)).toBe([...unitsOf([b])].every((unit) => unitsOf([a]).has(unit)));
          expect(relationOf(a, b) === 'apart').toBe(common.size === 0);
          const mirrored = {
            same: 'same',
            contains: 'inside',
            inside: 'contains',
            overlaps: 'overlaps',
            apart: 'apart',
          };
          expect(relationOf(b, a)).toBe(mirrored[relationOf(a, b)]);
        }
      }),
    );
  });
});

describe('a union of ranges', () => {
  it('joins those that touch', () => {
    expect(
      mergeRanges(
        [
          { start: 0, end: 2 },
          { start: 2, end: 4 },
        ],
        [{ start: 6, end: 7 }],
      ),
    ).toEqual([
      { start: 0, end: 4 },
      { start: 6, end: 7 },
    ]);
  });
  it('covers exactly the units of all lists, ascending, apart, in any order given', () => {
    fc.assert(
      fc.property(ranges, ranges, (a, b) => {
        const merged = mergeRanges(a, b);
        expect(unitsOf(merged)).toEqual(unitsOf([...a, ...b]));
        expect(coveredLength([...a, ...b])).toBe(unitsOf(merged).size);
        for (const [at, range] of merged.entries()) {
          expect(range.start).toBeLessThan(range.end);
          if (at > 0) expect(range.start).toBeGreaterThan(merged[at - 1]!.end);
        }
        expect(mergeRanges(merged)).toEqual(merged);
      }),
    );
  });
});
