import fc from 'fast-check';
import { expect, test } from 'vitest';
import { offsetsAfter } from '../../../renderer/features/coder/follow-text.ts';

test('what stands before and behind a correction stays at its words', () => {
  const before = 'Je suis prof. Depuis un an.';
  const after = 'Je suis professeure. Depuis un an.';
  const at = offsetsAfter(before, after);
  expect(at(before.indexOf('suis'))).toBe(after.indexOf('suis'));
  expect(at(before.indexOf('Depuis'))).toBe(after.indexOf('Depuis'));
  expect(at(before.length)).toBe(after.length);
});

test('whatever is written for whatever, offsets keep their order, stay in the text and at the words around', () => {
  const text = (...letters: readonly string[]) =>
    fc.string({ unit: fc.constantFrom(...letters), maxLength: 12 });
  // Other letters than around it, so that what differs is what was replaced.
  const [around, replaced, written] = [text('a', 'b', ' '), text('x', 'y'), text('v', 'w')];
  fc.assert(
    fc.property(around, replaced, written, around, (head, old, fresh, tail) => {
      const [before, after] = [head + old + tail, head + fresh + tail];
      const at = offsetsAfter(before, after);
      const moved = Array.from({ length: before.length + 1 }, (_, offset) => at(offset));
      expect(moved).toEqual(moved.toSorted((a, b) => a - b));
      expect(Math.min(...moved)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...moved)).toBeLessThanOrEqual(after.length);
      for (let offset = 0; offset < head.length; offset += 1) expect(after[at(offset)]).toBe(before[offset]);
      for (let back = 0; back < tail.length; back += 1)
        expect(after[at(before.length - back) - 1]).toBe(before[before.length - back - 1]);
    }),
  );
});
