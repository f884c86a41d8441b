import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findIn, findText, searchable, type FindOptions } from '../../../src/text/find.ts';
import { fold } from '../../../src/text/fold.ts';
import { contains } from '../../../src/text/range.ts';
import { countWords, wordIndex } from '../../../src/text/words.ts';
import { graphemeBoundaries, longText, text, textAndRange } from './arbitraries.ts';

function found(value: string, query: string, options?: FindOptions): string[] {
  return findText(value, query, options).map(({ start, end }) => value.slice(start, end));
}

describe('folding', () => {
  it.each([
    ['École', 'ecole'],
    ['E\u0301cole', 'ecole'],
    ['cœur Æ ß ẞ ﬁn', 'coeur ae ss ss fin'],
    ["l’été l\u02BCété l'été", "l'ete l'ete l'ete"],
    ['a\u00A0b\u202Fc\u3000d\te', 'a b c d e'],
    ['inter\u00ADnet rendez\u2011vous', 'internet rendez-vous'],
    ['İI ΣΑΣ', 'ii σασ'],
    ['a\nb', 'a\nb'],
  ])('makes « %s » into « %s »', (value, expected) => {
    expect(fold(value).folded).toBe(expected);
  });
  it('keeps accents when asked, however they are written, and still folds case and spaces', () => {
    const respectAccents = true;
    expect(fold('École', { respectAccents }).folded).toBe(fold('e\u0301cole', { respectAccents }).folded);
    expect(fold('École', { respectAccents }).folded).not.toBe('ecole');
    expect(fold('CŒUR\u00A0l’', { respectAccents }).folded).toBe("cœur l'");
  });
  it('maps back to whole characters with their marks', () => {
    const value = 'l’E\u0301cole du cœur';
    const folded = fold(value);
    expect(folded.rangeToOriginal({ start: 2, end: 3 })).toEqual({ start: 2, end: 4 });
    const half = folded.folded.indexOf('oe') + 1;
    expect(folded.rangeToOriginal({ start: half - 1, end: half })).toEqual({ start: 13, end: 14 });
    expect(folded.toOriginal(folded.folded.length)).toBe(value.length);
  });
  it('maps every folded range to originals that cut no pair and no accent, and fold to at least that range', () => {
    fc.assert(
      fc.property(text, fc.boolean(), fc.nat(), fc.nat(), (value, respectAccents, a, b) => {
        const foldedText = fold(value, { respectAccents });
        const { folded } = foldedText;
        const start = a % (folded.length + 1);
        const end = start + (b % (folded.length - start + 1));
        const original = foldedText.rangeToOriginal({ start, end });
        const piece = value.slice(original.start, original.end);
        expect(piece.isWellFormed()).toBe(true);
        if (end > start) expect(fold(piece, { respectAccents }).folded).toContain(folded.slice(start, end));
        if (!respectAccents && end > start) expect(value.slice(original.end)).not.toMatch(/^\p{M}/u);
      }),
      { numRuns: 500 },
    );
  });
});

describe('finding a phrase', () => {
  it.each([
    ['l’École, l’école', 'ecole', ['École', 'école']],
    ['le cœur', 'coeur', ['cœur']],
    ['aujourd’hui', 'hui', []],
    ['aujourd’hui', "AUJOURD'HUI", ['aujourd’hui']],
    ['peut-être', 'être', []],
    ['l’école', 'L’ecole', ['l’école']],
    ['l’école', 'l', ['l']],
    ['l’école', "l'", ['l’']],
    ['une école\u00A0  libre', 'ecole libre', ['école\u00A0  libre']],
    ['une école\nlibre', 'école libre', ['école\nlibre']],
    ['écoles écolier école', 'ecol*', ['écoles', 'écolier', 'école']],
    ['aujourd’hui peut-être', '*hui p*e', ['aujourd’hui peut-être']],
    ['l’école', 'l*e', []],
    ['pré prés près', 'pr?s', ['prés', 'près']],
    ['pre\u0301s', 'pr??', ['pre\u0301s']],
    ['Et pourquoi ? Parce que', 'pourquoi ?', ['pourquoi ?']],
    ['(école) école', '(école)', ['(école)']],
    ['fin. Fin', 'fin.', ['fin.']],
    ['inter\u00ADnet', 'internet', ['inter\u00ADnet']],
    ['non non non non non', 'non non', ['non non', 'non non']],
    ['rien… rien', '…', ['…']],
    ['a 👩‍👩‍👧 b', '👩', ['👩‍👩‍👧']],
    ['tout', '  ', []],
    ['', 'tout', []],
    ['a+b a.b', 'a+b', ['a+b']],
  ])('in « %s », « %s »', (value, query, expected) => {
    expect(found(value, query)).toEqual(expected);
  });
  it('respects accents when asked', () => {
    const respectAccents = true;
    expect(found('école ecole École e\u0301cole', 'école', { respectAccents })).toEqual([
      'école',
      'École',
      'e\u0301cole',
    ]);
    expect(found('prés pres', 'pr?s', { respectAccents })).toEqual(['prés', 'pres']);
  });
  it('stays within a range, also when an earlier hit would reach into it', () => {
    expect(findText('non non non', 'non non', { within: { start: 4, end: 11 } })).toEqual([
      { start: 4, end: 11 },
    ]);
    expect(findText('non non', 'non', { within: { start: 1, end: 7 } })).toEqual([{ start: 4, end: 7 }]);
  });
  it('finds every word of a text by itself, as whole words', () => {
    fc.assert(
      fc.property(text, fc.boolean(), (value, respectAccents) => {
        const prepared = searchable(value, { respectAccents });
        const { starts, ends } = wordIndex(value);
        for (const [at, start] of starts.entries()) {
          const word = value.slice(start, ends[at]);
          const hits = findIn(prepared, word);
          expect(hits.some((hit) => hit.start <= start && ends[at]! <= hit.end)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
  it('gives hits that ascend, never overlap, cut no character, and stay within', () => {
    fc.assert(
      fc.property(textAndRange, text, fc.boolean(), ([value, within], query, respectAccents) => {
        const boundaries = graphemeBoundaries(value);
        let last = 0;
        for (const hit of findText(value, query.slice(0, 4), { respectAccents, within })) {
          expect(hit.start).toBeGreaterThanOrEqual(last);
          expect(hit.end).toBeGreaterThan(hit.start);
          expect(boundaries.has(hit.start) && boundaries.has(hit.end)).toBe(true);
          expect(contains(within, hit)).toBe(true);
          last = hit.end;
        }
      }),
      { numRuns: 500 },
    );
  });
  it('finds with a star every word', () => {
    expect(findText('l’école est là', '*')).toHaveLength(countWords('l’école est là'));
  });
  it('finds phrases and patterns in a million units', () => {
    const long = longText();
    expect(findText(long, 'coeur du metier').length).toBeGreaterThan(1_000);
    expect(findText(long, 'aut*ment').length).toBeGreaterThan(1_000);
  });
});
