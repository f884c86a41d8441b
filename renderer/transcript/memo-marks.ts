import type { TranscriptWords, ViewCoding } from './types.ts';
import { paragraphIndexAt } from './model.ts';
import type { WrittenTranscript } from './write.ts';

/** The note icons under the numbers of paragraphs in which a coding with a memo begins. */
export class MemoMarks {
  readonly #marks = new Map<number, HTMLButtonElement>();
  #written: WrittenTranscript | null = null;

  attach(written: WrittenTranscript | null): void {
    for (const mark of this.#marks.values()) mark.remove();
    this.#marks.clear();
    this.#written = written;
  }

  render(codings: readonly ViewCoding[], words: TranscriptWords, pick: (codingId: number) => void): void {
    const written = this.#written;
    if (written === null) return;
    const wanted = new Map<number, number>();
    for (const coding of codings) {
      if (!coding.hasMemo) continue;
      const index = paragraphIndexAt(written.model, coding.start);
      if (!wanted.has(index)) wanted.set(index, coding.id);
    }
    for (const [index, mark] of this.#marks) {
      if (wanted.has(index)) continue;
      mark.remove();
      this.#marks.delete(index);
    }
    for (const [index, codingId] of wanted) {
      const cell = written.paragraphs[index]?.number;
      if (cell === null || cell === undefined) continue;
      const mark = this.#marks.get(index) ?? document.createElement('button');
      if (!this.#marks.has(index)) {
        mark.type = 'button';
        mark.className = 'tr-memo';
        mark.tabIndex = -1;
        mark.addEventListener('click', () => pick(Number(mark.dataset['coding'])));
        cell.append(mark);
        this.#marks.set(index, mark);
      }
      mark.dataset['coding'] = String(codingId);
      mark.setAttribute('aria-label', words.memoAt(index + 1));
    }
  }
}
