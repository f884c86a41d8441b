import { charsetEncoding, SYMBOL_CHARSET } from './rtf-code-pages.ts';

interface Font {
  name: string;
  charset: number | null;
  encoding: string | null;
}

/** The font table: which code page the bytes of a font are in. */
export class RtfFonts {
  readonly #fonts = new Map<number, Font>();
  #current: Font = { name: '', charset: null, encoding: null };

  open(number: number): void {
    this.#current = { name: '', charset: null, encoding: null };
    this.#fonts.set(number, this.#current);
  }

  charset(value: number): void {
    this.#current.charset = value;
  }

  encoding(value: string): void {
    this.#current.encoding = value;
  }

  name(text: string): void {
    if (this.#current.name.length < 100) this.#current.name += text.replace(/;.*$/u, '');
  }

  encodingOf(font: number | null, ofDocument: string): string {
    const found = font === null ? undefined : this.#fonts.get(font);
    return found?.encoding ?? charsetEncoding(found?.charset ?? null, ofDocument);
  }

  /** The name of a font whose codes are drawings; `null` for one with letters. */
  symbolFont(font: number | null): string | null {
    const found = font === null ? undefined : this.#fonts.get(font);
    return found?.charset === SYMBOL_CHARSET ? found.name.trim() : null;
  }
}

const HEADING = /^\s*(?:heading|titre) ([1-9])\s*;?\s*$/iu;
const BODY_OUTLINE = 9;

interface Style {
  name: string;
  outline: number | null;
}

/** The style sheet: which paragraph styles are headings. */
export class RtfStyles {
  readonly #styles = new Map<number, Style>();
  #current: Style = { name: '', outline: null };

  /** A definition begins; `0` until it says its number. */
  open(number: number): void {
    this.#current = { name: '', outline: null };
    this.#styles.set(number, this.#current);
  }

  outline(value: number): void {
    this.#current.outline = value;
  }

  name(text: string): void {
    if (this.#current.name.length < 100) this.#current.name += text;
  }

  /** 1 to 9 for a heading: what the paragraph says itself counts before its style. */
  level(style: number | null, outline: number | null): number | null {
    const found = style === null ? undefined : this.#styles.get(style);
    const own = outline ?? found?.outline ?? null;
    if (own !== null) return own >= 0 && own < BODY_OUTLINE ? own + 1 : null;
    const named = HEADING.exec(found?.name ?? '')?.[1];
    return named === undefined ? null : Number(named);
  }
}
