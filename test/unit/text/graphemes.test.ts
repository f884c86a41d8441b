import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isGraphemeBoundary,
  nextGraphemeBoundary,
  previousGraphemeBoundary,
  snapToGraphemes,
} from '../../../src/text/graphemes.ts';
import { graphemeBoundaries, longText, text, textAndRange } from './arbitraries.ts';

describe('characters as a reader sees them', () => {
  it('grow a range that cuts a family or a letter from its accent', () => {
    const family = '👩‍👩‍👧';
    expect(snapToGraphemes(`a${family}b`, { start: 2, end: 4 })).toEqual({
      start: 1,
      end: 1 + family.length,
    });
    expect(snapToGraphemes('e\u0301te\u0301', { start: 1, end: 4 })).toEqual({ start: 0, end: 5 });
  });
  it('stay as they are when nothing is cut', () => {
    expect(snapToGraphemes('école', { start: 1, end: 3 })).toEqual({ start: 1, end: 3 });
  });
  it('are stepped over one at a time, and the edges of the text hold', () => {
    expect(nextGraphemeBoundary('🇫🇷🇧🇪', 0)).toBe(4);
    expect(previousGraphemeBoundary('🇫🇷🇧🇪', 8)).toBe(4);
    expect(nextGraphemeBoundary('a', 1)).toBe(1);
    expect(previousGraphemeBoundary('a', 0)).toBe(0);
  });
  it('agree with the segmentation of the whole text', () => {
    fc.assert(
      fc.property(textAndRange, ([value, range]) => {
        const boundaries = graphemeBoundaries(value);
        const snapped = snapToGraphemes(value, range);
        expect(boundaries.has(snapped.start) && boundaries.has(snapped.end)).toBe(true);
        expect(snapped.start).toBe(Math.max(...[...boundaries].filter((at) => at <= range.start)));
        expect(snapped.end).toBe(Math.min(...[...boundaries].filter((at) => at >= range.end)));
      }),
      { numRuns: 500 },
    );
  });
  it('agree on every boundary, next and previous', () => {
    fc.assert(
      fc.property(text, (value) => {
        const boundaries = [...graphemeBoundaries(value)].sort((a, b) => a - b);
        for (let at = 0; at <= value.length; at += 1) {
          expect(isGraphemeBoundary(value, at)).toBe(boundaries.includes(at));
          if (at < value.length)
            expect(nextGraphemeBoundary(value, at)).toBe(boundaries.find((one) => one > at));
          if (at > 0)
            expect(previousGraphemeBoundary(value, at)).toBe(boundaries.findLast((one) => one < at));
        }
      }),
    );
  });
  it('are the same in a long text as in the words around them', () => {
    const long = longText();
    for (let at = 1; at < 1_000; at += 1) {
      const [start, end] = [at * 900 + 1, at * 900 + 40];
      const from = start - 500;
      const near = snapToGraphemes(long.slice(from, end + 500), { start: start - from, end: end - from });
      expect(snapToGraphemes(long, { start, end })).toEqual({
        start: near.start + from,
        end: near.end + from,
      });
    }
  });
});
