import type { CodebookChange } from '../../../src/versions/contract.ts';

type Pieces = Extract<CodebookChange, { readonly kind: 'definition' }>['pieces'];

/** Words that stayed between two changes are read with them up to this length, in UTF-16 code units. */
const ISLAND = 24;

/**
 * The difference of two texts as one reads it: what was there, then what came, instead of word beside word. A few words
 * that both have by chance between two changes go with the change; the two texts stay what they are.
 */
export function readablePieces(pieces: Pieces): Pieces {
  const readable: Pieces = [];
  let [removed, added] = ['', ''];
  const flush = (): void => {
    if (removed !== '') readable.push({ kind: 'removed', text: removed });
    if (added !== '') readable.push({ kind: 'added', text: added });
    [removed, added] = ['', ''];
  };
  for (const [at, { kind, text }] of pieces.entries()) {
    const isBetween = (removed !== '' || added !== '') && at < pieces.length - 1;
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else if (isBetween && text.length <= ISLAND && !text.includes('\n')) {
      removed += text;
      added += text;
    } else {
      flush();
      readable.push({ kind, text });
    }
  }
  flush();
  return readable;
}
