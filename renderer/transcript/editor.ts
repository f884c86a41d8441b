import { diffEdits } from '../../src/text/diff-edits.ts';
import type { TextEdit } from '../../src/text/edits.ts';
import { mergeTexts } from '../../src/text/merge-edits.ts';
import { forgetTyped, onItsWay, typed } from '../app/typed.ts';
import { paragraphIndexAt, type Paragraph } from './model.ts';
import type { WrittenParagraph, WrittenTranscript } from './write.ts';

export interface EditorHost {
  readonly text: HTMLElement;
  written(): WrittenTranscript | null;
  /**
   * Makes edits to the document, typed in one go or not: `true` once the page shows the new text, `false` when they were
   * refused, `later` when nobody could be asked.
   */
  commit(edits: readonly TextEdit[], isTyped: boolean): Promise<boolean | 'later'>;
  undo(): void;
  redo(): void;
  leave(): void;
  /** What the paragraph in hand is called for those who do not see it. */
  label(paragraph: Paragraph): string;
}

/** After so long without a key, what was typed is saved. */
const PAUSE_MS = 1_200;

/**
 * Corrects a transcript in the page: the paragraph that is clicked, or reached with the arrows, can be typed in; nothing
 * else of the page changes while one types. What was typed is sent as edits when the keys rest, or the paragraph is left.
 */
export class TranscriptEditor {
  readonly #host: EditorHost;
  readonly #stop = new AbortController();
  #active: WrittenParagraph | null = null;
  #work: Promise<unknown> = Promise.resolve();
  /** While paragraphs are split or joined, no key may come between. */
  #busy = false;
  /** The words of the paragraph in hand that both the page and the model came of. */
  #base = '';
  /** The words of the paragraph in hand as they were sent last, and whether they were taken. */
  #sent = '';
  #kept = true;
  /** What is being sent is neither in the model nor merely typed: nothing is merged meanwhile. */
  #sending = false;
  /** Where the caret goes once the new text is in the page. */
  #caret: number | null = null;

