import { rangeOf, type Selection } from './caret.ts';
import type { CodingSpace } from './coding-space.ts';
import { DensityBar } from './density-bar.ts';
import { HiddenLists } from './hidden-lists.ts';
import { HighlightLayer } from './highlight-layer.ts';
import type { LabelEvents } from './label-list.ts';
import type { TextLayout } from './layout.ts';
import { Margin, type MarginDropEvents } from './margin.ts';
import { MemoMarks, type MemoMarkEvents } from './memo-marks.ts';
import type { TextRange } from './model.ts';
import { Overlay, type OverlayEvents } from './overlay.ts';
import type { Stage } from './stage.ts';
import { ThemeColours } from './theme-colours.ts';
import type { Fills, TranscriptWords, ViewCoding, ViewMemo } from './types.ts';
import { leavesWindow, windowAround, type ViewWindow } from './view-window.ts';
import type { WrittenTranscript } from './write.ts';

/** How the transcript is to look; what stays away keeps its value. */
export interface TranscriptLook {
  readonly fills: Fills;
  /** Whether the shape of a code shows in its underline. */
  readonly patterns: boolean;
  readonly selectedId: number | null;
  readonly selection: Selection | null;
  /** The coding that is lit: hovered here or elsewhere. */
  readonly litId: number | null;
  /** The unit in hand while one goes through the text unit by unit. */
  readonly unit: TextRange | null;
  /** What a search found, ascending. */
  readonly hits: readonly TextRange[];
}

/** All that is drawn. */
export interface Scene {
  readonly written: WrittenTranscript | null;
  readonly layout: TextLayout | null;
  readonly space: CodingSpace | null;
  readonly memos: readonly ViewMemo[];
  readonly look: TranscriptLook;
  /** The passage of the selected coding while its handles are moved. */
  readonly draft: TextRange | null;
  readonly words: TranscriptWords;
}

/** The layers that can be painted apart: `window` is tints, underlines and margin. */
export type Layer = 'window' | 'density' | 'memos' | 'selection';

/** What is done to the things that are painted. */
type PaintedEvents = LabelEvents & MarginDropEvents & OverlayEvents & MemoMarkEvents;

const MANY = 1000;
const DENSITY_DELAY_MS = 120;
/** What is only read aloud follows when scrolling rests. */
const HIDDEN_DELAY_MS = 120;

