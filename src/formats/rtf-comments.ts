import type { Remarks } from './assemble.ts';
import { LIMITS } from './limits.ts';
import { holdLimit } from './parsed-document.ts';
import { endMark, startMark } from './passage-marks.ts';

/** Comments of an RTF file: their passage stands before them, under a number of the file's own. */
export class RtfComments {
  readonly #keys = new Map<string, number>();
  readonly #remarks = new Map<number, { author: string; text: string }>();
  #next = 0;
  #author = '';
  #reference: string | null = null;

  get remarks(): Remarks {
    return this.#remarks;
  }

  start(reference: string): string {
    const key = this.#newKey();
    this.#keys.set(reference, key);
    return startMark(key);
  }

  end(reference: string): string {
    const key = this.#keys.get(reference);
    return key === undefined ? '' : endMark(key);
  }

  author(name: string): void {
    this.#author = name;
  }

  refersTo(reference: string): void {
    this.#reference = reference;
  }

  /** Keeps what is said, and gives the mark for one that stands at a point. */
  say(text: string): string {
    const known = this.#reference === null ? undefined : this.#keys.get(this.#reference);
    let mark = '';
    let key = known;
    if (key === undefined) {
      key = this.#newKey();
      mark = startMark(key);
    }
    this.#remarks.set(key, { author: this.#author, text });
    this.#author = '';
    this.#reference = null;
    return mark;
  }

  #newKey(): number {
    this.#next += 1;
    holdLimit('comments', this.#next, LIMITS.comments);
    return this.#next;
  }
}
