import { fold } from './fold.ts';

/** What a regular expression is made of. A `set` accepts one character; its source is that of an expression for one. */
export type PatternNode =
  | { readonly kind: 'set'; readonly source: string }
  | { readonly kind: 'assert'; readonly what: Assertion }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly options: readonly PatternNode[] }
  | {
      readonly kind: 'repeat';
      readonly of: PatternNode;
      readonly from: number;
      readonly to: number;
      readonly isLazy: boolean;
    };

/** The beginning and the end of a paragraph, the edge of a word, and anywhere but there. */
export type Assertion = 'start' | 'end' | 'edge' | 'no-edge';

export type PatternProblem = 'pattern-long' | 'malformed' | 'looks-around' | 'pattern-large';

/** Longest pattern in UTF-16 code units. */
export const MAX_PATTERN = 500;

/** What counts as a letter of a word, in every language. */
export const WORD_CLASS = String.raw`[\p{L}\p{M}\p{N}_]`;
const APOSTROPHES = "['’ʼ]";
const SETS: ReadonlyMap<string, string> = new Map([
  ['.', String.raw`[^\n]`],
  [' ', String.raw`\s`],
  ["'", APOSTROPHES],
  ['’', APOSTROPHES],
  ['ʼ', APOSTROPHES],
]);
const ESCAPED_SETS: ReadonlyMap<string, string> = new Map([
  ['w', WORD_CLASS],
  ['W', String.raw`[^\p{L}\p{M}\p{N}_]`],
]);

/**
 * Reads a regular expression as JavaScript writes it with the flag `u`, without what cannot be looked for in linear
 * time: what looks ahead or behind, and what refers back to a group. `folds`: the texts will be folded, and so are
 * the pattern's characters.
 */
export function parsePattern(
  source: string,
  folds: boolean,
): PatternNode | { readonly problem: PatternProblem } {
  if (source.length > MAX_PATTERN) return { problem: 'pattern-long' };
  try {
    // The engine's own parser says what is well formed: from here on, no step has to.
    void new RegExp(source, 'u');
  } catch {
    return { problem: 'malformed' };
  }
  const parser = new Parser(source, folds);
  const node = parser.choice();
  return parser.looksAround ? { problem: 'looks-around' } : node;
}

class Parser {
  looksAround = false;
  readonly #source: string;
  readonly #folds: boolean;
  #at = 0;

  constructor(source: string, folds: boolean) {
    this.#source = source;
    this.#folds = folds;
  }

  choice(): PatternNode {
    const options = [this.#sequence()];
    while (this.#takes('|')) options.push(this.#sequence());
    const [only] = options;
    return options.length === 1 && only !== undefined ? only : { kind: 'choice', options };
  }

  #sequence(): PatternNode {
    const parts: PatternNode[] = [];
    while (this.#at < this.#source.length && !'|)'.includes(this.#source[this.#at] ?? ''))
      parts.push(this.#repeated(this.#atom()));
    return { kind: 'sequence', parts };
  }

  #repeated(of: PatternNode): PatternNode {
    const sign = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})/u.exec(this.#source.slice(this.#at));
    if (sign === null) return of;
    this.#at += sign[0].length;
    const isLazy = this.#takes('?');
    const [, simple, least = '', comma, most] = sign;
    if (simple !== undefined)
      return { kind: 'repeat', of, from: simple === '+' ? 1 : 0, to: simple === '?' ? 1 : Infinity, isLazy };
    const from = Number(least);
    return {
      kind: 'repeat',
      of,
      from,
      to: comma === '' ? from : most === '' ? Infinity : Number(most),
      isLazy,
    };
  }

  #atom(): PatternNode {
    const character = String.fromCodePoint(this.#source.codePointAt(this.#at) ?? 0);
    if (character === '[') return this.#class();
    this.#at += character.length;
    if (character === '(') return this.#group();
    if (character === '\\') return this.#escape();
    if (character === '^') return { kind: 'assert', what: 'start' };
    if (character === '$') return { kind: 'assert', what: 'end' };
    return this.#literal(character);
  }

  #group(): PatternNode {
    const opening = /^\?(?::|<[^=!>][^>]*>|<?[=!]|[^:]*:)/u.exec(this.#source.slice(this.#at))?.[0] ?? '';
    if (/^\?(?:<?[=!]|[^:<])/u.test(opening)) this.looksAround = true;
    this.#at += opening.length;
    const inside = this.choice();
    this.#at += 1;
    return inside;
  }

  #escape(): PatternNode {
    const rest = this.#source.slice(this.#at);
    const whole =
      /^(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[a-zA-Z]|k<[^>]*>|[\s\S])/u.exec(
        rest,
      )?.[0] ?? '';
    this.#at += whole.length;
    if (/^[1-9k]/u.test(whole)) this.looksAround = true;
    if (whole === 'b') return { kind: 'assert', what: 'edge' };
    if (whole === 'B') return { kind: 'assert', what: 'no-edge' };
    return { kind: 'set', source: ESCAPED_SETS.get(whole) ?? `\\${whole}` };
  }

  #class(): PatternNode {
    const source = /^\[(?:\\[\s\S]|[^\]\\])*\]/u.exec(this.#source.slice(this.#at))?.[0] ?? '';
    this.#at += source.length;
    const own = source.replaceAll(/\\[\s\S]/gu, (escape) =>
      escape === String.raw`\w` ? WORD_CLASS.slice(1, -1) : escape,
    );
    return { kind: 'set', source: this.#folds ? foldedClass(own) : own };
  }

  #literal(character: string): PatternNode {
    const known = SETS.get(character);
    if (known !== undefined) return { kind: 'set', source: known };
    const letters = this.#folds ? [...fold(character).folded] : [character];
    const parts = letters.map((letter): PatternNode => ({ kind: 'set', source: escaped(letter) }));
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only : { kind: 'sequence', parts };
  }

  #takes(sign: string): boolean {
    if (this.#source[this.#at] !== sign) return false;
    this.#at += 1;
    return true;
  }
}

/** The class with its letters as they are and folded: `[à-ÿ]` accepts what it says and, in a folded text, `a` to `y`. */
function foldedClass(source: string): string {
  const folded = [...source]
    .map((character) => {
      const letters = (character.codePointAt(0) ?? 0) < 0x80 ? character : fold(character).folded;
      return [...letters].length === 1 ? letters : character;
    })
    .join('');
  try {
    void new RegExp(folded, 'u');
  } catch {
    return source;
  }
  return source.startsWith('[^') ? `(?!${folded.replace('[^', '[')})${source}` : `${source}|${folded}`;
}

function escaped(letter: string): string {
  return letter.replace(/[\\^$.*+?()[\]{}|/-]/u, String.raw`\$&`).replace(/^\\-$/u, '-');
}
