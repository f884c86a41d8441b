import { globMatches } from '../../../src/text/glob.ts';
import { ANY_ONE, ANY_RUN } from '../../../src/text/char-class.ts';
import { fold } from '../../../src/text/fold.ts';
import { wordIndex } from '../../../src/text/words.ts';
import type { Query } from '../../../src/search/query-ast.ts';

/** Whether a paragraph of plain words makes a query true, worked out in the most literal way. */
export function naivelyTrue(paragraph: string, query: Query): boolean {
  const spans = (text: string) => phraseSpans(paragraph, text);
  switch (query.kind) {
    case 'phrase':
      return spans(query.text).length > 0;
    case 'not':
      return !naivelyTrue(paragraph, query.part);
    case 'and':
      return query.parts.every((part) => naivelyTrue(paragraph, part));
    case 'or':
      return query.parts.some((part) => naivelyTrue(paragraph, part));
    case 'near': {
      const left = query.left.flatMap(({ text }) => spans(text));
      const right = query.right.flatMap(({ text }) => spans(text));
      return left.some((a) =>
        right.some((b) => {
          const between = Math.max(b.first - a.end, a.first - b.end);
          return between >= 0 && between <= query.words;
        }),
      );
    }
  }
}

interface Span {
  readonly first: number;
  readonly end: number;
}

/** Ordinals of words, as far as phrases never overlap themselves. */
function phraseSpans(paragraph: string, phrase: string): Span[] {
  const words = foldedWords(paragraph);
  const wanted = foldedWords(phrase.replaceAll('*', ANY_RUN).replaceAll('?', ANY_ONE));
  const spans: Span[] = [];
  for (let first = 0; first + wanted.length <= words.length; first += 1) {
    const end = first + wanted.length;
    if (!wanted.every((pattern, at) => matches(words[first + at]!, pattern))) continue;
    spans.push({ first, end });
    first = end - 1;
  }
  return spans;
}

const matches = (word: string, pattern: string) => globMatches(word, 0, word.length, pattern);

function foldedWords(text: string): string[] {
  const { folded } = fold(text);
  const { starts, ends } = wordIndex(folded);
  return Array.from(starts, (start, at) => folded.slice(start, ends[at]));
}
