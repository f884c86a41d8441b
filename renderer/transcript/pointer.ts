import { wordAt } from '../../src/text/words.ts';
import { isEmpty, rangeOf, tidySelection, type Selection } from './caret.ts';
import { fromDom, toDom } from './dom-map.ts';
import { paragraphWords, sentenceWords, turnWords } from './ladder.ts';
import type { TextLayout } from './layout.ts';
import { paragraphAt, type TextRange } from './model.ts';
import { CODE_DRAG, PASSAGE_DRAG } from './types.ts';
import type { WrittenTranscript } from './write.ts';

export interface PointerHost {
  readonly host: HTMLElement;
  readonly scroller: HTMLElement;
  written(): WrittenTranscript | null;
  layout(): TextLayout | null;
  /** Whether the text belongs to somebody who types in it. */
  isPaused(): boolean;
  selection(): Selection | null;
  /** The selection while the pointer makes it (`final` once it is let go). */
  select(selection: Selection, final: boolean): void;
  /** A click without a selection, on the character at `position`; `null` beside the words. */
  click(position: number | null): void;
  hover(position: number | null): void;
  showDropPlace(range: TextRange | null): void;
  dropCode(codeId: number, range: TextRange): void;
}

/** How far beside a character a click still means it, in pixels. */
const REACH = 10;

/** Turns what the pointer does in the text into offsets: selecting, clicking, hovering, dragging and dropping. */
export class TranscriptPointer {
  readonly #at: PointerHost;
  #selecting = false;
  /** Where the pointer went down. */
  #from = { x: 0, y: 0 };
  #frame = 0;
  #ended: AbortController = new AbortController();

