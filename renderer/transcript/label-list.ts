import type { MarginColumns, PlacedLabel } from './margin-layout.ts';
import type { TranscriptWords, ViewCoding } from './types.ts';

const STANCE_SIGN = { supports: '', qualifies: '≈', contradicts: '−' } as const;

export interface LabelState {
  readonly labels: readonly PlacedLabel[];
  readonly columns: MarginColumns;
  readonly codings: ReadonlyMap<number, ViewCoding>;
  readonly selectedId: number | null;
  readonly litId: number | null;
  readonly words: TranscriptWords;
}

export interface LabelEvents {
  pick(codingId: number): void;
  hover(codingId: number | null): void;
  more(codingIds: readonly number[], anchor: HTMLElement): void;
}

/** The column of code names beside the brackets: buttons, one of which can be reached with Tab, the others by arrows. */
export class LabelList {
  readonly element: HTMLElement;
  readonly #events: LabelEvents;
  readonly #buttons = new Map<number, HTMLButtonElement>();
  #more = new Map<number, readonly number[]>();

  constructor(events: LabelEvents) {
    this.#events = events;
    this.element = document.createElement('div');
    this.element.className = 'tr-labels';
    this.element.setAttribute('role', 'group');
    this.element.addEventListener('click', (event) => this.#click(event));
    this.element.addEventListener('pointerover', (event) => this.#events.hover(idOf(event.target)));
    this.element.addEventListener('pointerleave', () => this.#events.hover(null));
    this.element.addEventListener('keydown', (event) => this.#keydown(event));
  }

  render(state: LabelState): void {
    this.element.setAttribute('aria-label', state.words.margin);
    this.element.hidden = state.columns.labelWidth === 0;
    const wanted = new Set(state.labels.map((label) => label.id));
    for (const [id, button] of this.#buttons) {
      if (wanted.has(id)) continue;
      button.remove();
      this.#buttons.delete(id);
    }
    this.#more = new Map(state.labels.map((label) => [label.id, label.more]));
    let before: Element | null = null;
    for (const label of state.labels) {
      const coding = state.codings.get(label.id);
      if (coding === undefined) continue;
      const button = this.#buttons.get(label.id) ?? this.#make(label.id);
      paintLabel(button, coding, label, state);
      const inPlace = button.parentElement === this.element && button.previousElementSibling === before;
      if (!inPlace && before === null) this.element.prepend(button);
      else if (!inPlace) before?.after(button);
      before = button;
    }
    this.#rove(state.selectedId);
  }

  #make(id: number): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'tr-label';
    button.dataset['coding'] = String(id);
    button.tabIndex = -1;
    button.append(
      span('tr-mark'),
      span('tr-label-name'),
      span('tr-label-stance'),
      span('tr-label-link'),
      span('tr-label-more'),
    );
    this.#buttons.set(id, button);
    return button;
  }

  #rove(selectedId: number | null): void {
    const focused = document.activeElement;
    let chosen: HTMLButtonElement | undefined;
    for (const [id, button] of this.#buttons) {
      button.tabIndex = -1;
      if (button === focused) chosen = button;
      else if (id === selectedId) chosen ??= button;
    }
    const first = this.element.firstElementChild;
    if (chosen === undefined && first instanceof HTMLButtonElement) chosen = first;
    if (chosen !== undefined) chosen.tabIndex = 0;
  }

  #click(event: MouseEvent): void {
    const id = idOf(event.target);
    if (id === null) return;
    const button = this.#buttons.get(id);
    const more = this.#more.get(id) ?? [];
    const onMore = event.target instanceof Element && event.target.closest('.tr-label-more') !== null;
    if (onMore && more.length > 0 && button !== undefined) this.#events.more([id, ...more], button);
    else this.#events.pick(id);
  }

  #keydown(event: KeyboardEvent): void {
    const at = event.target instanceof Element ? event.target.closest('.tr-label') : null;
    if (at === null) return;
    const next =
      event.key === 'ArrowDown'
        ? at.nextElementSibling
        : event.key === 'ArrowUp'
          ? at.previousElementSibling
          : null;
    const id = idOf(at);
    if (next instanceof HTMLButtonElement && at instanceof HTMLButtonElement) {
      event.preventDefault();
      at.tabIndex = -1;
      next.tabIndex = 0;
      next.focus();
    } else if (event.key === 'ArrowRight' && id !== null && at instanceof HTMLElement) {
      const more = this.#more.get(id) ?? [];
      if (more.length > 0) this.#events.more([id, ...more], at);
    }
  }
}

/** What a button shows now, so that nothing is written into the page that stands there already. */
const shown = new WeakMap<HTMLButtonElement, string>();

function paintLabel(
  button: HTMLButtonElement,
  coding: ViewCoding,
  label: PlacedLabel,
  state: LabelState,
): void {
  const selected = coding.id === state.selectedId;
  const more = label.more.length;
  const dimmed = state.litId !== null && state.litId !== coding.id;
  const { labelLeft, labelWidth } = state.columns;
  const { name: text, colour, shape, stance: said, links } = coding;
  const place = [label.top, labelLeft, labelWidth, state.words.margin];
  const look = [text, colour, shape, said, links.length, more, selected, dimmed, ...place].join('\u0000');
  if (shown.get(button) === look) return;
  shown.set(button, look);
  button.style.top = `${label.top}px`;
  button.style.left = `${labelLeft}px`;
  button.style.maxWidth = `${labelWidth}px`;
  button.classList.toggle('is-selected', selected);
  button.classList.toggle('is-dimmed', dimmed);
  button.setAttribute('aria-current', selected ? 'true' : 'false');
  button.title = coding.name;
  const [mark, name, stance, link, rest] = button.children;
  if (mark instanceof HTMLElement) {
    mark.dataset['shape'] = coding.shape;
    mark.style.setProperty('--mark', `var(--c${coding.colour})`);
  }
  if (name !== undefined && name.textContent !== coding.name) name.textContent = coding.name;
  if (stance instanceof HTMLElement) {
    stance.textContent = coding.stance === null ? '' : STANCE_SIGN[coding.stance];
    const isSaid = coding.stance !== null && coding.stance !== 'supports';
    nameSign(stance, isSaid ? state.words.stance(coding.stance) : null);
  }
  if (link instanceof HTMLElement) {
    link.hidden = links.length === 0;
    nameSign(link, links.length === 0 ? null : state.words.linked(links.length));
  }
  if (rest instanceof HTMLElement) {
    rest.textContent = more > 0 ? `+${more}` : '';
    if (more > 0) rest.title = state.words.more(more);
  }
}

/** A sign that is seen is told too. */
function nameSign(sign: HTMLElement, label: string | null): void {
  if (label === null) {
    sign.removeAttribute('role');
    sign.removeAttribute('aria-label');
  } else {
    sign.setAttribute('role', 'img');
    sign.setAttribute('aria-label', label);
  }
}

export function idOf(target: EventTarget | null): number | null {
  const label = target instanceof Element ? target.closest<HTMLElement>('.tr-label') : null;
  const id = Number(label?.dataset['coding']);
  return label === null || !Number.isInteger(id) ? null : id;
}

function span(className: string): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  return element;
}
