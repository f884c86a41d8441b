import { hasPositive, type PhraseQuery, type Query } from './query-ast.ts';
import { queryTokens, syntaxError, type QueryToken } from './query-tokens.ts';

/** How deep brackets may go. */
const DEEPEST = 50;

/**
 * Reads a query: words in a row are a phrase, as are quoted ones; AND, OR, NOT and NEAR/n (ET, OU, SAUF, PRÈS/n) in
 * capitals; NEAR binds closest, then NOT, AND, OR. Fails with `search.syntax`, saying what is wrong and where.
 */
export function parseQuery(query: string): Query {
  const reader = new QueryReader(queryTokens(query));
  const read = reader.alternatives(0);
  reader.finish();
  if (!hasPositive(read)) syntaxError('only-excluded', 0);
  return read;
}

class QueryReader {
  readonly #tokens: readonly QueryToken[];
  #next = 0;

  constructor(tokens: readonly QueryToken[]) {
    this.#tokens = tokens;
  }

  alternatives(depth: number): Query {
    const parts = [this.#together(depth)];
    while (this.#take('or')) parts.push(this.#together(depth));
    return joined('or', parts);
  }

  finish(): void {
    const token = this.#peek();
    if (token.kind !== 'end') syntaxError('bracket-closed', token.at);
  }

  #together(depth: number): Query {
    const parts = [this.#excluded(depth)];
    // Things side by side (a quotation and a bracket, say) must both be there, as with AND.
    while (this.#take('and') || ['words', 'open', 'not'].includes(this.#peek().kind))
      parts.push(this.#excluded(depth));
    return joined('and', parts);
  }

  #excluded(depth: number): Query {
    return this.#take('not') ? { kind: 'not', part: this.#near(depth) } : this.#near(depth);
  }

  #near(depth: number): Query {
    const left = this.#primary(depth);
    const token = this.#peek();
    if (token.kind !== 'near') return left;
    this.#next += 1;
    const right = this.#primary(depth);
    const after = this.#peek();
    if (after.kind === 'near') syntaxError('near-words', after.at);
    return {
      kind: 'near',
      left: phrasesOf(left, token.at),
      right: phrasesOf(right, token.at),
      words: token.words,
    };
  }

  #primary(depth: number): Query {
    const token = this.#peek();
    this.#next += 1;
    if (token.kind === 'words') return { kind: 'phrase', text: token.text };
    if (token.kind === 'close') syntaxError('bracket-closed', token.at);
    if (token.kind !== 'open' || depth >= DEEPEST) syntaxError('words-missing', token.at);
    const inside = this.alternatives(depth + 1);
    if (!this.#take('close')) syntaxError('bracket-open', token.at);
    return inside;
  }

  #peek(): QueryToken {
    return this.#tokens[this.#next] ?? { kind: 'end', at: 0 };
  }

  #take(kind: QueryToken['kind']): boolean {
    if (this.#peek().kind !== kind) return false;
    this.#next += 1;
    return true;
  }
}

function joined(kind: 'and' | 'or', parts: readonly Query[]): Query {
  const [first] = parts;
  return parts.length === 1 && first !== undefined ? first : { kind, parts };
}

/** NEAR stands between phrases, or brackets of phrases joined by OR. */
function phrasesOf(query: Query, at: number): readonly PhraseQuery[] {
  if (query.kind === 'phrase') return [query];
  if (query.kind !== 'or') syntaxError('near-words', at);
  return query.parts.map((part) => (part.kind === 'phrase' ? part : syntaxError('near-words', at)));
}
