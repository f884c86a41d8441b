import { RepereError } from '../errors/codes.ts';
import { MOST_NEAR_WORDS, NEAR_WORDS } from './query-ast.ts';

export type QueryToken =
  | { readonly kind: 'and' | 'or' | 'not' | 'open' | 'close' | 'end'; readonly at: number }
  | { readonly kind: 'near'; readonly at: number; readonly words: number }
  | { readonly kind: 'words'; readonly at: number; readonly text: string };

/** What is wrong with a query; the sentences stand in the message catalogue. */
export type SyntaxProblem =
  | 'quote-open'
  | 'bracket-open'
  | 'bracket-closed'
  | 'words-missing'
  | 'near-words'
  | 'near-distance'
  | 'only-excluded';

const OPERATORS: Readonly<Record<string, 'and' | 'or' | 'not'>> = {
  AND: 'and',
  ET: 'and',
  OR: 'or',
  OU: 'or',
  NOT: 'not',
  NON: 'not',
  SAUF: 'not',
  SANS: 'not',
};
const NEAR = /^(?:NEAR|PRÈS|PRES)(?:\/(\d*))?$/u;
const QUOTES: Readonly<Record<string, string>> = { '"': '"', '“': '”', '«': '»' };
const PIECE = /[^\s()"“«]+/uy;

/** A failure that points to the sign, in UTF-16 code units of the query, where reading stopped. */
export function syntaxError(problem: SyntaxProblem, at: number): never {
  throw new RepereError('search.syntax', { problem, at, position: at + 1 });
}

/** Cuts a query into words, operators in capitals, and brackets. Words in a row are one phrase. */
export function queryTokens(query: string): QueryToken[] {
  const tokens: QueryToken[] = [];
  // Words stand together until an operator, a bracket or a quotation comes.
  let bare: { readonly at: number; end: number } | null = null;
  const closeBare = (): void => {
    if (bare !== null) tokens.push({ kind: 'words', at: bare.at, text: query.slice(bare.at, bare.end) });
    bare = null;
  };
  for (let at = 0; at < query.length;) {
    const sign = query[at] ?? '';
    const closing = QUOTES[sign];
    if (/\s/u.test(sign)) {
      at += 1;
    } else if (sign === '(' || sign === ')') {
      closeBare();
      tokens.push({ kind: sign === '(' ? 'open' : 'close', at });
      at += 1;
    } else if (closing !== undefined) {
      closeBare();
      const end = query.indexOf(closing, at + 1);
      if (end < 0) syntaxError('quote-open', at);
      const text = query.slice(at + 1, end).trim();
      if (text === '') syntaxError('words-missing', at);
      tokens.push({ kind: 'words', at, text });
      at = end + 1;
    } else {
      PIECE.lastIndex = at;
      const piece = PIECE.exec(query)?.[0] ?? sign;
      const operator = operatorToken(piece, at);
      if (operator !== null) {
        closeBare();
        tokens.push(operator);
      } else if (bare === null) bare = { at, end: at + piece.length };
      else bare.end = at + piece.length;
      at += piece.length;
    }
  }
  closeBare();
  tokens.push({ kind: 'end', at: query.length });
  return tokens;
}

function operatorToken(piece: string, at: number): QueryToken | null {
  const kind = Object.hasOwn(OPERATORS, piece) ? OPERATORS[piece] : undefined;
  if (kind !== undefined) return { kind, at };
  const near = NEAR.exec(piece.normalize('NFC'));
  if (near === null) return null;
  const words = near[1] === undefined ? NEAR_WORDS : Number.parseInt(near[1], 10);
  if (!(words >= 1 && words <= MOST_NEAR_WORDS)) syntaxError('near-distance', at);
  return { kind: 'near', at, words };
}
