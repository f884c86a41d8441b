import { paragraphIndexAt, type TextRange } from './model.ts';
import { toDom } from './dom-map.ts';
import type { WrittenTranscript } from './write.ts';

/** Where a caret stands, in pixels of the content's own corner. */
export interface CaretBox {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

/** Vertical reach of a passage, in pixels of the content's own corner. */
export interface Extent {
  readonly top: number;
  readonly bottom: number;
}

/** Half the height of the band a line of text takes in the margin, around its middle. */
const HALF_BAND = 10.5;

/** Reads the geometry of a written transcript. Answers are remembered until {@link TextLayout.forget}. */
export class TextLayout {
  readonly #written: WrittenTranscript;
  readonly #host: HTMLElement;
  readonly #range = document.createRange();
  #tops: Float64Array | null = null;
  #limit: number;
  #memory = { measured: new WeakMap<object, object>(), estimated: new WeakMap<object, object>() };

  constructor(written: WrittenTranscript, host: HTMLElement) {
    this.#written = written;
    this.#host = host;
    this.#limit = written.paragraphs.length;
  }

  /** Only so many paragraphs are in the page yet; the others have no place. */
  limitTo(paragraphs: number): void {
    this.#limit = paragraphs;
    this.#tops = null;
  }

  /** Whether the place of an offset can be told. */
  knows(offset: number): boolean {
    return paragraphIndexAt(this.#written.model, offset) < this.#limit;
  }

  /** To be called when letters, widths or fonts changed. */
  forget(): void {
    this.#tops = null;
    this.#memory = { measured: new WeakMap(), estimated: new WeakMap() };
  }

  caretBox(offset: number): CaretBox | null {
    const at = toDom(this.#written, offset);
    if (at === null) return null;
    this.#range.setStart(at.node, at.offset);
    this.#range.collapse(true);
    let box = this.#range.getBoundingClientRect();
    if (box.height === 0 && at.node.parentElement !== null)
      box = at.node.parentElement.getBoundingClientRect();
    const origin = this.#host.getBoundingClientRect();
    return { left: box.left - origin.left, top: box.top - origin.top, bottom: box.bottom - origin.top };
  }

  /** From the line of the first character to the line of the last one. */
  extent(range: TextRange): Extent | null {
    if (!this.knows(range.start)) return null;
    const first = this.charMiddle(range.start);
    const last = this.charMiddle(Math.max(range.start, range.end - 1));
    if (first === null || last === null) return null;
    return { top: first - HALF_BAND, bottom: Math.max(first, last) + HALF_BAND };
  }

  /** Remembers what was made of a coding's place until the page is laid out anew. */
  remember<T extends object>(kind: 'measured' | 'estimated', key: object, make: () => T | null): T | null {
    const memory = this.#memory[kind];
    const known = memory.get(key);
    if (known !== undefined) return known as T;
    const made = make();
    if (made !== null) memory.set(key, made);
    return made;
  }

  /** The middle of the line a character stands on. */
  charMiddle(offset: number): number | null {
    const at = toDom(this.#written, offset);
    if (at === null) return null;
    const from = Math.min(at.offset, Math.max(0, at.node.length - 1));
    this.#range.setStart(at.node, from);
    this.#range.setEnd(at.node, Math.min(at.node.length, from + 1));
    let box = this.#range.getBoundingClientRect();
    if (box.height === 0) {
      this.#range.collapse(true);
      box = this.#range.getBoundingClientRect();
    }
    if (box.height === 0 && at.node.parentElement !== null)
      box = at.node.parentElement.getBoundingClientRect();
    return (box.top + box.bottom) / 2 - this.#host.getBoundingClientRect().top;
  }

  /** Boxes of the lines of a passage, for placing things beside it. */
  lineBoxes(range: TextRange): DOMRect[] {
    const start = toDom(this.#written, range.start);
    const end = toDom(this.#written, range.end);
    if (start === null || end === null) return [];
    this.#range.setStart(start.node, start.offset);
    this.#range.setEnd(end.node, end.offset);
    return [...this.#range.getClientRects()];
  }

  /** Upper edges of all paragraphs; headings that stick to the top count where they would stand. */
  tops(): Float64Array {
    if (this.#tops !== null) return this.#tops;
    const tops = new Float64Array(Math.min(this.#limit, this.#written.paragraphs.length));
    let below = 0;
    for (const [index, paragraph] of this.#written.paragraphs.entries()) {
      if (index >= tops.length) break;
      const sticky = this.#written.model.paragraphs[index]?.heading === true;
      const top = sticky ? below : paragraph.row.offsetTop;
      tops[index] = top;
      below = top + paragraph.row.offsetHeight;
    }
    this.#tops = tops;
    return tops;
  }

  lineHeight(): number {
    const height = Number.parseFloat(getComputedStyle(this.#host).lineHeight);
    return Number.isFinite(height) ? height : 29;
  }

  /** About how many characters a full line holds, told by the longest of some paragraphs. */
  charactersPerLine(): number {
    let longest = 0;
    let at = -1;
    for (const [index, paragraph] of this.#written.paragraphs.entries()) {
      if (index >= 200 && longest > 300) break;
      if (paragraph.text.length > longest) {
        longest = paragraph.text.length;
        at = index;
      }
    }
    const height = this.#written.paragraphs[at]?.words.offsetHeight ?? 0;
    const lines = Math.round(height / this.lineHeight());
    return lines > 1 ? Math.max(10, Math.round(longest / (lines - 0.5))) : 60;
  }

  /** Index of the last paragraph that begins at or above `y`. */
  paragraphAtY(y: number): number {
    const tops = this.tops();
    let low = 0;
    let high = tops.length - 1;
    let found = 0;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if ((tops[middle] ?? 0) <= y) {
        found = middle;
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return found;
  }

  /** Paragraphs that show in `[top, bottom]`, as indexes, the last one included. */
  paragraphsBetween(top: number, bottom: number): { first: number; last: number } {
    const tops = this.tops();
    let first = this.paragraphAtY(top);
    while (first > 0 && (tops[first - 1] ?? 0) >= top) first -= 1;
    return { first, last: this.paragraphAtY(bottom) };
  }

  /** First and last caret places on the line of `offset`. */
  lineEnds(offset: number): { start: number; end: number } {
    const paragraph = this.#written.model.paragraphs[paragraphIndexAt(this.#written.model, offset)];
    const here = this.caretBox(offset);
    if (paragraph === undefined || here === null) return { start: offset, end: offset };
    const middle = (here.top + here.bottom) / 2;
    const start = this.#firstWhere(paragraph.wordsStart, paragraph.end, (box) => box.bottom > middle);
    const after = this.#firstWhere(paragraph.wordsStart, paragraph.end + 1, (box) => box.top > middle);
    return { start, end: Math.max(start, after - 1) };
  }

  /** The caret place nearest to `x` on the line above or below; the same offset at the edges of the text. */
  offsetOnNextLine(offset: number, by: -1 | 1, x: number): number {
    const model = this.#written.model;
    const line = this.lineEnds(offset);
    const index = paragraphIndexAt(model, offset);
    const paragraph = model.paragraphs[index];
    if (paragraph === undefined) return offset;
    let inside: number;
    if (by > 0) {
      const next = model.paragraphs[index + 1];
      if (line.end < paragraph.end) inside = line.end + 1;
      else if (next !== undefined) inside = next.wordsStart;
      else return paragraph.end;
    } else {
      const previous = model.paragraphs[index - 1];
      if (line.start > paragraph.wordsStart) inside = line.start - 1;
      else if (previous !== undefined) inside = previous.end;
      else return paragraph.wordsStart;
    }
    const target = this.lineEnds(inside);
    return this.#nearest(target.start, target.end, x);
  }

  #nearest(start: number, end: number, x: number): number {
    const at = this.#firstWhere(start, end + 1, (box) => box.left >= x);
    if (at <= start) return start;
    if (at > end) return end;
    const right = this.caretBox(at);
    const left = this.caretBox(at - 1);
    if (right === null || left === null) return at;
    return x - left.left < right.left - x ? at - 1 : at;
  }

  /** Binary search over caret places, which stand in reading order. */
  #firstWhere(from: number, to: number, holds: (box: CaretBox) => boolean): number {
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >> 1;
      const box = this.caretBox(middle);
      if (box !== null && holds(box)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
