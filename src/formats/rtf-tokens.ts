/** One token of an RTF file. `text` holds bytes of the code page that is in force; `word` a control word or symbol. */
export type RtfToken =
  | { readonly kind: 'open' | 'close' | 'end' }
  | { readonly kind: 'text'; readonly bytes: Uint8Array }
  | { readonly kind: 'byte'; readonly byte: number }
  | { readonly kind: 'word'; readonly word: string; readonly value: number | null };

const OPEN: RtfToken = { kind: 'open' };
const CLOSE: RtfToken = { kind: 'close' };
const END: RtfToken = { kind: 'end' };

const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const LF = 0x0a;
const CR = 0x0d;
const TAB = 0x09;
const SPACE = 0x20;
const HYPHEN = 0x2d;
const APOSTROPHE = 0x27;
const MAX_WORD = 32;
const MAX_DIGITS = 10;

/** Cuts an RTF file (Rich Text Format 1.9.1, “RTF syntax”) into tokens, one at a time; binary data are stepped over. */
export class RtfTokens {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Bytes read so far. */
  get position(): number {
    return this.#at;
  }

  next(): RtfToken {
    const bytes = this.#bytes;
    while (bytes[this.#at] === LF || bytes[this.#at] === CR || bytes[this.#at] === 0) this.#at += 1;
    const byte = bytes[this.#at];
    if (byte === undefined) return END;
    if (byte === BACKSLASH) return this.#control();
    if (byte === OPEN_BRACE || byte === CLOSE_BRACE) {
      this.#at += 1;
      return byte === OPEN_BRACE ? OPEN : CLOSE;
    }
    if (byte === TAB) {
      this.#at += 1;
      return { kind: 'word', word: 'tab', value: null };
    }
    const start = this.#at;
    while (this.#at < bytes.length && !isSyntax(bytes[this.#at] ?? 0)) this.#at += 1;
    return { kind: 'text', bytes: bytes.subarray(start, this.#at) };
  }

  #control(): RtfToken {
    const start = this.#at + 1;
    const first = this.#bytes[start] ?? LF;
    if (!isLetter(first)) return this.#symbol(first, start);
    let end = start + 1;
    while (end - start < MAX_WORD && isLetter(this.#bytes[end] ?? 0)) end += 1;
    const word = ascii(this.#bytes, start, end);
    const digitsFrom = this.#bytes[end] === HYPHEN ? end + 1 : end;
    let digitsTo = digitsFrom;
    while (digitsTo - digitsFrom < MAX_DIGITS && isDigit(this.#bytes[digitsTo] ?? 0)) digitsTo += 1;
    const value = digitsTo > digitsFrom ? Number(ascii(this.#bytes, end, digitsTo)) : null;
    this.#at = digitsTo > digitsFrom ? digitsTo : end;
    if (this.#bytes[this.#at] === SPACE) this.#at += 1;
    if (word === 'bin') this.#at = Math.min(this.#bytes.length, this.#at + Math.max(0, value ?? 0));
    return { kind: 'word', word, value };
  }

  #symbol(first: number, start: number): RtfToken {
    this.#at = start + 1;
    if (first !== APOSTROPHE) return { kind: 'word', word: String.fromCharCode(first), value: null };
    const hex = ascii(this.#bytes, start + 1, start + 3);
    // What is no number stays where it is, and is read as text.
    if (!/^[0-9a-f]{2}$/iu.test(hex)) return { kind: 'word', word: "'", value: null };
    this.#at = start + 3;
    return { kind: 'byte', byte: Number.parseInt(hex, 16) };
  }
}

function isSyntax(byte: number): boolean {
  return (
    byte === BACKSLASH ||
    byte === OPEN_BRACE ||
    byte === CLOSE_BRACE ||
    byte === LF ||
    byte === CR ||
    byte === TAB ||
    byte === 0
  );
}

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function ascii(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < Math.min(end, bytes.length); at += 1) text += String.fromCharCode(bytes[at] ?? 0);
  return text;
}
