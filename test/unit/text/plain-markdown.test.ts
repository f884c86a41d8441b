import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutMarks } from '../../../src/text/plain-markdown.ts';

test.each([
  ['## Besoins', 'Besoins'],
  [
    'Seule à raconter l’aide au **personnel administratif**.',
    'Seule à raconter l’aide au personnel administratif.',
  ],
  ['- un\n* deux\n+ trois\n- [x] fait', 'un\ndeux\ntrois\nfait'],
  ['1. **Besoins et attentes**', '1. Besoins et attentes'],
  ['> dit-elle, *vraiment*', 'dit-elle, vraiment'],
  ['un _mot_, un `code`, un ~~faux~~ pas', 'un mot, un code, un faux pas'],
  ['[le guide](https://exemple.org/guide) en ligne', 'le guide en ligne'],
  ['avant\n\n---\n\naprès', 'avant\n\n\n\naprès'],
  // What is no mark stays.
  ['2 * 3 * 4, ma_variable_longue, R * D, 5 > 3, - 4', '2 * 3 * 4, ma_variable_longue, R * D, 5 > 3, - 4'],
  ['n° #3 et c’est **', 'n° #3 et c’est **'],
])('%j is read as %j', (markdown, words) => {
  expect(withoutMarks(markdown)).toBe(words);
});

test('no letter or digit of a text without links is lost or moved', () => {
  const letters = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '');
  const text = fc
    .array(fc.constantFrom('*', '**', '_', '`', '#', '>', '- ', ' ', '\n', 'mot', 'é', '7'), {
      maxLength: 40,
    })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (markdown) => {
      // The line of a fence says a language, which is no word of the text.
      fc.pre(!markdown.includes('```'));
      expect(letters(withoutMarks(markdown))).toBe(letters(markdown));
    }),
  );
});
