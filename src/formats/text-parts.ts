/** A text that comes in many small pieces, kept as few large ones: a million pieces would take more than the text. */
export class TextParts {
  #parts: string[] = [];
  #blocks: string[] = [];

  get isEmpty(): boolean {
    return this.#parts.length === 0 && this.#blocks.length === 0;
  }

  add(text: string): void {
    this.#parts.push(text);
    if (this.#parts.length >= 4_096) this.#close();
  }

  /** All of it; then it is empty. */
  take(): string {
    this.#close();
    const text = this.#blocks.join('');
    this.#blocks = [];
    return text;
  }

  #close(): void {
    if (this.#parts.length > 0) this.#blocks.push(this.#parts.join(''));
    this.#parts = [];
  }
}
