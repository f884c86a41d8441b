import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeable, splitAt } from '../../../src/text/reshape.ts';

const TEXT = 'Un mot.  Puis\nun autre.';

describe('cutting a range', () => {
  test('leaves the blanks around the cut to neither part', () => {
    expect(splitAt(TEXT, { start: 0, end: TEXT.length }, 8)).toEqual([
      { start: 0, end: 7 },
      { start: 9, end: TEXT.length },
    ]);
  });

  test('is refused where one part would hold nothing', () => {
    expect(splitAt(TEXT, { start: 3, end: 9 }, 3)).toBeNull();
    expect(splitAt(TEXT, { start: 3, end: 9 }, 9)).toBeNull();
    expect(splitAt(TEXT, { start: 3, end: 9 }, 7)).toBeNull();
  });

  test('loses blanks only, and what was cut can be merged again', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'é', ' ', '\n', '\u00a0'),
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(text, fc.nat(30), (value, at) => {
        const parts = splitAt(value, { start: 0, end: value.length }, at);
        if (parts === null) return;
        const [first, second] = parts;
        expect(first.start).toBe(0);
        expect(second.end).toBe(value.length);
        expect(first.end).toBeLessThanOrEqual(at);
        expect(second.start).toBeGreaterThanOrEqual(at);
        expect(value.slice(first.end, second.start).trim()).toBe('');
        expect(mergeable(value, [first, second])).toBe(true);
      }),
    );
  });
});

test('ranges with words between cannot be merged, however long the one before them', () => {
  expect(
    mergeable(TEXT, [
      { start: 0, end: 2 },
      { start: 9, end: 13 },
    ]),
  ).toBe(false);
  expect(
    mergeable(TEXT, [
      { start: 0, end: 9 },
      { start: 3, end: 6 },
      { start: 9, end: 13 },
    ]),
  ).toBe(true);
});
