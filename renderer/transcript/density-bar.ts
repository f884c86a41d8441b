import { densityRuns, type DensityTick } from './density-runs.ts';
import { sizedContext, type ThemeColours } from './theme-colours.ts';

const WIDTH = 14;
const TICK_LEFT = 3;
const TICK_WIDTH = 8;
/** How far an arrow key goes: two lines of text as they are at first. */
const KEY_STEP = 58;

/** The strip at the right edge: where the document is coded, and the part that is in view. It replaces the scroll bar. */
export class DensityBar {
  readonly element: HTMLElement;
  readonly #canvas = document.createElement('canvas');
  readonly #box = document.createElement('div');
  readonly #scroller: HTMLElement;
  #grip: number | null = null;

  constructor(scroller: HTMLElement) {
    this.#scroller = scroller;
    this.element = document.createElement('div');
    this.element.className = 'tr-density';
    this.element.setAttribute('role', 'scrollbar');
    this.element.setAttribute('aria-orientation', 'vertical');
    this.element.setAttribute('aria-valuemin', '0');
    this.element.setAttribute('aria-valuemax', '100');
    this.element.setAttribute('aria-controls', scroller.id);
    this.element.tabIndex = 0;
    this.#box.className = 'tr-density-box';
    this.element.append(this.#canvas, this.#box);
    this.element.addEventListener('pointerdown', (event) => this.#down(event));
    this.element.addEventListener('pointermove', (event) => this.#move(event));
    this.element.addEventListener('pointerup', () => (this.#grip = null));
    this.element.addEventListener('pointercancel', () => (this.#grip = null));
    this.element.addEventListener('keydown', (event) => this.#keydown(event));
    this.element.addEventListener('wheel', (event) => scroller.scrollBy({ top: event.deltaY }), {
      passive: true,
    });
  }

  /** Draws where codings lie. */
  draw(ticks: readonly DensityTick[], contentHeight: number, colours: ThemeColours): void {
    const height = this.#scroller.clientHeight;
    const context = sizedContext(this.#canvas, WIDTH, height);
    if (context === null || height === 0) return;
    const scale = height / Math.max(contentHeight, height);
    context.globalAlpha = 0.85;
    for (const run of densityRuns(ticks, height, scale)) {
      context.fillStyle = colours.code(run.colour);
      context.fillRect(TICK_LEFT, run.top, TICK_WIDTH, run.bottom - run.top);
    }
    context.globalAlpha = 1;
    this.follow();
  }

  /** Puts the box where the scroller stands. */
  follow(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller;
    const scale = clientHeight / Math.max(scrollHeight, 1);
    const tall = Math.max(24, clientHeight * scale);
    const room = Math.max(0, scrollHeight - clientHeight);
    const share = room === 0 ? 0 : scrollTop / room;
    this.#box.hidden = room === 0;
    this.#box.style.height = `${tall}px`;
    this.#box.style.transform = `translateY(${share * (clientHeight - tall)}px)`;
    this.element.setAttribute('aria-valuenow', String(Math.round(share * 100)));
  }

  #down(event: PointerEvent): void {
    if (event.button !== 0) return;
    event.preventDefault();
    this.element.setPointerCapture(event.pointerId);
    const box = this.#box.getBoundingClientRect();
    const onBox = event.clientY >= box.top && event.clientY <= box.bottom;
    this.#grip = onBox ? event.clientY - box.top : box.height / 2;
    if (!onBox) this.#goTo(event.clientY);
  }

  #move(event: PointerEvent): void {
    if (this.#grip !== null) this.#goTo(event.clientY);
  }

  /** The keys of any scroll bar. They stay here: in the text they move the caret. */
  #keydown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const top = keyTarget(event.key, this.#scroller);
    if (top === null) return;
    event.preventDefault();
    event.stopPropagation();
    this.#scroller.scrollTop = top;
  }

  #goTo(clientY: number): void {
    const { scrollHeight, clientHeight } = this.#scroller;
    const track = this.element.getBoundingClientRect();
    const room = clientHeight - this.#box.offsetHeight;
    const share = room <= 0 ? 0 : (clientY - track.top - (this.#grip ?? 0)) / room;
    this.#scroller.scrollTop = Math.min(1, Math.max(0, share)) * (scrollHeight - clientHeight);
  }
}

/** Where a key takes the scroller, or `null` for a key that is none of a scroll bar. */
function keyTarget(key: string, { scrollTop, scrollHeight, clientHeight }: HTMLElement): number | null {
  // A line of what was seen last stays in view, so that the eye finds on.
  const page = Math.max(KEY_STEP, clientHeight - KEY_STEP);
  switch (key) {
    case 'ArrowUp':
      return scrollTop - KEY_STEP;
    case 'ArrowDown':
      return scrollTop + KEY_STEP;
    case 'PageUp':
      return scrollTop - page;
    case 'PageDown':
      return scrollTop + page;
    case 'Home':
      return 0;
    case 'End':
      return scrollHeight - clientHeight;
    default:
      return null;
  }
}