  constructor(host: EditorHost) {
    this.#host = host;
    const { signal } = this.#stop;
    const { text } = host;
    text.classList.add('tr-edit');
    text.addEventListener('pointerdown', (event) => this.#pointed(event), { signal, capture: true });
    text.addEventListener('beforeinput', (event) => this.#beforeInput(event), { signal });
    text.addEventListener('input', () => this.#typed(), { signal });
    text.addEventListener('keydown', (event) => this.#keydown(event), { signal });
    text.addEventListener('focusout', () => void this.flush(), { signal });
  }

  /** The paragraph in hand: its words in the page may be newer than the model's. */
  get active(): WrittenParagraph | null {
    return this.#active;
  }

  /** Whatever was typed is sent all the same, when the page has gone on to another text too. */
  destroy(): void {
    const rest = this.#unsent();
    const row = this.#active;
    forgetTyped(this);
    if (rest.length > 0)
      void onItsWay(
        this.#then(async () => {
          // The page does not go on showing what the project has not got.
          if (this.#kept && (await this.#host.commit(rest, true)) !== true) this.#showModel(row);
        }),
      );
    this.#activate(null);
    this.#stop.abort();
    this.#host.text.classList.remove('tr-edit');
  }

  /** Takes the paragraph that holds an offset in hand, with the caret there. */
  open(offset: number): void {
    const written = this.#host.written();
    if (written === null) return;
    const index = paragraphIndexAt(written.model, offset);
    const [paragraph, row] = [written.model.paragraphs[index], written.paragraphs[index]];
    if (paragraph === undefined || row === undefined) return;
    this.#activate(row);
    row.words.focus({ preventScroll: true });
    row.row.scrollIntoView({ block: 'nearest' });
    placeCaret(row, Math.max(0, Math.min(offset, paragraph.end) - paragraph.wordsStart));
  }

  /** To be called when another text came into the page. */
  refresh(): void {
    const written = this.#host.written();
    if (written === null || (this.#active !== null && !written.paragraphs.includes(this.#active)))
      this.#activate(null);
    this.#merge();
    const caret = this.#caret;
    this.#caret = null;
    if (caret !== null) this.open(caret);
  }

  /** Brings what others changed in the paragraph in hand under what is being typed in it. */
  #merge(): void {
    const [words, active] = [this.#words(), this.#active];
    if (this.#sending || words === null || active === null || words === this.#base) return;
    const typed = active.words.textContent ?? '';
    const merged = mergeTexts(this.#base, typed, words);
    this.#base = words;
    if (merged.text === typed) return;
    const caret = this.#selection()?.end;
    active.text.data = merged.text;
    active.words.replaceChildren(active.text);
    if (caret !== undefined) placeCaret(active, merged.at(caret));
  }

  /** The words of the paragraph in hand, as the model has them. */
  #words(): string | null {
    const [written, paragraph] = [this.#host.written(), this.#paragraph()];
    return written === null || paragraph === null
      ? null
      : written.model.text.slice(paragraph.wordsStart, paragraph.end);
  }

  /** Sends what was typed; answers when the page is up to date. */
  flush(): Promise<void> {
    forgetTyped(this);
    return this.#then(async () => {
      const edits = this.#pending();
      if (edits.length === 0) return;
      const words = this.#active?.words.textContent ?? '';
      this.#sending = true;
      this.#sent = words;
      const isKept = await this.#host.commit(edits, true).finally(() => {
        this.#sending = false;
      });
      this.#kept = isKept !== false;
      if (isKept === false) return this.#restore();
      // The words stay in the page, and are tried again until the connection is back.
      if (isKept === 'later') return typed(this, () => this.flush(), PAUSE_MS);
      this.#base = words;
      this.#merge();
    });
  }

  #then(work: () => Promise<void>): Promise<void> {
    const done = this.#work.then(work, work);
    this.#work = done.catch(() => undefined);
    return done;
  }

  #paragraph(): Paragraph | null {
    const written = this.#host.written();
    const active = this.#active;
    if (written === null || active === null) return null;
    return written.model.paragraphs[written.paragraphs.indexOf(active)] ?? null;
  }

  /** How the words in the page differ from the model's. */
  #pending(): TextEdit[] {
    const [written, paragraph, active] = [this.#host.written(), this.#paragraph(), this.#active];
    if (written === null || paragraph === null || active === null) return [];
    const { wordsStart, end } = paragraph;
    return shifted(diffEdits(written.model.text.slice(wordsStart, end), wordsIn(active)), wordsStart);
  }

  /** What was typed since the last words that were sent, wherever those are by now. */
  #unsent(): TextEdit[] {
    if (!this.#sending) {
      this.#kept = true;
      return this.#pending();
    }
    const [paragraph, active] = [this.#paragraph(), this.#active];
    if (paragraph === null || active === null) return [];
    return shifted(diffEdits(this.#sent, wordsIn(active)), paragraph.wordsStart);
  }

  #restore(): void {
    const active = this.#active;
    if (active !== null) this.#base = this.#showModel(active) ?? this.#base;
  }

  /** Shows the words of a paragraph as the model has them, and answers them. */
  #showModel(row: WrittenParagraph | null): string | null {
    const written = this.#host.written();
    if (written === null || row === null) return null;
    const paragraph = written.model.paragraphs[written.paragraphs.indexOf(row)];
    if (paragraph === undefined) return null;
    row.text.data = written.model.text.slice(paragraph.wordsStart, paragraph.end);
    row.words.replaceChildren(row.text);
    return row.text.data;
  }

  #activate(row: WrittenParagraph | null): void {
    if (row === this.#active) return;
    const before = this.#active;
    if (before !== null) {
      before.words.removeAttribute('contenteditable');
      for (const name of ['role', 'aria-multiline', 'aria-label']) before.words.removeAttribute(name);
    }
    this.#active = row;
    this.#base = this.#words() ?? '';
    if (row === null) return;
    row.words.setAttribute('contenteditable', 'plaintext-only');
    // A heading stays one, for those who go from heading to heading.
    if (row.words.tagName === 'P') {
      row.words.setAttribute('role', 'textbox');
      row.words.setAttribute('aria-multiline', 'true');
    }
    const paragraph = this.#paragraph();
    if (paragraph !== null) row.words.setAttribute('aria-label', this.#host.label(paragraph));
  }

  #pointed(event: PointerEvent): void {
    if (!(event.target instanceof Element) || this.#busy) return;
    const row = event.target.closest<HTMLElement>('.tr-row');
    const written = this.#host.written();
    const next = row === null ? undefined : written?.paragraphs[Number(row.dataset['index'])];
    if (next === undefined || next === this.#active) return;
    // The browser sets the caret by itself in what can be typed in when the button goes down.
    if (this.#pending().length === 0) return this.#activate(next);
    // What was typed elsewhere is taken before the paragraph changes hands.
    void this.#goTo(next);
  }

  async #goTo(next: WrittenParagraph): Promise<void> {
    await this.flush();
    this.#activate(next);
    next.words.focus({ preventScroll: true });
  }

  /** The browser may put another node in the place of ours when all words are gone: ours stays. */
  #tidy(): void {
    const active = this.#active;
    if (active === null || (active.words.firstChild === active.text && active.words.childNodes.length === 1))
      return;
    const at = this.#selection()?.end ?? 0;
    active.text.data = active.words.textContent ?? '';
    active.words.replaceChildren(active.text);
    placeCaret(active, at);
  }

  #typed(): void {
    this.#tidy();
    typed(this, () => this.flush(), PAUSE_MS);
  }

  #beforeInput(event: InputEvent): void {
    if (this.#busy) return event.preventDefault();
    const { inputType } = event;
    if (inputType === 'historyUndo' || inputType === 'historyRedo') return event.preventDefault();
    if (inputType === 'insertParagraph' || inputType === 'insertLineBreak') {
      event.preventDefault();
      this.#insert('\n');
    }
    const pasted = inputType === 'insertFromPaste' || inputType === 'insertFromDrop';
    const text = pasted ? (event.dataTransfer?.getData('text/plain') ?? event.data ?? '') : '';
    if (/[\r\n]/u.test(text)) {
      event.preventDefault();
      this.#insert(text.replaceAll(/\r\n?/gu, '\n'));
    }
  }

  #keydown(event: KeyboardEvent): void {
    if (event.isComposing || this.#active === null) return;
    const chord = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (key === 'escape') {
      event.preventDefault();
      event.stopPropagation();
      this.#host.leave();
    } else if (chord && (key === 'z' || key === 'y')) {
      event.preventDefault();
      event.stopPropagation();
      this.#takeBack(key === 'y' || event.shiftKey);
    } else if (!chord && !event.shiftKey && !event.altKey) this.#move(event);
  }

  #takeBack(again: boolean): void {
    forgetTyped(this);
    if (this.#pending().length > 0 && !again) return this.#restore();
    if (again) this.#host.redo();
    else this.#host.undo();
  }

  /** At the edges of a paragraph the arrows go on into the next one; Backspace and Delete join the two. */
  #move(event: KeyboardEvent): void {
    const [paragraph, at] = [this.#paragraph(), this.#selection()];
    if (paragraph === null || at === null || at.start !== at.end) return;
    const length = this.#active?.words.textContent?.length ?? 0;
    const [isFirst, isLast] = [at.start === 0, at.end === length];
    const lines = this.#lines();
    const to =
      (event.key === 'ArrowUp' && lines.first) || (event.key === 'ArrowLeft' && isFirst)
        ? -1
        : (event.key === 'ArrowDown' && lines.last) || (event.key === 'ArrowRight' && isLast)
          ? 1
          : 0;
    if (to !== 0) {
      event.preventDefault();
      void this.#step(paragraph.index, to, event.key);
    } else if ((event.key === 'Backspace' && isFirst) || (event.key === 'Delete' && isLast)) {
      event.preventDefault();
      this.#join(event.key === 'Backspace' ? paragraph.index : paragraph.index + 1);
    }
  }

  async #step(index: number, to: -1 | 1, key: string): Promise<void> {
    await this.flush();
    const next = this.#host.written()?.model.paragraphs[index + to];
    if (next !== undefined) this.open(key === 'ArrowLeft' ? next.end : next.wordsStart);
  }

