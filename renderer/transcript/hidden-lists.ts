import { shownText, type TranscriptModel } from './model.ts';
import type { TranscriptWords, ViewCoding } from './types.ts';
import type { WrittenTranscript } from './write.ts';

const LONGEST_QUOTATION = 160;

interface Listed {
  readonly list: HTMLElement;
  readonly codings: readonly ViewCoding[];
  readonly words: TranscriptWords;
}

/**
 * Highlights leave no element in the text, so every coded paragraph of the window points (`aria-details`) to a list of
 * its codings that is read, not seen.
 */
export class HiddenLists {
  readonly element: HTMLElement;
  readonly #lists = new Map<number, Listed>();
  #written: WrittenTranscript | null = null;

  constructor() {
    this.element = document.createElement('div');
    this.element.className = 'tr-hidden';
  }

  attach(written: WrittenTranscript | null): void {
    for (const index of [...this.#lists.keys()]) this.#drop(index);
    this.#written = written;
  }

  /** Lists of the paragraphs of the window; `codingsOf` answers the codings that touch a paragraph. */
  render(
    window: { first: number; last: number },
    codingsOf: (index: number) => readonly ViewCoding[],
    words: TranscriptWords,
  ): void {
    const written = this.#written;
    if (written === null) return;
    for (const index of [...this.#lists.keys()])
      if (index < window.first || index > window.last) this.#drop(index);
    for (let index = window.first; index <= window.last; index += 1) {
      const codings = codingsOf(index);
      if (codings.length === 0) this.#drop(index);
      else this.#write(written, index, codings, words);
    }
  }

  #write(
    written: WrittenTranscript,
    index: number,
    codings: readonly ViewCoding[],
    words: TranscriptWords,
  ): void {
    const paragraph = written.paragraphs[index]?.words;
    if (paragraph === undefined) return;
    const known = this.#lists.get(index);
    if (known !== undefined && known.words === words && sameCodings(known.codings, codings)) return;
    const list = known?.list ?? document.createElement('ul');
    list.id = `${paragraph.id}-codings`;
    list.setAttribute('aria-label', words.codingsOfParagraph(index + 1));
    list.replaceChildren(...codings.map((coding) => itemOf(written.model, coding, words)));
    if (known === undefined) this.element.append(list);
    paragraph.setAttribute('aria-details', list.id);
    this.#lists.set(index, { list, codings, words });
  }

  #drop(index: number): void {
    const known = this.#lists.get(index);
    if (known === undefined) return;
    known.list.remove();
    this.#written?.paragraphs[index]?.words.removeAttribute('aria-details');
    this.#lists.delete(index);
  }
}

function sameCodings(a: readonly ViewCoding[], b: readonly ViewCoding[]): boolean {
  return a.length === b.length && a.every((coding, at) => coding === b[at]);
}

function itemOf(model: TranscriptModel, coding: ViewCoding, words: TranscriptWords): HTMLElement {
  const item = document.createElement('li');
  item.textContent = words.codingItem(coding, quotationOf(model, coding));
  item.dataset['coding'] = String(coding.id);
  return item;
}

function quotationOf(model: TranscriptModel, coding: ViewCoding): string {
  const text = shownText(model, {
    start: coding.start,
    end: Math.min(coding.end, coding.start + 4 * LONGEST_QUOTATION),
  });
  const line = text.replaceAll('\n', ' ');
  return line.length <= LONGEST_QUOTATION ? line : `${line.slice(0, LONGEST_QUOTATION).trimEnd()}…`;
}
