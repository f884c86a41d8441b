import { drawMargin, bracketsAt, bracketX, type MarginDrawing } from './margin-canvas.ts';
import { idOf, LabelList, type LabelEvents } from './label-list.ts';
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
import { CODE_DRAG, type TranscriptWords, type ViewCoding } from './types.ts';

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

/** A code that is dragged over the margin means the passage of the bracket or name under it. */
export interface MarginDropEvents {
  dragOverCoding(codingId: number | null): void;
  dropOnCoding(codeId: number, codingId: number): void;
}

/** The margin beside the text: brackets on a canvas, names as buttons. */
export class Margin {
  readonly element: HTMLElement;
  readonly #canvas = document.createElement('canvas');
  readonly #labels: LabelList;
  readonly #colours: ThemeColours;
  #drawing: MarginDrawing | null = null;

  constructor(events: LabelEvents & MarginDropEvents, colours: ThemeColours) {
    this.#colours = colours;
    this.#labels = new LabelList(events);
    this.element = document.createElement('div');
    this.element.className = 'tr-margin';
    this.#canvas.className = 'tr-brackets';
    this.#canvas.setAttribute('aria-hidden', 'true');
    this.element.append(this.#canvas, this.#labels.element);
    this.#listenToDrops(events);
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

  #listenToDrops(events: MarginDropEvents): void {
    const under = (event: DragEvent): number | null =>
      event.target === this.#canvas ? this.#hit(event) : idOf(event.target);
    this.element.addEventListener('dragover', (event) => {
      if (event.dataTransfer?.types.includes(CODE_DRAG) !== true) return;
      const id = under(event);
      events.dragOverCoding(id);
      if (id === null) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    });
    this.element.addEventListener('dragleave', () => events.dragOverCoding(null));
    this.element.addEventListener('drop', (event) => {
      const id = under(event);
      const codeId = Number(event.dataTransfer?.getData(CODE_DRAG));
      events.dragOverCoding(null);
      if (id === null || !Number.isInteger(codeId) || codeId <= 0) return;
      event.preventDefault();
      event.stopPropagation();
      events.dropOnCoding(codeId, id);
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