/** Paints the layers over the text: a change repaints only those that it concerns. */
export class TranscriptPainter {
  readonly overlay: Overlay;
  readonly margin: Margin;
  readonly #stage: Stage;
  readonly #scene: () => Scene;
  readonly #memoEvents: MemoMarkEvents;
  readonly #colours: ThemeColours;
  readonly #highlights = new HighlightLayer();
  readonly #density: DensityBar;
  readonly #hidden = new HiddenLists();
  readonly #memos = new MemoMarks();
  #window: ViewWindow | null = null;
  #lastTop = 0;
  #densityTimer: ReturnType<typeof setTimeout> | undefined;
  #hiddenTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(stage: Stage, scene: () => Scene, events: PaintedEvents) {
    this.#stage = stage;
    this.#scene = scene;
    this.#memoEvents = events;
    this.#colours = new ThemeColours(stage.root);
    this.overlay = new Overlay(events);
    this.margin = new Margin(events, this.#colours);
    this.#density = new DensityBar(stage.scroller);
    stage.content.append(this.margin.element, this.overlay.element);
    stage.root.append(this.#density.element, this.#hidden.element);
  }

  /** Another text was written. */
  attach(written: WrittenTranscript | null): void {
    this.#window = null;
    this.#highlights.attach(written);
    this.#hidden.attach(written);
    this.#memos.attach(written);
  }

  destroy(): void {
    clearTimeout(this.#densityTimer);
    clearTimeout(this.#hiddenTimer);
    this.#highlights.detach();
  }

  forgetColours(): void {
    this.#colours.forget();
  }

  showDropPlace(range: TextRange | null): void {
    this.#highlights.paintDropPlace(range);
  }

  scrolled(): void {
    const { scroller } = this.#stage;
    this.#density.follow();
    const moved = scroller.scrollTop - this.#lastTop;
    this.#lastTop = scroller.scrollTop;
    if (this.#window === null || !leavesWindow(this.#window, scroller)) return;
    // A jump draws on both sides; scrolling draws more on the side it goes to.
    const jumped = Math.abs(moved) > scroller.clientHeight;
    this.#paintWindow(jumped || moved === 0 ? 0 : moved > 0 ? 1 : -1);
    clearTimeout(this.#hiddenTimer);
    this.#hiddenTimer = setTimeout(() => this.#writeHidden(), HIDDEN_DELAY_MS);
  }

  paint(layers: ReadonlySet<Layer>): void {
    const { scroller, text } = this.#stage;
    const { look, words, space, memos } = this.#scene();
    text.dataset['fills'] = look.fills;
    text.toggleAttribute('data-lit', look.litId !== null);
    scroller.setAttribute('aria-label', words.reader);
    if (layers.has('window')) {
      this.#paintWindow();
      this.#writeHidden();
    }
    if (layers.has('density')) this.#densitySoon(space?.codings.length ?? 0);
    if (layers.has('memos')) this.#memos.render(space?.codings ?? [], memos, words, this.#memoEvents);
    if (layers.has('selection')) this.#paintSelection();
  }

  #paintWindow(direction: -1 | 0 | 1 = 0): void {
    const { written, layout, space, look, words } = this.#scene();
    if (layout === null || space === null || written === null) return;
    const { model } = written;
    const window = windowAround(this.#stage.scroller, layout, direction);
    this.#window = window;
    const reach = {
      start: model.paragraphs[window.first]?.start ?? 0,
      end: model.paragraphs[window.last]?.end ?? 0,
    };
    const inWindow = space.index.overlapping(reach);
    this.#highlights.paintCodings(inWindow, window, look.patterns);
    this.#highlights.paintHits(look.hits.filter((hit) => hit.start < reach.end && reach.start < hit.end));
    this.#highlights.light(inWindow.filter((coding) => isLit(coding, look)));
    this.margin.render({
      spans: space.windowSpans(layout, reach),
      codings: space.byId,
      lanes: space.lanes(layout),
      from: window.from,
      to: window.to,
      room: this.#stage.scroller.clientWidth - this.margin.element.offsetLeft,
      selectedId: look.selectedId,
      litId: look.litId,
      words,
    });
  }

  #writeHidden(): void {
    clearTimeout(this.#hiddenTimer);
    const { written, space, words } = this.#scene();
    const window = this.#window;
    if (written === null || space === null || window === null) return;
    const { paragraphs } = written.model;
    const codingsOf = (index: number): readonly ViewCoding[] => {
      const paragraph = paragraphs[index];
      return paragraph === undefined ? [] : space.index.overlapping(paragraph);
    };
    this.#hidden.render(window, codingsOf, words);
  }

  /** With many codings the overview comes a moment later: what was just coded is seen first. */
  #densitySoon(codings: number): void {
    clearTimeout(this.#densityTimer);
    if (codings < MANY) this.#paintDensity();
    else this.#densityTimer = setTimeout(() => this.#paintDensity(), DENSITY_DELAY_MS);
  }

  #paintDensity(): void {
    const { layout, space, words } = this.#scene();
    this.#density.element.setAttribute('aria-label', words.overview);
    if (layout === null || space === null) return;
    const ticks = space.spans(layout).flatMap((span) => {
      const coding = space.byId.get(span.id);
      return coding === undefined ? [] : [{ colour: coding.colour, top: span.top, bottom: span.bottom }];
    });
    this.#density.draw(ticks, this.#stage.scroller.scrollHeight, this.#colours);
  }

  #paintSelection(): void {
    const { written, layout, space, look, draft, words } = this.#scene();
    const { selection } = look;
    const range = draft ?? (look.selectedId === null ? null : (space?.byId.get(look.selectedId) ?? null));
    this.#highlights.paintSelection(draft ?? (selection === null ? null : rangeOf(selection)));
    const focused = document.activeElement === this.#stage.scroller;
    this.overlay.placeCaret(layout, focused && selection !== null ? selection.focus : null);
    this.overlay.placeUnit(layout, look.unit);
    this.overlay.placeHandles(layout, range, words, (end) => {
      if (written === null || range === null) return '';
      const { start, end: stop } = range;
      return end === 'start'
        ? written.model.text.slice(start, Math.min(stop, start + 40))
        : written.model.text.slice(Math.max(start, stop - 40), stop);
    });
  }
}

function isLit(coding: ViewCoding, look: TranscriptLook): boolean {
  return coding.id === look.litId || (look.fills === 'selected' && coding.id === look.selectedId);
}
