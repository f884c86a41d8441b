import type { TextLayout } from './layout.ts';
import type { TextRange } from './model.ts';
import type { TranscriptWords } from './types.ts';

export type HandleEnd = 'start' | 'end';

export interface OverlayEvents {
  /** The pointer drags a handle; `letters` when it must not snap to words. */
  drag(end: HandleEnd, clientX: number, clientY: number, letters: boolean): void;
  drop(): void;
  /** A key moves a handle by a word or a letter. */
  step(end: HandleEnd, by: -1 | 1, letters: boolean): void;
  leave(): void;
}

const HANDLE_HEIGHT = 22;

/** What lies over the text: the caret and the two handles of the selected coding. */
export class Overlay {
  readonly element: HTMLElement;
  readonly #caret = document.createElement('div');
  readonly #unit = document.createElement('div');
  readonly #handles: Readonly<Record<HandleEnd, HTMLElement>>;
  readonly #events: OverlayEvents;

  constructor(events: OverlayEvents) {
    this.#events = events;
    this.element = document.createElement('div');
    this.element.className = 'tr-overlay';
    this.#caret.className = 'tr-caret';
    this.#caret.hidden = true;
    this.#handles = { start: this.#makeHandle('start'), end: this.#makeHandle('end') };
    this.#unit.className = 'tr-unit';
    this.#unit.hidden = true;
    this.element.append(this.#unit, this.#caret, this.#handles.start, this.#handles.end);
  }

  placeCaret(layout: TextLayout | null, offset: number | null): void {
    const box = layout === null || offset === null ? null : layout.caretBox(offset);
    this.#caret.hidden = box === null;
    if (box === null) return;
    this.#caret.style.transform = `translate(${Math.round(box.left) - 1}px, ${box.top}px)`;
    this.#caret.style.height = `${box.bottom - box.top}px`;
    // The blink begins anew, so that a caret that moves is always seen.
    this.#caret.style.animation = 'none';
    this.#caret.getBoundingClientRect();
    this.#caret.style.animation = '';
  }

  /** A line beside the unit in hand. */
  placeUnit(layout: TextLayout | null, range: TextRange | null): void {
    const extent = layout === null || range === null ? null : layout.extent(range);
    this.#unit.hidden = extent === null;
    if (extent === null) return;
    this.#unit.style.transform = `translateY(${extent.top}px)`;
    this.#unit.style.height = `${extent.bottom - extent.top}px`;
  }

  placeHandles(
    layout: TextLayout | null,
    range: TextRange | null,
    words: TranscriptWords,
    text: (at: HandleEnd) => string,
  ): void {
    for (const end of ['start', 'end'] as const) {
      const handle = this.#handles[end];
      const box =
        layout === null || range === null ? null : layout.caretBox(end === 'start' ? range.start : range.end);
      handle.hidden = box === null;
      if (box === null) continue;
      const top = (box.top + box.bottom) / 2 - HANDLE_HEIGHT / 2;
      handle.style.transform = `translate(${Math.round(box.left) - 1}px, ${top}px)`;
      handle.setAttribute('aria-label', words.handle(end));
      handle.setAttribute('aria-valuetext', words.handleValue(text(end)));
      handle.setAttribute('aria-valuenow', String(end === 'start' ? range?.start : range?.end));
    }
  }

  focusHandle(end: HandleEnd): void {
    this.#handles[end].focus();
  }

  /** Draws the eye to the segment just scrolled to. */
  pulse(): void {
    for (const handle of Object.values(this.#handles)) {
      handle.classList.remove('is-pulsing');
      handle.getBoundingClientRect();
      handle.classList.add('is-pulsing');
    }
  }

  #makeHandle(end: HandleEnd): HTMLElement {
    const handle = document.createElement('div');
    handle.className = `tr-handle tr-handle-${end}`;
    handle.hidden = true;
    handle.tabIndex = -1;
    handle.setAttribute('role', 'slider');
    handle.setAttribute('aria-orientation', 'horizontal');
    handle.setAttribute('aria-valuemin', '0');
    let dragging = false;
    handle.addEventListener('pointerdown', (event) => {
      if (event.button !== 0) return;
      event.preventDefault();
      event.stopPropagation();
      handle.setPointerCapture(event.pointerId);
      handle.focus({ preventScroll: true });
      dragging = true;
      // What lies under the pointer is asked for while it drags: that must be the text, not the handle.
      handle.style.pointerEvents = 'none';
    });
    handle.addEventListener('pointermove', (event) => {
      if (dragging) this.#events.drag(end, event.clientX, event.clientY, event.altKey);
    });
    const finish = (): void => {
      if (!dragging) return;
      dragging = false;
      handle.style.pointerEvents = '';
      this.#events.drop();
    };
    handle.addEventListener('pointerup', finish);
    handle.addEventListener('pointercancel', finish);
    handle.addEventListener('keydown', (event) => {
      if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
        event.preventDefault();
        event.stopPropagation();
        this.#events.step(end, event.key === 'ArrowLeft' ? -1 : 1, event.altKey);
      } else if (event.key === 'Tab' && event.shiftKey === (end === 'end') && !event.ctrlKey) {
        event.preventDefault();
        event.stopPropagation();
        this.focusHandle(end === 'end' ? 'start' : 'end');
      } else if (event.key === 'Escape' || event.key === 'Enter') {
        event.preventDefault();
        event.stopPropagation();
        this.#events.leave();
      }
    });
    return handle;
  }
}
