import { TextParts } from './text-parts.ts';

/** The paragraph that is being read: white space becomes what a browser shows (CSS Text 3, 4.1.1). */
export class HtmlParagraph {
  readonly #parts = new TextParts();
  /** The last character; a line end at the start, where spaces do not show either. */
  #last = '\n';
  /** A space that shows only if something follows it on its line. */
  #space = false;
  #marker = '';

  add(value: string, keepsSpace: boolean): void {
    const shown = keepsSpace ? value : value.replaceAll(/[ \t\r\n\f]+/gu, ' ');
    const start = !keepsSpace && shown.startsWith(' ') ? 1 : 0;
    if (start === 1) this.#space = true;
    if (shown.length === start) return;
    if (this.#space && this.#last !== '\n') this.#parts.add(' ');
    this.#space = !keepsSpace && shown.endsWith(' ');
    this.#push(shown.slice(start, this.#space ? -1 : undefined));
  }

  break(): void {
    this.#space = false;
    this.#push('\n');
  }

  /** The number or bullet that the next paragraph with words begins with. */
  mark(marker: string): void {
    this.#marker = marker;
  }

  /** The text, and a new paragraph; empty when there were no words. */
  end(): string {
    // A break at the very end opens no line.
    const text = this.#parts.take().replace(/\n$/u, '');
    this.#last = '\n';
    this.#space = false;
    if (text.trim() === '') return '';
    const marked = this.#marker === '' ? text : `${this.#marker} ${text}`;
    this.#marker = '';
    return marked;
  }

  #push(text: string): void {
    this.#parts.add(text);
    this.#last = text.at(-1) ?? this.#last;
  }
}
