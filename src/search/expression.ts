import { ANY_RUN } from '../text/char-class.ts';
import type { Phrase } from '../text/find.ts';
import { fold } from '../text/fold.ts';
import { globMatches } from '../text/glob.ts';
import { indexTerm, LONGEST_TERM, termWord } from '../text/index-words.ts';
import { stemPrefix, type StemLanguage } from '../text/stem.ts';
import { isGlob, type Compiled, type CompiledQuery, type Leaf, type NearLeaf } from './compile.ts';

/** An expression for the index, or that every paragraph, or none, may hold the query. */
export type Candidates = { readonly match: string } | 'all' | 'none';

/** Terms of the index that begin with a prefix. */
export type TermsFrom = (prefix: string) => Iterable<string>;

/** From so many forms on, a word no longer narrows the search. */
const MOST_FORMS = 2_000;

/** So many pairs of phrases near each other are asked of the index at most. */
const MOST_PAIRS = 64;

/** A hit may touch a word more on either side than its phrase has: what is too far is found out in the text. */
const NEAR_SLACK = 4;

/** Which paragraphs can hold a query: never too few; what is too many is found out in the text itself. */
export function candidatesOf(
  { root, leaves }: CompiledQuery,
  wide: boolean,
  stem: StemLanguage | null,
  terms: TermsFrom,
): Candidates {
  const ofLeaf = (leaf: Leaf): Candidates =>
    leaf.kind === 'phrase'
      ? phraseCandidates(leaf.phrase, stem, terms)
      : (nearCandidates(leaf) ?? both([either(leaf.left.map(ofLeaf)), either(leaf.right.map(ofLeaf))]));
  // Where a query may be true across paragraphs, every paragraph with a part of it counts.
  if (wide) return either(leaves.map(ofLeaf));
  const of = (query: Compiled): Candidates => {
    switch (query.kind) {
      case 'phrase':
      case 'near':
        return ofLeaf(query);
      case 'not':
        return 'all';
      case 'and':
        return both(query.parts.map(of));
      case 'or':
        return either(query.parts.map(of));
    }
  };
  return of(root);
}

/** Both sides near each other, where each is words in a row; `null` where a word of them may have several forms. */
function nearCandidates({ left, right, words }: NearLeaf): Candidates | null {
  const sides = [left, right].map((phrases) =>
    phrases.map(({ phrase }) => (formsOpen(phrase).includes(true) ? '' : inARow(phrase))),
  );
  const [lefts = [], rights = []] = sides;
  if ([...lefts, ...rights].includes('')) return null;
  const pairs = lefts.flatMap((one) => rights.map((other) => `NEAR(${one} ${other}, ${words + NEAR_SLACK})`));
  return pairs.length > MOST_PAIRS ? null : { match: `(${pairs.join(' OR ')})` };
}

function inARow({ words }: Phrase): string {
  return words.length === 0 ? '' : `"${words.map((word) => indexTerm(fold(word).folded)).join(' ')}"`;
}

/** For each word of a phrase, whether it may have several forms. */
function formsOpen({ words, accepts }: Phrase): readonly boolean[] {
  return words.map((word, at) => isGlob(word) || (accepts?.[at] ?? null) !== null);
}

function phraseCandidates(phrase: Phrase, stem: StemLanguage | null, terms: TermsFrom): Candidates {
  const words = phrase.words.map((word) => fold(word).folded);
  if (words.length === 0) return phrase.before === '' ? 'none' : 'all';
  const open = formsOpen(phrase);
  if (!open.includes(true)) return { match: inARow(phrase) };
  return both(
    words.map((word, at) => {
      if (open[at] !== true) return { match: `"${indexTerm(word)}"` };
      const accepts = phrase.accepts?.[at] ?? null;
      if (accepts !== null && stem !== null)
        return formsOf(terms(indexTerm(stemPrefix(word, stem))), (form) => accepts(form));
      return globCandidates(word, terms);
    }),
  );
}

/** Whether a word of a query begins with a sign, so that every term of the index may be one of its forms. */
export function asksForAllTerms({ leaves }: CompiledQuery): boolean {
  const phrases = leaves.flatMap((leaf) => (leaf.kind === 'phrase' ? [leaf] : [...leaf.left, ...leaf.right]));
  return phrases.some(({ phrase }) => phrase.words.some((word) => signAt(word) === 0));
}

function signAt(word: string): number {
  return word.search(/[\uFDD0\uFDD1]/u);
}

function globCandidates(pattern: string, terms: TermsFrom): Candidates {
  const sign = signAt(pattern);
  const prefix = indexTerm(pattern.slice(0, sign));
  // A run at the end and nowhere else: the index itself finds what begins so.
  if (sign > 0 && sign === pattern.length - 1 && pattern.endsWith(ANY_RUN)) return { match: `"${prefix}"*` };
  return formsOf(terms(prefix), (form) => globMatches(form, 0, form.length, pattern));
}

function formsOf(terms: Iterable<string>, accepts: (word: string) => boolean): Candidates {
  const forms: string[] = [];
  for (const term of terms) {
    // A term that was cut may stand for any longer word.
    if (term.length < LONGEST_TERM && !accepts(termWord(term))) continue;
    forms.push(`"${term}"`);
    if (forms.length > MOST_FORMS) return 'all';
  }
  return forms.length === 0 ? 'none' : { match: `(${forms.join(' OR ')})` };
}

function both(parts: readonly Candidates[]): Candidates {
  if (parts.includes('none')) return 'none';
  return joined(
    parts.filter((part) => typeof part === 'object'),
    ' AND ',
  );
}

function either(parts: readonly Candidates[]): Candidates {
  if (parts.includes('all')) return 'all';
  const some = parts.filter((part) => typeof part === 'object');
  return some.length === 0 ? 'none' : joined(some, ' OR ');
}

function joined(
  parts: readonly Extract<Candidates, { readonly match: string }>[],
  operator: string,
): Candidates {
  if (parts.length === 0) return 'all';
  return {
    match:
      parts.length === 1 ? (parts[0]?.match ?? '') : `(${parts.map((part) => part.match).join(operator)})`,
  };
}
