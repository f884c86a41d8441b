/** Some words in a row; `*` and `?` stand for letters. */
export interface PhraseQuery {
  readonly kind: 'phrase';
  readonly text: string;
}

/** Two things at most so many words apart, in either order. */
export interface NearQuery {
  readonly kind: 'near';
  readonly left: readonly PhraseQuery[];
  readonly right: readonly PhraseQuery[];
  readonly words: number;
}

export type Query =
  | PhraseQuery
  | NearQuery
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Query[] }
  | { readonly kind: 'not'; readonly part: Query };

/** The words apart when NEAR says no number. */
export const NEAR_WORDS = 10;
export const MOST_NEAR_WORDS = 200;

/** The query as a person could have written it; reading it again gives the same query. */
export function printQuery(query: Query): string {
  switch (query.kind) {
    case 'phrase':
      return `"${query.text}"`;
    case 'near':
      return `${printOperand(query.left)} NEAR/${query.words} ${printOperand(query.right)}`;
    case 'not':
      return `NOT ${printInside(query.part)}`;
    case 'and':
    case 'or':
      return query.parts.map(printInside).join(query.kind === 'and' ? ' AND ' : ' OR ');
  }
}

function printInside(query: Query): string {
  return query.kind === 'phrase' ? printQuery(query) : `(${printQuery(query)})`;
}

function printOperand(phrases: readonly PhraseQuery[]): string {
  const written = phrases.map(printQuery).join(' OR ');
  return phrases.length === 1 ? written : `(${written})`;
}

/** What a query looks for: every phrase that is not excluded. */
export function hasPositive(query: Query): boolean {
  switch (query.kind) {
    case 'phrase':
    case 'near':
      return true;
    case 'not':
      return false;
    case 'and':
      return query.parts.some(hasPositive);
    case 'or':
      return query.parts.every(hasPositive);
  }
}