  constructor(at: PointerHost) {
    this.#at = at;
    const { host } = at;
    const { signal } = this.#ended;
    const listen = <K extends keyof HTMLElementEventMap>(
      type: K,
      listener: (event: HTMLElementEventMap[K]) => void,
    ): void => host.addEventListener(type, listener, { signal });
    listen('pointerdown', (event) => this.#down(event));
    listen('dblclick', (event) => this.#doubleClick(event));
    listen('click', (event) => this.#manyClicks(event));
    listen('pointermove', (event) => this.#move(event));
    listen('pointerleave', () => at.hover(null));
    listen('dragstart', (event) => this.#dragStart(event));
    listen('dragover', (event) => this.#dragOver(event));
    listen('dragleave', (event) => {
      if (!(event.relatedTarget instanceof Node) || !host.contains(event.relatedTarget))
        at.showDropPlace(null);
    });
    listen('drop', (event) => this.#drop(event));
    document.addEventListener('selectionchange', () => this.#selectionChanged(), { signal });
    // A drag that is given up leaves no word here; nor do pointer events arrive while one is on.
    const over = (): void => at.showDropPlace(null);
    document.addEventListener('dragend', over, { signal });
    document.addEventListener('pointerup', over, { signal });
    document.addEventListener('pointerup', (event) => this.#up(event), { signal });
    document.addEventListener('pointercancel', () => (this.#selecting = false), { signal });
  }

  destroy(): void {
    this.#ended.abort();
    cancelAnimationFrame(this.#frame);
  }

  /** The offset nearest to a point of the screen. */
  offsetAt(clientX: number, clientY: number): number | null {
    const written = this.#at.written();
    if (written === null) return null;
    const found = caretFromPoint(clientX, clientY);
    return found === null ? null : fromDom(written, this.#at.host, found.node, found.offset);
  }

  /** The character under a point, or `null` where the point is beside the words. */
  characterAt(clientX: number, clientY: number): number | null {
    const layout = this.#at.layout();
    const written = this.#at.written();
    const offset = this.offsetAt(clientX, clientY);
    if (layout === null || written === null || offset === null) return null;
    const box = layout.caretBox(offset);
    const origin = this.#at.host.getBoundingClientRect();
    if (box === null) return null;
    const x = clientX - origin.left;
    const y = clientY - origin.top;
    if (Math.abs(x - box.left) > REACH * 2 || y < box.top - REACH || y > box.bottom + REACH) return null;
    const paragraph = paragraphAt(written.model, offset);
    if (paragraph === null) return null;
    const under = x < box.left ? offset - 1 : offset;
    return under >= paragraph.wordsStart && under < paragraph.end ? under : null;
  }

  #down(event: PointerEvent): void {
    if (event.button !== 0 || this.#at.isPaused()) return;
    if (event.target instanceof Element && event.target.closest('button') !== null) return;
    this.#selecting = true;
    this.#from = { x: event.clientX, y: event.clientY };
    const current = this.#at.selection();
    if (event.shiftKey && current !== null) {
      const focus = this.offsetAt(event.clientX, event.clientY);
      if (focus === null) return;
      event.preventDefault();
      this.#selecting = false;
      this.#at.scroller.focus({ preventScroll: true });
      this.#at.select({ anchor: current.anchor, focus }, true);
    }
  }

  #up(event: PointerEvent): void {
    if (!this.#selecting || event.button !== 0) return;
    this.#selecting = false;
    const selection = this.#nativeSelection();
    // The browser lets go of a selection that is clicked into only after this.
    const isClick = event.pointerType === 'mouse' && this.#isNear(event);
    if (!isClick && selection !== null && !isEmpty(selection)) {
      this.#at.select(selection, true);
      return;
    }
    const offset = this.offsetAt(event.clientX, event.clientY);
    if (offset === null) return;
    this.#at.select({ anchor: offset, focus: offset }, true);
    if (event.target instanceof Node && this.#at.host.contains(event.target)) {
      this.#at.click(this.characterAt(event.clientX, event.clientY));
    }
  }

  /** Whether the pointer is let go where it went down. */
  #isNear(event: PointerEvent): boolean {
    return Math.hypot(event.clientX - this.#from.x, event.clientY - this.#from.y) < 3;
  }

  #doubleClick(event: MouseEvent): void {
    const written = this.#at.written();
    const position = this.characterAt(event.clientX, event.clientY);
    if (written === null || position === null || this.#at.isPaused()) return;
    const word = wordAt(written.model.text, position);
    if (word !== null) this.#at.select({ anchor: word.start, focus: word.end }, true);
  }

  /** Three clicks select the paragraph, four the turn; one on the speaker's name does, too. */
  #manyClicks(event: MouseEvent): void {
    const model = this.#at.written()?.model;
    if (model === undefined || this.#at.isPaused() || event.shiftKey) return;
    const speaker = event.target instanceof Element ? event.target.closest('.tr-speaker') : null;
    const row = speaker?.closest<HTMLElement>('.tr-row')?.dataset['index'];
    const named = row === undefined ? undefined : model.paragraphs[Number(row)];
    if (named === undefined && event.detail < 3) return;
    const offset = named?.wordsStart ?? this.offsetAt(event.clientX, event.clientY);
    if (offset === null) return;
    const isTurn = named !== undefined || event.detail > 3;
    const words = isTurn ? turnWords(model, offset) : paragraphWords(model, offset);
    if (words !== null) this.#at.select({ anchor: words.start, focus: words.end }, true);
  }

  #selectionChanged(): void {
    if (!this.#selecting) return;
    const selection = this.#nativeSelection();
    if (selection !== null) this.#at.select(selection, false);
  }

  #nativeSelection(): Selection | null {
    const written = this.#at.written();
    const native = document.getSelection();
    if (written === null || native === null || native.anchorNode === null || native.focusNode === null)
      return null;
    const anchor = fromDom(written, this.#at.host, native.anchorNode, native.anchorOffset);
    const focus = fromDom(written, this.#at.host, native.focusNode, native.focusOffset);
    return anchor === null || focus === null ? null : tidySelection(written.model, { anchor, focus });
  }

  #move(event: PointerEvent): void {
    if (event.buttons !== 0 || event.pointerType === 'touch') return;
    const { clientX, clientY } = event;
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#at.hover(this.characterAt(clientX, clientY)));
  }

  #dragStart(event: DragEvent): void {
    const selection = this.#at.selection();
    if (selection === null || isEmpty(selection) || event.dataTransfer === null) return;
    this.#selecting = false;
    const { start, end } = rangeOf(selection);
    event.dataTransfer.setData(PASSAGE_DRAG, JSON.stringify({ start, end }));
    event.dataTransfer.effectAllowed = 'copy';
  }

  /** The selection when the point is in it, else the paragraph under the point; with Alt its sentence. */
  #dropPlace(event: DragEvent): TextRange | null {
    const written = this.#at.written();
    const offset = this.offsetAt(event.clientX, event.clientY);
    if (written === null || offset === null) return null;
    const selection = this.#at.selection();
    if (selection !== null && !isEmpty(selection)) {
      const range = rangeOf(selection);
      if (offset >= range.start && offset <= range.end) return range;
    }
    return (event.altKey ? sentenceWords : paragraphWords)(written.model, offset);
  }

  #dragOver(event: DragEvent): void {
    if (event.dataTransfer === null || !event.dataTransfer.types.includes(CODE_DRAG)) return;
    const place = this.#dropPlace(event);
    this.#at.showDropPlace(place);
    if (place === null) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
  }

  #drop(event: DragEvent): void {
    const codeId = Number(event.dataTransfer?.getData(CODE_DRAG));
    const place = this.#dropPlace(event);
    this.#at.showDropPlace(null);
    if (!Number.isInteger(codeId) || codeId <= 0 || place === null) return;
    event.preventDefault();
    event.stopPropagation();
    this.#at.dropCode(codeId, place);
  }
}

/** Makes the browser's own selection the same, so that copying and assistive technology follow. */
export function mirrorSelection(written: WrittenTranscript, selection: Selection): void {
  const anchor = toDom(written, selection.anchor);
  const focus = toDom(written, selection.focus);
  if (anchor === null || focus === null) return;
  document.getSelection()?.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset);
}

function caretFromPoint(x: number, y: number): { node: Node; offset: number } | null {
  if (typeof document.caretPositionFromPoint === 'function') {
    const position = document.caretPositionFromPoint(x, y);
    return position === null ? null : { node: position.offsetNode, offset: position.offset };
  }
  // Older WebKit knows the same answer under its own name.
  const range = document.caretRangeFromPoint?.(x, y) ?? null;
  return range === null ? null : { node: range.startContainer, offset: range.startOffset };
}
