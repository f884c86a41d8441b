import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readablePieces } from '../../../renderer/features/codebook/readable-pieces.ts';

const piece = fc.record({
  kind: fc.constantFrom('same' as const, 'removed' as const, 'added' as const),
  text: fc.string({ minLength: 1, maxLength: 40 }),
});
const textOf = (pieces: readonly { readonly kind: string; readonly text: string }[], without: string) =>
  pieces
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');

it('reads scattered words as one change', () => {
  expect(
    readablePieces([
      { kind: 'removed', text: 'Tout' },
      { kind: 'added', text: 'Quand' },
      { kind: 'same', text: ' un ' },
      { kind: 'removed', text: 'envoi' },
      { kind: 'added', text: 'outil' },
      { kind: 'same', text: ' est nommé par la personne interrogée.' },
    ]),
  ).toEqual([
    { kind: 'removed', text: 'Tout un envoi' },
    { kind: 'added', text: 'Quand un outil' },
    { kind: 'same', text: ' est nommé par la personne interrogée.' },
  ]);
});

it('leaves both texts what they are', () => {
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const readable = readablePieces(pieces);
      expect(textOf(readable, 'added')).toBe(textOf(pieces, 'added'));
      expect(textOf(readable, 'removed')).toBe(textOf(pieces, 'removed'));
    }),
  );
});
