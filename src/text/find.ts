import { ANY_ONE, ANY_RUN } from './char-class.ts';
import { fold, type FoldedText, type FoldOptions } from './fold.ts';
import { globMatches } from './glob.ts';
import { snapToGraphemes } from './graphemes.ts';
import { contains, type TextRange } from './range.ts';
import { endsInElision, wordIndex } from './words.ts';

export interface FindOptions extends FoldOptions {
  /** Only hits that lie wholly in this range of the original. */
  readonly within?: TextRange;
}

/** A text folded and cut into words once, for several queries. */
export interface SearchableText {
  readonly text: string;
  readonly fold: FoldedText;
  readonly respectAccents: boolean;
  readonly starts: Int32Array;
  /** Without the apostrophe of an elision: it stands between two words, so that `l` and `l'` both find it. */
  readonly ends: Int32Array;
}

/** A query cut as the text is: the words, and what stands before, between and after them. */
export interface Phrase {
  readonly words: readonly string[];
  /** Whether `*` or `?` stand in it. */
  readonly wild: boolean;
  /** Where a word may have several forms: whether a folded word of the text is one of them. */
  readonly accepts?: readonly (((word: string) => boolean) | null)[];
  readonly before: string;
  readonly gaps: readonly string[];
  readonly after: string;
}

/**
 * Where a phrase occurs, in original positions, ascending, never overlapping. It matches whole words; `*` stands
 * for any run of letters of a word and `?` for one; any white space for any other. A `?` between spaces is the
 * sign itself, and a query without any letter is looked for as it is. An empty query finds nothing.
 */
export function findText(text: string, query: string, options: FindOptions = {}): TextRange[] {
  return query.trim() === '' ? [] : findIn(searchable(text, options), query, options.within);
}

export function searchable(text: string, options: FoldOptions = {}): SearchableText {
  const respectAccents = options.respectAccents ?? false;
  const folded = fold(text, { respectAccents });
  const words = wordIndex(folded.folded);
  return {
    text,
    fold: folded,
    respectAccents,
    starts: words.starts,
    ends: bareEnds(folded.folded, words.ends),
  };
}

/** As `findText`, over a text prepared with `searchable`. */
export function findIn(prepared: SearchableText, query: string, within?: TextRange): TextRange[] {
  return findPhraseIn(prepared, phraseOf(query, prepared), within);
}

/** A phrase made ready for texts that were prepared with the same options. */
export function phraseOf(query: string, { respectAccents = false }: FoldOptions = {}): Phrase {
  return parsePhrase(fold(query, { respectAccents }).folded.trim());
}

/** Where a phrase occurs, as `findText` answers it; a phrase of nothing occurs nowhere. */
export function findPhraseIn(prepared: SearchableText, phrase: Phrase, within?: TextRange): TextRange[] {
  const limits = within ?? { start: 0, end: prepared.text.length };
  if (phrase.words.length > 0) return findPhrase(prepared, phrase, limits);
  return phrase.before === '' ? [] : findSigns(prepared, phrase.before, limits);
}

function parsePhrase(query: string): Phrase {
  // French sets a space before a question mark: one that stands alone is the sign itself.
  const pattern = query.replaceAll('*', ANY_RUN).replaceAll(/(?<!^|\s)\?|\?(?!\s|$)/gu, ANY_ONE);
  const { starts, ends } = wordIndex(pattern);
  const bare = bareEnds(pattern, ends);
  const words = Array.from(starts, (start, at) => pattern.slice(start, bare[at]));
  const gaps = words.slice(1).map((_word, at) => oneSpaced(pattern.slice(bare[at], starts[at + 1])));
  return {
    words,
    wild: pattern !== query,
    before: oneSpaced(pattern.slice(0, starts[0])),
    gaps,
    after: words.length === 0 ? '' : oneSpaced(pattern.slice(bare.at(-1))),
  };
}

function findPhrase(prepared: SearchableText, phrase: Phrase, within: TextRange): TextRange[] {
  const { starts, ends } = prepared;
  const { folded } = prepared.fold;
  const hits: TextRange[] = [];
  const count = phrase.words.length;
  for (let first = 0; first + count <= starts.length; first += 1) {
    if (!matchesAt(folded, starts, ends, first, phrase)) continue;
    const last = first + count - 1;
    const start = measureBefore(folded, ends[first - 1] ?? 0, starts[first] ?? 0, phrase.before);
    const end = measureAfter(folded, ends[last] ?? 0, starts[last + 1] ?? folded.length, phrase.after);
    if (start === null || end === null) continue;
    const hit = toOriginal(prepared, start, end);
    if (!contains(within, hit)) continue;
    hits.push(hit);
    first = last;
  }
  return hits;
}

function matchesAt(
  folded: string,
  starts: Int32Array,
  ends: Int32Array,
  first: number,
  phrase: Phrase,
): boolean {
  for (let at = 0; at < phrase.words.length; at += 1) {
    const start = starts[first + at] ?? 0;
    const end = ends[first + at] ?? 0;
    const word = phrase.words[at] ?? '';
    if (at > 0 && !sameGap(folded, ends[first + at - 1] ?? 0, start, phrase.gaps[at - 1] ?? '')) return false;
    const accepts = phrase.accepts?.[at] ?? null;
    if (accepts !== null) {
      if (!accepts(folded.slice(start, end))) return false;
    } else if (phrase.wild) {
      if (!globMatches(folded, start, end, word)) return false;
    } else if (end - start !== word.length || !folded.startsWith(word, start)) {
      return false;
    }
  }
  return true;
}

function sameGap(folded: string, start: number, end: number, gap: string): boolean {
  if (end - start === gap.length && folded.startsWith(gap, start)) return true;
  return oneSpaced(folded.slice(start, end)) === gap;
}

/** Where the signs that must stand right before a word begin, or `null` when they do not stand there. */
function measureBefore(folded: string, from: number, wordStart: number, signs: string): number | null {
  if (signs === '') return wordStart;
  const found = new RegExp(`${signsPattern(signs)}$`, 'u').exec(folded.slice(from, wordStart));
  return found === null ? null : wordStart - found[0].length;
}

function measureAfter(folded: string, wordEnd: number, to: number, signs: string): number | null {
  if (signs === '') return wordEnd;
  const found = new RegExp(`^${signsPattern(signs)}`, 'u').exec(folded.slice(wordEnd, to));
  return found === null ? null : wordEnd + found[0].length;
}

function findSigns(prepared: SearchableText, signs: string, within: TextRange): TextRange[] {
  const hits: TextRange[] = [];
  for (const found of prepared.fold.folded.matchAll(new RegExp(signsPattern(signs), 'gu'))) {
    const hit = toOriginal(prepared, found.index, found.index + found[0].length);
    // Two signs inside one emoji grow to the same emoji.
    if (hit.start >= (hits.at(-1)?.end ?? 0) && contains(within, hit)) hits.push(hit);
  }
  return hits;
}

function toOriginal(prepared: SearchableText, start: number, end: number): TextRange {
  return snapToGraphemes(prepared.text, prepared.fold.rangeToOriginal({ start, end }));
}

function signsPattern(signs: string): string {
  return signs.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, '\\$&').replaceAll(/\s+/gu, '\\s+');
}

function oneSpaced(gap: string): string {
  return gap.replaceAll(/\s+/gu, ' ');
}

function bareEnds(text: string, ends: Int32Array): Int32Array {
  return ends.map((end) => (endsInElision(text, end) ? end - 1 : end));
}
