import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countWords,
  countWordsTouching,
  nextWordBoundary,
  previousWordBoundary,
  snapToWords,
  wordAt,
  wordIndex,
  wordsTouching,
} from '../../../src/text/words.ts';
import { longText, ranges, text, textAndRange, unitsOf } from './arbitraries.ts';

function wordsOf(value: string): string[] {
  const { starts, ends } = wordIndex(value);
  return Array.from(starts, (start, at) => value.slice(start, ends[at]));
}

describe('the word rule', () => {
  it.each([
    ['l’école', ['l’', 'école']],
    ["l'école", ["l'", 'école']],
    ['l\u02BCécole', ['l\u02BC', 'école']],
    ['jusqu’alors', ['jusqu’', 'alors']],
    ['qu’il', ['qu’', 'il']],
    ['Lorsqu’elle', ['Lorsqu’', 'elle']],
    ['puisqu’on', ['puisqu’', 'on']],
    ['quoiqu’il', ['quoiqu’', 'il']],
    ['ç’a été', ['ç’', 'a', 'été']],
    ['c\u0327’a', ['c\u0327’', 'a']],
    ['d’aujourd’hui', ['d’', 'aujourd’hui']],
    ['Qu’est-ce', ['Qu’', 'est-ce']],
    ['parle-m’en', ['parle-m’', 'en']],
    ['l’« école »', ['l', 'école']],
  ])('counts the elision of « %s » as a word that keeps its apostrophe', (value, expected) => {
    expect(wordsOf(value)).toEqual(expected);
  });
  it.each([
    'peut-être',
    'aujourd’hui',
    "aujourd'hui",
    '2020',
    'presqu’île',
    'prud’homme',
    'quelqu’un',
    'entr’ouvrir',
    'grand’mère',
    'rendez\u2011vous',
    'arc\u2010en\u2010ciel',
    'inter\u00ADnet',
    'e\u0301cole',
    'O’Brien',
    'R3',
    '𐐀𐐁',
  ])('counts « %s » as one', (value) => {
    expect(wordsOf(` ${value}, `)).toEqual([value]);
  });
  it('sees no word in signs, emoji, loose marks, or a hyphen that joins nothing', () => {
    expect(wordsOf('… — « » 👩‍👩‍👧 🏳️‍🌈 ❤️ \u0301 - ’ %')).toEqual([]);
    expect(wordsOf('oui -- non rock ’n’ roll')).toEqual(['oui', 'non', 'rock', 'n', 'roll']);
  });
  it('gives whole words, ascending, none of them cut by white space', () => {
    fc.assert(
      fc.property(text, (value) => {
        const { starts, ends } = wordIndex(value);
        let last = 0;
        for (const [at, start] of starts.entries()) {
          const word = value.slice(start, ends[at]);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(word).toMatch(/^[\p{L}\p{N}]\S*$/u);
          last = ends[at]!;
        }
        expect(countWords(value)).toBe(starts.length);
        const covered = unitsOf(Array.from(starts, (start, at) => ({ start, end: ends[at]! })));
        for (const found of value.matchAll(/[\p{L}\p{N}]/gu))
          expect(covered.has(found.index)).toBe(found[0] !== '\u02BC');
      }),
      { numRuns: 500 },
    );
  });
  it('counts the words of a text cut at white space as the sum of its parts', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(countWords(`${a} ${b}`)).toBe(countWords(a) + countWords(b));
        expect(countWords(`${a} ${b}`, { start: a.length + 1, end: a.length + 1 + b.length })).toBe(
          countWords(b),
        );
      }),
    );
  });
  it('are indexed over a million units', () => {
    const long = longText();
    const { starts } = wordIndex(long);
    expect(starts.length).toBeGreaterThan(100_000);
  });
});

