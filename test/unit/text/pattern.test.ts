import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPattern } from '../../../src/text/pattern-find.ts';
import { compilePattern } from '../../../src/text/pattern-program.ts';
import type { TextRange } from '../../../src/text/range.ts';

/** The hits, and how often the finder gave way. */
function find(source: string, text: string, respectAccents = false): { hits: TextRange[]; turns: number } {
  const pattern = compilePattern(source, !respectAccents);
  if ('problem' in pattern) throw new Error(pattern.problem);
  const search = findPattern(pattern, text, { respectAccents });
  for (let turns = 0; ; turns += 1) {
    const step = search.next();
    if (step.done === true) return { hits: step.value, turns };
  }
}
const words = (source: string, text: string, respectAccents = false) =>
  find(source, text, respectAccents).hits.map(({ start, end }) => text.slice(start, end));
const problemOf = (source: string) => {
  const pattern = compilePattern(source, true);
  return 'problem' in pattern ? pattern.problem : null;
};

/** Patterns whose loops have a body that is never empty: of empty rounds every engine thinks its own. */
const atom = fc.oneof(
  fc.constantFrom('a', 'b', 'c', '.', '[ab]', '[^a]', String.raw`\w`, '[b-c]', String.raw`\s`),
);
const { piece } = fc.letrec<{ piece: string }>((tie) => ({
  piece: fc.oneof(
    { maxDepth: 4 },
    atom,
    fc
      .tuple(atom, fc.constantFrom('*', '+', '?', '{2}', '{1,3}', '{2,}', '*?', '+?', '??'))
      .map((two) => two.join('')),
    fc.tuple(tie('piece'), tie('piece')).map((two) => two.join('')),
    fc.tuple(tie('piece'), tie('piece')).map(([one, other]) => `(?:${one}|${other})`),
    fc
      .tuple(atom, tie('piece'), fc.constantFrom('+', '*', '+?', '{0,2}', '?', '??'))
      .map(([one, more, times]) => `(${one}${more})${times}`),
    tie('piece').map((one) => `^${one}`),
    tie('piece').map((one) => `${one}$`),
    tie('piece').map((one) => String.raw`\b${one}\B`),
  ),
}));
const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'A', ' ', '.'), maxLength: 30 });

describe('a pattern', () => {
  test('finds what JavaScript finds, the empty left out', () => {
    fc.assert(
      fc.property(piece, text, (source, where) => {
        const own = [...where.matchAll(new RegExp(source, 'giu'))]
          .filter(([hit]) => hit !== '')
          .map((hit) => ({ start: hit.index, end: hit.index + hit[0].length }));
        expect(find(source, where, true).hits).toEqual(own);
      }),
      { numRuns: 3_000 },
    );
  });

  test('answers ascending ranges of whole characters, apart, in any text', () => {
    fc.assert(
      fc.property(piece, fc.string({ unit: 'grapheme' }), fc.boolean(), (source, where, accents) => {
        let last = 0;
        for (const { start, end } of find(source, where, accents).hits) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
      }),
    );
  });

  test('sees neither accents nor case, unless accents are to be respected', () => {
    expect(words('eleve', 'Élève, élèves')).toEqual(['Élève', 'élève']);
    expect(words('ÉLÈVE', 'Élève, eleves')).toEqual(['Élève', 'eleve']);
    expect(words('élève', 'Élève, eleve', true)).toEqual(['Élève']);
    expect(words('cœur|boeuf', 'Cœurs et bœufs')).toEqual(['Cœur', 'bœuf']);
    expect(words("l'ecole", 'à l’école')).toEqual(['l’école']);
    expect(words('ah !', 'ah\u202f!')).toEqual(['ah\u202f!']);
    expect(words('[à-ÿ]+', 'Déjà')).toEqual(['Déjà']);
    expect(words('[^é]+', 'été')).toEqual(['t']);
    expect(words(String.raw`\bé\w+`, 'L’été, année')).toEqual(['été']);
    expect(words(String.raw`\w+`, 'réseau', true)).toEqual(['réseau']);
    expect(words('.', '👩‍👩‍👧')).toEqual(['👩‍👩‍👧']);
  });

  test('that looks around, is too long or too large, or is none, is refused', () => {
    expect(problemOf('(?=a)b')).toBe('looks-around');
    expect(problemOf('(?<!a)b')).toBe('looks-around');
    expect(problemOf(String.raw`(a)\1`)).toBe('looks-around');
    expect(problemOf(String.raw`(?<x>a)\k<x>`)).toBe('looks-around');
    expect(problemOf('(a')).toBe('malformed');
    expect(problemOf('a'.repeat(501))).toBe('pattern-long');
    expect(problemOf('(a{100}){100}')).toBe('pattern-large');
    expect(problemOf('(?:(?:(?:){9999}){9999}){9999}')).toBe('pattern-large');
    expect(problemOf('(?<x>a)(?:b|c){2,}')).toBe(null);
  });

  test('that would run away elsewhere gives way regularly, and ends', () => {
    const { hits, turns } = find('(a+)+(a|b)*c', 'a'.repeat(50_000));
    expect(hits).toEqual([]);
    expect(turns).toBeGreaterThan(10);
    // Ten times the text is some ten times the work.
    const more = find('(a+)+(a|b)*c', 'a'.repeat(500_000)).turns;
    expect(more / turns).toBeLessThan(15);
  });
});
