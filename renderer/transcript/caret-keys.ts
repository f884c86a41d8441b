import { isEmpty, moveCaret, rangeOf, type Selection } from './caret.ts';
import type { TextLayout } from './layout.ts';
import { paragraphAt, type TranscriptModel } from './model.ts';
import { Ladder } from './ladder.ts';
import { caretKey, type CaretKey } from './reader-keys.ts';

export interface CaretKeysHost {
  readonly scroller: HTMLElement;
  model(): TranscriptModel | null;
  layout(): TextLayout | null;
  selection(): Selection | null;
  select(selection: Selection): void;
}

/** The keyboard of the reader: moves the caret and extends the selection. Other keys bubble to the screen around it. */
export class CaretKeys {
  readonly #at: CaretKeysHost;
  readonly #ended = new AbortController();
  readonly #ladder = new Ladder();
  /** Where the caret would like to stand across while it goes up and down. */
  #goalX: number | null = null;

  constructor(at: CaretKeysHost) {
    this.#at = at;
    const { signal } = this.#ended;
    at.scroller.addEventListener('keydown', (event) => this.#keydown(event), { signal });
    at.scroller.addEventListener('focus', () => this.#focused(), { signal });
  }

  destroy(): void {
    this.#ended.abort();
  }

  /** Reached with the keyboard, the reader shows where one is: at the caret, else at what is seen first. */
  #focused(): void {
    const model = this.#at.model();
    const layout = this.#at.layout();
    if (this.#at.selection() !== null || model === null || layout === null) return;
    if (this.#at.scroller.matches(':focus-visible')) this.#at.select(this.#whereSeen(model, layout));
  }

  #keydown(event: KeyboardEvent): void {
    if (event.target !== this.#at.scroller || event.isComposing) return;
    const key = caretKey(event);
    if (key === null) return;
    event.preventDefault();
    const next = this.#next(key);
    if (next !== null) this.#at.select(next);
  }

  #next(key: CaretKey): Selection | null {
    const model = this.#at.model();
    const layout = this.#at.layout();
    const first = model?.paragraphs[0];
    if (model === null || layout === null || first === undefined) return null;
    const last = model.paragraphs.at(-1) ?? first;
    if (key.kind === 'all') return { anchor: first.wordsStart, focus: last.end };
    const now = this.#at.selection() ?? this.#whereSeen(model, layout);
    if (key.kind === 'ladder') return key.by > 0 ? this.#ladder.up(model, now) : this.#ladder.down(now);
    const vertical = key.kind === 'line' || key.kind === 'page';
    if (!vertical) this.#goalX = null;
    // Without Shift an arrow first closes the selection at its own side.
    if (key.kind === 'step' && key.unit === 'character' && !key.extend && !isEmpty(now)) {
      const range = rangeOf(now);
      const side = key.by < 0 ? range.start : range.end;
      return { anchor: side, focus: side };
    }
    const focus = this.#target(key, now.focus, model, layout);
    return { anchor: key.extend ? now.anchor : focus, focus };
  }

  #target(
    key: Exclude<CaretKey, { kind: 'all' | 'ladder' }>,
    from: number,
    model: TranscriptModel,
    layout: TextLayout,
  ): number {
    switch (key.kind) {
      case 'step':
        return moveCaret(model, from, key.by, key.unit);
      case 'line':
        return layout.offsetOnNextLine(from, key.by, this.#goal(from, layout));
      case 'lineEdge':
        return layout.lineEnds(from)[key.edge];
      case 'page':
        return this.#page(from, key.by, layout);
      case 'document': {
        const edge = key.edge === 'start' ? model.paragraphs[0] : model.paragraphs.at(-1);
        return key.edge === 'start' ? (edge?.wordsStart ?? 0) : (edge?.end ?? 0);
      }
      case 'paragraph': {
        const here = paragraphAt(model, from);
        if (here === null) return from;
        if (key.by < 0 && from > here.wordsStart) return here.wordsStart;
        const next = model.paragraphs[here.index + key.by];
        return next?.wordsStart ?? (key.by > 0 ? here.end : here.wordsStart);
      }
    }
  }

  #goal(from: number, layout: TextLayout): number {
    this.#goalX ??= layout.caretBox(from)?.left ?? 0;
    return this.#goalX;
  }

  #page(from: number, by: -1 | 1, layout: TextLayout): number {
    const x = this.#goal(from, layout);
    const lines = Math.max(1, Math.floor(this.#at.scroller.clientHeight / layout.lineHeight()) - 2);
    let offset = from;
    for (let line = 0; line < lines; line += 1) offset = layout.offsetOnNextLine(offset, by, x);
    return offset;
  }

  /** Where the caret begins when nothing was selected yet: at the first paragraph in view. */
  #whereSeen(model: TranscriptModel, layout: TextLayout): Selection {
    const index = layout.paragraphAtY(this.#at.scroller.scrollTop + 40);
    const offset = model.paragraphs[index]?.wordsStart ?? 0;
    return { anchor: offset, focus: offset };
  }
}
