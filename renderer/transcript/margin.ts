import { drawMargin, bracketsAt, bracketX, type MarginDrawing } from './margin-canvas.ts';
import { LabelList, type LabelEvents } from './label-list.ts';
import {
  MARGIN,
  marginColumns,
  placeLabels,
  shownLane,
  shownLanes,
  type MarginLanes,
  type MarginSpan,
} from './margin-layout.ts';
import type { ThemeColours } from './theme-colours.ts';
import type { TranscriptWords, ViewCoding } from './types.ts';

export interface MarginState {
  /** Codings with their reach, in document order: those of the window at least. */
  readonly spans: readonly MarginSpan[];
  readonly codings: ReadonlyMap<number, ViewCoding>;
  readonly lanes: MarginLanes;
  readonly from: number;
  readonly to: number;
  readonly room: number;
  readonly selectedId: number | null;
  readonly litId: number | null;
  readonly words: TranscriptWords;
}

/** The margin beside the text: brackets on a canvas, names as buttons. */
export class Margin {
  readonly element: HTMLElement;
  readonly #canvas = document.createElement('canvas');
  readonly #labels: LabelList;
  readonly #colours: ThemeColours;
  #drawing: MarginDrawing | null = null;

  constructor(events: LabelEvents, colours: ThemeColours) {
    this.#colours = colours;
    this.#labels = new LabelList(events);
    this.element = document.createElement('div');
    this.element.className = 'tr-margin';
    this.#canvas.className = 'tr-brackets';
    this.#canvas.setAttribute('aria-hidden', 'true');
    this.element.append(this.#canvas, this.#labels.element);
    this.#canvas.addEventListener('pointermove', (event) => {
      const id = this.#hit(event);
      this.#canvas.classList.toggle('is-over', id !== null);
      events.hover(id);
    });
    this.#canvas.addEventListener('pointerleave', () => events.hover(null));
    this.#canvas.addEventListener('click', (event) => {
      const drawing = this.#drawing;
      if (drawing === null) return;
      const under = bracketsAt(drawing, event.offsetX, event.offsetY + drawing.from);
      // A click on several picks the nearest and shortest; another click the one around it.
      const at = under.findIndex(({ selected }) => selected);
      const next = under[(at + 1) % under.length];
      if (next !== undefined) events.pick(next.id);
    });
  }

  render(state: MarginState): void {
    const shown = shownLanes(state.lanes.count);
    const columns = marginColumns(shown, state.room);
    const labels = placeLabels(state.spans).filter(
      (label) => label.top <= state.to && label.top + MARGIN.labelHeight >= state.from,
    );
    const brackets = state.spans.flatMap((span) => {
      const coding = state.codings.get(span.id);
      if (coding === undefined || span.bottom < state.from || span.top > state.to) return [];
      return [
        {
          id: span.id,
          colour: coding.colour,
          ...shownLane(state.lanes.laneOf.get(span.id) ?? 0, state.lanes.count),
          top: span.top,
          bottom: span.bottom,
          selected: span.id === state.selectedId,
          dimmed: state.litId !== null && state.litId !== span.id,
          lit: state.litId === span.id,
        },
      ];
    });
    const width = Math.min(Math.max(0, state.room), bracketX(Math.max(0, shown - 1), columns) + 200);
    this.#drawing = { width, from: state.from, to: state.to, columns, brackets, labels };
    drawMargin(this.#canvas, this.#drawing, this.#colours);
    this.#labels.render({ ...state, labels, columns });
  }

  #hit(event: MouseEvent): number | null {
    const drawing = this.#drawing;
    if (drawing === null) return null;
    return bracketsAt(drawing, event.offsetX, event.offsetY + drawing.from)[0]?.id ?? null;
  }
}
