import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesAround, snippetAround } from '../../../src/text/snippet.ts';

test('an ellipsis stands where the text goes on, and only there', () => {
  const text = 'un deux trois quatre';
  expect(snippetAround(text, { start: 3, end: 7 }, 100).snippet).toBe(text);
  expect(snippetAround(text, { start: 3, end: 7 }, 2).snippet).toBe('…n deux t…');
  expect(snippetAround(text, { start: 0, end: 2 }, 3).snippet).toBe('un de…');
});

test('it reaches no further than asked, and cuts no grapheme', () => {
  const text = 'R1 : oui 👩‍👩‍👧 non\nR2 : bien';
  const hit = { start: text.indexOf('non'), end: text.indexOf('non') + 3 };
  expect(snippetAround(text, hit, 100, { ...linesAround(text, hit), start: 5 }).snippet).toBe('oui 👩‍👩‍👧 non');
  expect(snippetAround(text, hit, 3, linesAround(text, hit)).snippet).toBe('…👩‍👩‍👧 non');
});

test('the passage stands where it is said, and the lines are whole', () => {
  const words = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '\n', '😀'), minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(words, fc.nat(), fc.nat(), fc.nat(12), (text, one, other, room) => {
      const [start = 0, end = 0] = [one % text.length, other % (text.length + 1)].toSorted((a, b) => a - b);
      const lines = linesAround(text, { start, end });
      expect(text.slice(lines.start, lines.end).split('\n').length).toBe(
        text.slice(start, end).split('\n').length,
      );
      const found = snippetAround(text, { start, end }, room, lines);
      expect(found.snippet.slice(found.snippetStart, found.snippetEnd)).toBe(
        text.slice(start, end).replaceAll('\n', ' '),
      );
    }),
  );
});
