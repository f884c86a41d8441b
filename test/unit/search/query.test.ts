import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RepereError } from '../../../src/errors/codes.ts';
import { describeError } from '../../../src/errors/describe.ts';
import { hasPositive, printQuery, type PhraseQuery, type Query } from '../../../src/search/query-ast.ts';
import { parseQuery } from '../../../src/search/query-parse.ts';

const phrase = (text: string): PhraseQuery => ({ kind: 'phrase', text });

describe('what a person writes', () => {
  test('words in a row are a phrase, as they are in quotation marks of either language', () => {
    expect(parseQuery('  emploi du temps ')).toEqual(phrase('emploi du temps'));
    expect(parseQuery('"emploi du temps"')).toEqual(phrase('emploi du temps'));
    expect(parseQuery('« emploi du temps »')).toEqual(phrase('emploi du temps'));
  });

  test.each([
    ['a AND b OR c', 'a ET b OU c'],
    ['a NOT b', 'a SAUF b'],
    ['a NEAR/5 b', 'a PRÈS/5 b'],
  ])('%s is the same as %s', (english, french) => {
    expect(parseQuery(french)).toEqual(parseQuery(english));
  });

  test('NEAR binds closest, then NOT, AND, OR; brackets change that', () => {
    expect(parseQuery('a OR b AND NOT c NEAR/2 d')).toEqual({
      kind: 'or',
      parts: [
        phrase('a'),
        {
          kind: 'and',
          parts: [
            phrase('b'),
            {
              kind: 'not',
              part: { kind: 'near', left: [phrase('c')], right: [phrase('d')], words: 2 },
            },
          ],
        },
      ],
    });
    expect(parseQuery('(a OR b) AND c')).toMatchObject({ kind: 'and' });
  });

  test('operators in small letters, or in quotation marks, are words', () => {
    expect(parseQuery('blanc ou noir')).toEqual(phrase('blanc ou noir'));
    expect(parseQuery('"ET"')).toEqual(phrase('ET'));
  });

  test.each([
    ['"a', 'quote-open', 0],
    ['(a OR b', 'bracket-open', 0],
    ['a)', 'bracket-closed', 1],
    ['a AND', 'words-missing', 5],
    ['a NEAR/0 b', 'near-distance', 2],
    ['a NEAR/3 (b AND c)', 'near-words', 2],
    ['NOT a', 'only-excluded', 0],
    ['a OR NOT b', 'only-excluded', 0],
  ])('%s is refused: %s at %i', (query, problem, at) => {
    expect(() => parseQuery(query)).toThrow(RepereError);
    try {
      parseQuery(query);
    } catch (error) {
      expect(error).toMatchObject({ code: 'search.syntax', details: { problem, at } });
      expect(describeError(error, 'fr').message).toContain(`au caractère ${at + 1}`);
      expect(describeError(error, 'en').message).not.toContain(problem);
    }
  });
});

const words = fc.constantFrom('a', 'école', 'NOT', 'form*', 'r?f', 'du temps', 'l’été', '(', 'x/y');
const phrases = words.map(phrase);
const operand = fc.oneof(
  phrases.map((each) => [each]),
  fc.array(phrases, { minLength: 2, maxLength: 3 }),
);
const query = fc.letrec<{ query: Query }>((tie) => ({
  query: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    phrases,
    fc.record({
      kind: fc.constant('near' as const),
      left: operand,
      right: operand,
      words: fc.integer({ min: 1, max: 200 }),
    }),
    fc.record({ kind: fc.constant('not' as const), part: tie('query') }),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      parts: fc.array(tie('query'), { minLength: 2, maxLength: 3 }),
    }),
  ),
})).query;

test('a printed query is read as the same query', () => {
  fc.assert(
    fc.property(query.filter(hasPositive), (each) => {
      expect(parseQuery(printQuery(each))).toEqual(each);
    }),
  );
});

test('whatever is typed is read or refused with a place inside it', () => {
  const typed = fc.array(fc.constantFrom('a', ' ', '"', '(', ')', 'AND', 'NOT ', ' NEAR/3 ', '«', '»', '*'));
  fc.assert(
    fc.property(typed, (pieces) => {
      const text = pieces.join('');
      try {
        parseQuery(text);
      } catch (error) {
        if (!(error instanceof RepereError)) throw error;
        expect(error.details['at']).toBeLessThanOrEqual(text.length);
      }
    }),
  );
});