describe('words under a range', () => {
  const value = 'l’école est à nous';
  it('are those that share a unit with it', () => {
    const index = wordIndex(value);
    expect(wordsTouching(index, { start: 1, end: 3 })).toEqual({ first: 0, end: 2 });
    expect(wordsTouching(index, { start: 7, end: 8 })).toEqual({ first: 2, end: 2 });
    expect(wordsTouching(index, { start: 3, end: 3 })).toEqual({ first: 1, end: 1 });
    expect(wordsTouching(index, { start: 18, end: 18 })).toEqual({ first: 5, end: 5 });
  });
  it('agree with a walk over all words, and overlapping ranges count each once', () => {
    fc.assert(
      fc.property(textAndRange, ranges, ([value, range], many) => {
        const index = wordIndex(value);
        const touches = (start: number, end: number, at: number): boolean =>
          Math.max(start, index.starts[at]!) < Math.min(end, index.ends[at]!);
        const ordinals = Array.from(index.starts.keys());
        const { first, end } = wordsTouching(index, range);
        expect(ordinals.slice(first, end)).toEqual(
          ordinals.filter((at) => touches(range.start, range.end, at)),
        );
        const expected = ordinals.filter((at) => many.some((one) => touches(one.start, one.end, at)));
        expect(countWordsTouching(index, many)).toBe(expected.length);
      }),
      { numRuns: 300 },
    );
  });
});

describe('selecting by words', () => {
  const value = '« L’école, peut-être ! »';
  it('finds the word at a position, or the one that ends there', () => {
    expect(wordAt(value, 5)).toEqual({ start: 4, end: 9 });
    expect(wordAt(value, 9)).toEqual({ start: 4, end: 9 });
    expect(wordAt(value, 4)).toEqual({ start: 4, end: 9 });
    expect(wordAt(value, 1)).toBeNull();
  });
  it('grows to whole words and leaves white space out', () => {
    expect(snapToWords(value, { start: 6, end: 13 })).toEqual({ start: 4, end: 20 });
    expect(snapToWords(value, { start: 1, end: 5 })).toEqual({ start: 2, end: 9 });
    expect(snapToWords('a  b', { start: 1, end: 3 })).toEqual({ start: 1, end: 3 });
  });
  it('never cuts a word nor a character, whatever the range', () => {
    fc.assert(
      fc.property(textAndRange, ([value, range]) => {
        const snapped = snapToWords(value, range);
        const { starts, ends } = wordIndex(value);
        for (const [at, start] of starts.entries()) {
          for (const edge of [snapped.start, snapped.end])
            expect(start < edge && edge < ends[at]!).toBe(false);
        }
        expect(snapToWords(value, snapped)).toEqual(snapped);
      }),
      { numRuns: 500 },
    );
  });
  it('moves an edge word by word', () => {
    expect(nextWordBoundary(value, 0)).toBe(4);
    expect(nextWordBoundary(value, 4)).toBe(9);
    expect(nextWordBoundary(value, 4, 'start')).toBe(11);
    expect(nextWordBoundary(value, 20)).toBe(value.length);
    expect(previousWordBoundary(value, 20)).toBe(11);
    expect(previousWordBoundary(value, 4)).toBe(2);
    expect(previousWordBoundary(value, 11, 'end')).toBe(9);
    expect(previousWordBoundary(value, 2)).toBe(0);
  });
  it('agrees with the index of all words', () => {
    fc.assert(
      fc.property(text, (value) => {
        const { starts, ends } = wordIndex(value);
        for (let at = 0; at <= value.length; at += 1) {
          expect(nextWordBoundary(value, at)).toBe(ends.find((one) => one > at) ?? value.length);
          expect(nextWordBoundary(value, at, 'start')).toBe(starts.find((one) => one > at) ?? value.length);
          expect(previousWordBoundary(value, at)).toBe(starts.findLast((one) => one < at) ?? 0);
          expect(previousWordBoundary(value, at, 'end')).toBe(ends.findLast((one) => one < at) ?? 0);
        }
      }),
      { numRuns: 300 },
    );
  });
});
