import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBlank, paragraphAt, paragraphsTouching, splitParagraphs } from '../../../src/text/paragraphs.ts';
import { overlaps } from '../../../src/text/range.ts';
import { rangeIn, text } from './arbitraries.ts';

describe('paragraphs', () => {
  const value = 'un\n\n \u00A0\n deux\ntrois';
  it('are the lines that are not blank, whole, without their line feed', () => {
    expect(splitParagraphs(value).map(({ start, end }) => value.slice(start, end))).toEqual([
      'un',
      ' deux',
      'trois',
    ]);
    expect(splitParagraphs('')).toEqual([]);
    expect(splitParagraphs('\n\n')).toEqual([]);
  });
  it('are found by position, up to the caret at their end, and not on blank lines', () => {
    const paragraphs = splitParagraphs(value);
    expect(paragraphAt(paragraphs, 0)).toBe(0);
    expect(paragraphAt(paragraphs, 2)).toBe(0);
    expect(paragraphAt(paragraphs, 4)).toBe(-1);
    expect(paragraphAt(paragraphs, value.length)).toBe(2);
    expect(paragraphAt(paragraphs, value.length + 1)).toBe(-1);
    expect(paragraphAt([], 0)).toBe(-1);
  });
  it('hold together everything but line feeds and blanks, whatever the text', () => {
    fc.assert(
      fc.property(text, (value) => {
        const paragraphs = splitParagraphs(value);
        const lines = value.split('\n').filter((line) => !isBlank(line));
        expect(paragraphs.map(({ start, end }) => value.slice(start, end))).toEqual(lines);
        for (let at = 0; at <= value.length; at += 1) {
          const expected = paragraphs.findIndex(({ start, end }) => start <= at && at <= end);
          expect(paragraphAt(paragraphs, at)).toBe(expected);
        }
      }),
    );
  });
  it('under a range are those that share a unit with it', () => {
    fc.assert(
      fc.property(
        text.chain((value) => fc.tuple(fc.constant(value), rangeIn(value.length))),
        ([value, range]) => {
          const paragraphs = splitParagraphs(value);
          const { first, end } = paragraphsTouching(paragraphs, range);
          expect(paragraphs.slice(first, end)).toEqual(paragraphs.filter((one) => overlaps(one, range)));
        },
      ),
    );
  });
});
