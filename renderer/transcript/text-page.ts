import { TextLayout } from './layout.ts';
import { paragraphIndexAt, type TranscriptModel } from './model.ts';
import { patchTranscript } from './patch.ts';
import {
  attachRows,
  rewriteSpeakers,
  writeTranscript,
  type WrittenParagraph,
  type WrittenTranscript,
} from './write.ts';

/** Up to this many paragraphs a text is laid out in one go. */
const AT_ONCE = 600;
/** What is put into the page before the first painting of a longer text, and then at each turn. */
const FIRST = 120;
const PER_TURN = 200;

/**
 * A written text and its layout. The first screens of a long text are in the page at once; the rest follows in short
 * turns, so that neither the first painting nor the person waits for the whole.
 */
export class TextPage {
  readonly written: WrittenTranscript;
  readonly layout: TextLayout;
  readonly #host: HTMLElement;
  readonly #grown: () => void;
  #attached: number;
  #turn: ReturnType<typeof setTimeout> | undefined;

  private constructor(host: HTMLElement, written: WrittenTranscript, attached: number, grown: () => void) {
    this.#host = host;
    this.#grown = grown;
    this.written = written;
    this.#attached = attached;
    this.layout = new TextLayout(written, host);
    this.layout.limitTo(attached);
    if (!this.isWhole) this.#next();
  }

  static write(host: HTMLElement, model: TranscriptModel, grown: () => void): TextPage {
    const attached = model.paragraphs.length > AT_ONCE ? FIRST : model.paragraphs.length;
    return new TextPage(host, writeTranscript(host, model, attached), attached, grown);
  }

  /** The same page for a model that differs in speakers only; `null` for another text. */
  withSpeakers(model: TranscriptModel): TextPage | null {
    const written = rewriteSpeakers(this.written, model);
    if (written === null) return null;
    clearTimeout(this.#turn);
    return new TextPage(this.#host, written, this.#attached, this.#grown);
  }

  /** The same page with a corrected text, written anew only where it differs; `null` for a text too different. */
  corrected(model: TranscriptModel, kept: WrittenParagraph | null): TextPage | null {
    if (!this.isWhole) return null;
    const written = patchTranscript(this.#host, this.written, model, kept);
    if (written === null) return null;
    return new TextPage(this.#host, written, written.paragraphs.length, this.#grown);
  }

  get isWhole(): boolean {
    return this.#attached >= this.written.paragraphs.length;
  }

  /** Puts into the page whatever is missing up to an offset. */
  reach(offset: number): void {
    if (paragraphIndexAt(this.written.model, offset) < this.#attached) return;
    clearTimeout(this.#turn);
    this.#attach(this.written.paragraphs.length);
  }

  destroy(): void {
    clearTimeout(this.#turn);
  }

  #next(): void {
    this.#turn = setTimeout(() => this.#attach(this.#attached + PER_TURN), 0);
  }

  #attach(to: number): void {
    attachRows(this.#host, this.written, this.#attached, to);
    this.#attached = Math.min(to, this.written.paragraphs.length);
    this.layout.limitTo(this.#attached);
    if (this.isWhole) this.#grown();
    else this.#next();
  }
}
