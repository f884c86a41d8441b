/** The paragraph that is being read: white space becomes what a browser shows (CSS Text 3, 4.1.1). */
export class HtmlParagraph {
  #text = '';
  /** A space that shows only if something follows it on its line. */
  #space = false;
  #marker = '';

  get isEmpty(): boolean {
    return this.#text === '';
  }

  add(value: string, keepsSpace: boolean): void {
    if (value === '') return;
    if (keepsSpace) {
      this.#flushSpace();
      this.#text += value;
      return;
    }
    for (const part of value.split(/([ \t\r\n\f]+)/u)) {
      if (part === '') continue;
      if (/^[ \t\r\n\f]/u.test(part)) this.#space = true;
      else {
        this.#flushSpace();
        this.#text += part;
      }
    }
  }

  break(): void {
    this.#space = false;
    this.#text += '\n';
  }

  /** The number or bullet that the next paragraph with words begins with. */
  mark(marker: string): void {
    this.#marker = marker;
  }

  /** The text, and a new paragraph; empty when there were no words. */
  end(): string {
    // A break at the very end opens no line.
    const text = this.#text.replace(/\n$/u, '');
    this.#text = '';
    this.#space = false;
    if (text.trim() === '' || this.#marker === '') return text.trim() === '' ? '' : text;
    const marked = `${this.#marker} ${text}`;
    this.#marker = '';
    return marked;
  }

  #flushSpace(): void {
    if (this.#space && this.#text !== '' && !this.#text.endsWith('\n')) this.#text += ' ';
    this.#space = false;
  }
}
