import type { TranscriptWords, ViewCoding, ViewMemo } from './types.ts';
import { paragraphIndexAt } from './model.ts';
import type { WrittenTranscript } from './write.ts';

export interface MemoMarkEvents {
  /** A mark of a coding that has a memo. */
  pick(codingId: number): void;
  /** A mark of a memo that stands at a passage by itself. */
  pickMemo(memoId: number): void;
}

type Kind = 'coding' | 'memo';

/** What a paragraph's mark opens. */
interface Wanted {
  readonly kind: Kind;
  readonly paragraph: number;
  readonly id: number;
}

/** The note icons under the numbers of paragraphs in which a coding with a memo, or a memo by itself, begins. */
export class MemoMarks {
  readonly #marks = new Map<string, HTMLButtonElement>();
  #written: WrittenTranscript | null = null;

  attach(written: WrittenTranscript | null): void {
    for (const mark of this.#marks.values()) mark.remove();
    this.#marks.clear();
    this.#written = written;
  }

  render(
    codings: readonly ViewCoding[],
    memos: readonly ViewMemo[],
    words: TranscriptWords,
    events: MemoMarkEvents,
  ): void {
    const written = this.#written;
    if (written === null) return;
    const wanted = new Map<string, Wanted>();
    const want = (kind: Kind, start: number, id: number): void => {
      const paragraph = numberedFrom(written, paragraphIndexAt(written.model, start));
      const key = `${kind}:${paragraph}`;
      if (!wanted.has(key)) wanted.set(key, { kind, paragraph, id });
    };
    for (const coding of codings) if (coding.hasMemo) want('coding', coding.start, coding.id);
    for (const memo of memos) want('memo', memo.start, memo.id);
    for (const [key, mark] of this.#marks) {
      if (wanted.has(key)) continue;
      mark.remove();
      this.#marks.delete(key);
    }
    for (const [key, { kind, paragraph, id }] of wanted) {
      const cell = written.paragraphs[paragraph]?.number;
      if (cell === null || cell === undefined) continue;
      const mark = this.#marks.get(key) ?? makeMark(kind, events);
      if (!this.#marks.has(key)) {
        cell.append(mark);
        this.#marks.set(key, mark);
      }
      mark.dataset[kind] = String(id);
      mark.setAttribute('aria-label', words.memoAt(paragraph + 1));
    }
  }
}

/** Headings have no number: what is remarked about one is marked at the paragraph that follows. */
function numberedFrom({ paragraphs }: WrittenTranscript, from: number): number {
  for (let at = from; at < paragraphs.length; at += 1) {
    if ((paragraphs[at]?.number ?? null) !== null) return at;
  }
  return from;
}

function makeMark(kind: Kind, events: MemoMarkEvents): HTMLButtonElement {
  const mark = document.createElement('button');
  mark.type = 'button';
  mark.className = 'tr-memo';
  mark.tabIndex = -1;
  mark.addEventListener('click', () => {
    const id = Number(mark.dataset[kind]);
    if (kind === 'coding') events.pick(id);
    else events.pickMemo(id);
  });
  return mark;
}