  #insert(text: string): void {
    const at = this.#selection();
    if (at === null) return;
    void this.#restructure((paragraph) => {
      const start = paragraph.wordsStart + at.start;
      return { edit: { start, end: paragraph.wordsStart + at.end, text }, caret: start + text.length };
    });
  }

  /** Draws a paragraph onto the one before; what stood between them, its speaker's label included, goes. */
  #join(index: number): void {
    void this.#restructure((_paragraph, paragraphs, text) => {
      const [before, after] = [paragraphs[index - 1], paragraphs[index]];
      if (before === undefined || after === undefined) return null;
      const glue =
        /\s$/u.test(text.slice(0, before.end)) || /^\s/u.test(text.slice(after.wordsStart)) ? '' : ' ';
      const edit = { start: before.end, end: after.wordsStart, text: glue };
      return { edit, caret: before.end + glue.length };
    });
  }

  async #restructure(
    plan: (
      paragraph: Paragraph,
      paragraphs: readonly Paragraph[],
      text: string,
    ) => { readonly edit: TextEdit; readonly caret: number } | null,
  ): Promise<void> {
    this.#busy = true;
    try {
      await this.flush();
      await this.#then(async () => {
        const [written, paragraph] = [this.#host.written(), this.#paragraph()];
        const planned =
          written === null || paragraph === null
            ? null
            : plan(paragraph, written.model.paragraphs, written.model.text);
        if (planned === null) return;
        this.#caret = planned.caret;
        if ((await this.#host.commit([planned.edit], false)) !== true) this.#caret = null;
      });
    } finally {
      this.#busy = false;
    }
  }

  /** What is selected in the paragraph in hand, in UTF-16 units of its words. */
  #selection(): { readonly start: number; readonly end: number } | null {
    const native = document.getSelection();
    const words = this.#active?.words;
    if (native === null || native.rangeCount === 0 || words === undefined) return null;
    const range = native.getRangeAt(0);
    if (!words.contains(range.startContainer) || !words.contains(range.endContainer)) return null;
    const before = document.createRange();
    before.selectNodeContents(words);
    before.setEnd(range.startContainer, range.startOffset);
    const start = before.toString().length;
    return { start, end: start + range.toString().length };
  }

  /** Whether the caret stands on the first and on the last line of the paragraph in hand. */
  #lines(): { readonly first: boolean; readonly last: boolean } {
    const native = document.getSelection();
    const words = this.#active?.words;
    if (native === null || native.rangeCount === 0 || words === undefined)
      return { first: false, last: false };
    const box = words.getBoundingClientRect();
    const caret = native.getRangeAt(0).getBoundingClientRect();
    if (caret.height === 0) return { first: true, last: true };
    return {
      first: caret.top - box.top < caret.height * 0.7,
      last: box.bottom - caret.bottom < caret.height * 0.7,
    };
  }
}

function wordsIn({ words }: WrittenParagraph): string {
  return (words.textContent ?? '').replaceAll('\n', ' ');
}

function shifted(edits: readonly TextEdit[], by: number): TextEdit[] {
  return edits.map(({ start, end, text }) => ({ start: by + start, end: by + end, text }));
}

function placeCaret({ words, text }: WrittenParagraph, offset: number): void {
  const native = document.getSelection();
  if (native === null) return;
  const inside = text.parentNode === words;
  native.collapse(inside ? text : words, inside ? Math.min(offset, text.data.length) : 0);
}
