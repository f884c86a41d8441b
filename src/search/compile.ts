import { ANY_ONE, ANY_RUN } from '../text/char-class.ts';
import { phraseOf, type Phrase } from '../text/find.ts';
import { fold } from '../text/fold.ts';
import { sameStem, type StemLanguage } from '../text/stem.ts';
import type { PhraseQuery, Query } from './query-ast.ts';

export interface MatchOptions {
  readonly respectAccents: boolean;
  readonly stem: StemLanguage | null;
}

/** A phrase with all forms that its words may have. */
export interface PhraseLeaf {
  readonly kind: 'phrase';
  /** Its number among the leaves of the query. */
  readonly leaf: number;
  readonly phrase: Phrase;
  /** Whether it can stand for several forms, which are listed then. */
  readonly open: boolean;
}

export interface NearLeaf {
  readonly kind: 'near';
  readonly leaf: number;
  readonly left: readonly PhraseLeaf[];
  readonly right: readonly PhraseLeaf[];
  readonly words: number;
}

export type Leaf = PhraseLeaf | NearLeaf;
export type Compiled =
  | Leaf
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Compiled[] }
  | { readonly kind: 'not'; readonly part: Compiled };

export interface CompiledQuery {
  readonly root: Compiled;
  /** By their number. */
  readonly leaves: readonly Leaf[];
}

/** Makes a query ready to be looked for: phrases cut into words, stems worked out. */
export function compileQuery(query: Query, options: MatchOptions): CompiledQuery {
  const leaves: Leaf[] = [];
  const compile = (each: Query): Compiled => {
    switch (each.kind) {
      case 'phrase':
      case 'near': {
        const leaf = compileLeaf(each, leaves.length, options);
        leaves.push(leaf);
        return leaf;
      }
      case 'not':
        return { kind: 'not', part: compile(each.part) };
      case 'and':
      case 'or':
        return { kind: each.kind, parts: each.parts.map(compile) };
    }
  };
  return { root: compile(query), leaves };
}

function compileLeaf(
  query: PhraseQuery | Extract<Query, { kind: 'near' }>,
  leaf: number,
  options: MatchOptions,
): Leaf {
  const phraseLeaf = ({ text }: PhraseQuery): PhraseLeaf => {
    const phrase = withStems(phraseOf(text, options), options);
    const open = phrase.wild || (phrase.accepts?.some((each) => each !== null) ?? false);
    return { kind: 'phrase', leaf, phrase, open };
  };
  if (query.kind === 'phrase') return phraseLeaf(query);
  return {
    kind: 'near',
    leaf,
    left: query.left.map(phraseLeaf),
    right: query.right.map(phraseLeaf),
    words: query.words,
  };
}

function withStems(phrase: Phrase, { stem, respectAccents }: MatchOptions): Phrase {
  if (stem === null) return phrase;
  const accepts = phrase.words.map((word) => {
    // A word with signs says itself which forms it wants; elisions have no forms.
    if (isGlob(word) || word.length < 3) return null;
    const same = sameStem(fold(word).folded, stem);
    return respectAccents ? (other: string) => same(fold(other).folded) : same;
  });
  return { ...phrase, accepts };
}

export function isGlob(word: string): boolean {
  return word.includes(ANY_RUN) || word.includes(ANY_ONE);
}
