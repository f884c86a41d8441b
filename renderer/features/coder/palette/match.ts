import { fold, type FoldedText } from '../../../../src/text/fold.ts';
import type { TextRange } from '../../../../src/text/range.ts';

/** What the palette looks through. */
export interface Candidate {
  readonly id: number;
  readonly name: string;
  readonly definition: string;
}

/** How a code was found; the order is the order of the list. */
export type MatchKind = 'prefix' | 'word' | 'fuzzy' | 'definition';

export interface Match<C extends Candidate = Candidate> {
  readonly item: C;
  readonly kind: MatchKind;
  /** Letters of the name that were matched. */
  readonly nameRanges: readonly TextRange[];
  /** The words of the definition around the match, when that is where it was found. */
  readonly excerpt: { readonly text: string; readonly ranges: readonly TextRange[] } | null;
}

interface Prepared<C extends Candidate> {
  readonly item: C;
  readonly name: FoldedText;
  readonly definition: FoldedText;
}

const RANK: Readonly<Record<MatchKind, number>> = { prefix: 0, word: 1, fuzzy: 2, definition: 3 };
const LETTER = /[\p{L}\p{N}]/u;
const EXCERPT = 30;

/** Folds the codes once, for any number of queries. */
export function prepare<C extends Candidate>(items: readonly C[]): (query: string) => Match<C>[] {
  const prepared = items.map((item) => ({ item, name: fold(item.name), definition: fold(item.definition) }));
  return (query) => search(prepared, query);
}

function search<C extends Candidate>(prepared: readonly Prepared<C>[], query: string): Match<C>[] {
  const folded = fold(query.trim()).folded;
  if (folded === '') return [];
  const found: { match: Match<C>; score: number; order: number }[] = [];
  for (const [order, entry] of prepared.entries()) {
    const hit = matchOne(entry, folded);
    if (hit !== null) found.push({ ...hit, order });
  }
  found.sort((a, b) => RANK[a.match.kind] - RANK[b.match.kind] || a.score - b.score || a.order - b.order);
  return found.map(({ match }) => match);
}

function matchOne<C extends Candidate>(
  entry: Prepared<C>,
  query: string,
): { match: Match<C>; score: number } | null {
  const { item, name } = entry;
  const named = (
    kind: MatchKind,
    ranges: readonly TextRange[],
    score: number,
  ): { match: Match<C>; score: number } => ({
    match: { item, kind, nameRanges: ranges.map((range) => name.rangeToOriginal(range)), excerpt: null },
    score,
  });
  if (name.folded.startsWith(query))
    return named('prefix', [{ start: 0, end: query.length }], name.folded.length);
  const words = wordPrefixes(name.folded, query);
  if (words !== null) return named('word', words, words[0]?.start ?? 0);
  const loose = fuzzy(name.folded, query);
  if (loose !== null) return named('fuzzy', loose.ranges, loose.score);
  return inDefinition(entry, query);
}

/** The query at the beginning of a word, or its words at the beginnings of words in order. */
function wordPrefixes(text: string, query: string): TextRange[] | null {
  for (let at = text.indexOf(query); at >= 0; at = text.indexOf(query, at + 1)) {
    if (beginsWord(text, at)) return [{ start: at, end: at + query.length }];
  }
  const parts = query.split(/\s+/u);
  if (parts.length < 2) return null;
  const ranges: TextRange[] = [];
  let from = 0;
  for (const part of parts) {
    let at = text.indexOf(part, from);
    while (at >= 0 && !beginsWord(text, at)) at = text.indexOf(part, at + 1);
    if (at < 0) return null;
    ranges.push({ start: at, end: at + part.length });
    from = at + part.length;
  }
  return ranges;
}

function beginsWord(text: string, at: number): boolean {
  return at === 0 || !LETTER.test(text[at - 1] ?? '');
}

/**
 * All letters of the query in order, each run of them at the beginning of a word: initials and shortened words.
 * From four letters on one run may begin elsewhere, as where a letter was left out. Fewer and closer runs come first.
 */
function fuzzy(text: string, query: string): { ranges: TextRange[]; score: number } | null {
  const letters = query.replaceAll(/\s+/gu, '');
  const ranges: { start: number; end: number }[] = [];
  for (const letter of letters) {
    const last = ranges.at(-1);
    if (last !== undefined && text[last.end] === letter) {
      last.end += 1;
      continue;
    }
    const at = nextOccurrence(text, letter, last?.end ?? 0);
    if (at < 0) return null;
    ranges.push({ start: at, end: at + 1 });
  }
  const astray = ranges.filter((range) => !beginsWord(text, range.start)).length;
  if (astray > (letters.length >= 4 ? 1 : 0)) return null;
  const first = ranges[0]?.start ?? 0;
  const span = (ranges.at(-1)?.end ?? 0) - first;
  return { ranges, score: astray * 10_000 + ranges.length * 1000 + span * 10 + first };
}

/** The beginning of a word is preferred to the middle of one. */
function nextOccurrence(text: string, letter: string, from: number): number {
  const nearest = text.indexOf(letter, from);
  for (let at = nearest; at >= 0; at = text.indexOf(letter, at + 1)) if (beginsWord(text, at)) return at;
  return nearest;
}

function inDefinition<C extends Candidate>(
  entry: Prepared<C>,
  query: string,
): { match: Match<C>; score: number } | null {
  const { item, definition } = entry;
  let at = definition.folded.indexOf(query);
  while (at >= 0 && !beginsWord(definition.folded, at)) at = definition.folded.indexOf(query, at + 1);
  if (at < 0) return null;
  const hit = definition.rangeToOriginal({ start: at, end: at + query.length });
  const excerpt = excerptAround(item.definition, hit);
  return { match: { item, kind: 'definition', nameRanges: [], excerpt }, score: at };
}

function excerptAround(text: string, hit: TextRange): { text: string; ranges: TextRange[] } {
  let start = Math.max(0, hit.start - EXCERPT / 2);
  while (start > 0 && start < hit.start && LETTER.test(text[start - 1] ?? '')) start += 1;
  let end = Math.min(text.length, hit.end + EXCERPT);
  while (end < text.length && end > hit.end && LETTER.test(text[end] ?? '')) end -= 1;
  const cut = text.slice(start, end).replaceAll(/\s/gu, ' ');
  const trimmed = cut.trimStart();
  const shift = start + (cut.length - trimmed.length);
  return { text: trimmed.trimEnd(), ranges: [{ start: hit.start - shift, end: hit.end - shift }] };
}
