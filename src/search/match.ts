import { findPhraseIn, type SearchableText } from '../text/find.ts';
import { fold } from '../text/fold.ts';
import type { TextRange } from '../text/range.ts';
import { wordsTouching, type WordIndex } from '../text/words.ts';
import type { Leaf, NearLeaf, PhraseLeaf } from './compile.ts';

/** A hit with the forms that open phrases took in it. */
export interface Hit extends TextRange {
  readonly forms: readonly Form[];
}

/** What an open phrase stood for. */
export interface Form {
  /** Folded, in one line: by this, forms are told apart. */
  readonly key: string;
  readonly written: string;
}

function formOf(written: string): Form {
  return { key: fold(written).folded.replaceAll(/\s+/gu, ' ').trim(), written: written.toLowerCase() };
}

/** Where a leaf of a query occurs in a paragraph, ascending, without the forms that are excluded. */
export function leafHits(prepared: SearchableText, leaf: Leaf, excluded: ReadonlySet<string>): Hit[] {
  return leaf.kind === 'phrase' ? phraseHits(prepared, leaf, excluded) : nearHits(prepared, leaf, excluded);
}

function phraseHits(prepared: SearchableText, leaf: PhraseLeaf, excluded: ReadonlySet<string>): Hit[] {
  const found = findPhraseIn(prepared, leaf.phrase);
  if (!leaf.open) return found.map(({ start, end }) => ({ start, end, forms: [] }));
  return found
    .map(({ start, end }) => ({ start, end, forms: [formOf(prepared.text.slice(start, end))] }))
    .filter(({ forms }) => !forms.some((form) => excluded.has(form.key)));
}

/** From one to the other, both included: for each left one the nearest right one; the shortest where they overlap. */
function nearHits(prepared: SearchableText, leaf: NearLeaf, excluded: ReadonlySet<string>): Hit[] {
  const words = originalWords(prepared);
  const side = (phrases: readonly PhraseLeaf[]) =>
    phrases
      .flatMap((phrase) => phraseHits(prepared, phrase, excluded))
      .map((hit) => ({ ...hit, words: wordsTouching(words, hit) }));
  const [lefts, rights] = [side(leaf.left), side(leaf.right)];
  const pairs: Hit[] = [];
  for (const left of lefts) {
    for (const right of rights) {
      const between = Math.max(left.words.first - right.words.end, right.words.first - left.words.end);
      if (between < 0 || between > leaf.words) continue;
      pairs.push({
        start: Math.min(left.start, right.start),
        end: Math.max(left.end, right.end),
        forms: [...left.forms, ...right.forms],
      });
    }
  }
  pairs.sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start);
  const kept: Hit[] = [];
  for (const pair of pairs)
    if (!kept.some((other) => other.start < pair.end && pair.start < other.end)) kept.push(pair);
  return kept.sort((a, b) => a.start - b.start);
}

function originalWords({ starts, ends, fold: folded }: SearchableText): WordIndex {
  return {
    starts: starts.map((at) => folded.toOriginal(at)),
    ends: ends.map((at) => folded.toOriginal(at)),
  };
}
