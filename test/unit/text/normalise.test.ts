import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseText } from '../../../src/text/normalise.ts';
import { rawText } from './arbitraries.ts';

describe('normalised text', () => {
  it('has LF newlines only, a CRLF counting as one', () => {
    expect(normaliseText('a\r\nb\rc\u2028d\u2029e\u0085f\vg\fh\ni')).toEqual({
      text: 'a\nb\nc\nd\ne\nf\ng\nh\ni',
      changes: { newlines: 7, byteOrderMarks: 0, nuls: 0, loneSurrogates: 0 },
    });
  });
  it('loses byte order marks and NULs, and shows lone surrogates', () => {
    expect(normaliseText('\uFEFFa\0\uD83Db👋')).toEqual({
      text: 'a\uFFFDb👋',
      changes: { newlines: 0, byteOrderMarks: 1, nuls: 1, loneSurrogates: 1 },
    });
  });
  it('keeps composed and decomposed letters as they are', () => {
    expect(normaliseText('é e\u0301').text).toBe('é e\u0301');
  });
  it('has nothing left to change, and no character of its own that must not be there', () => {
    fc.assert(
      fc.property(rawText, (raw) => {
        const { text, changes } = normaliseText(raw);
        expect(text).not.toMatch(/[\r\u0085\u2028\u2029\v\f\uFEFF\0\p{Surrogate}]/u);
        expect(normaliseText(text)).toEqual({
          text,
          changes: { newlines: 0, byteOrderMarks: 0, nuls: 0, loneSurrogates: 0 },
        });
        const untouched = Object.values(changes).every((count) => count === 0);
        expect(untouched).toBe(text === raw);
      }),
      { numRuns: 500 },
    );
  });
});
