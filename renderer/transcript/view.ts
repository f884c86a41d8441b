import { rangeOf, tidySelection, type Selection } from './caret.ts';
import { CaretKeys } from './caret-keys.ts';
import { CodingSpace } from './coding-space.ts';
import { DensityBar } from './density-bar.ts';
import { HiddenLists } from './hidden-lists.ts';
import { HighlightLayer } from './highlight-layer.ts';
import { hitTest, type LastHit } from './hit-test.ts';
import { TextLayout } from './layout.ts';
import { Margin } from './margin.ts';
import { MemoMarks } from './memo-marks.ts';
import { shownText, type TextRange, type TranscriptModel } from './model.ts';
import { Overlay, type HandleEnd } from './overlay.ts';
import { TranscriptPointer, mirrorSelection } from './pointer.ts';
import { dragEnd, stepEnd } from './resize.ts';
import { scrollTarget, scrollToY } from './scrolling.ts';
import { buildStage, type Stage } from './stage.ts';
import { ThemeColours } from './theme-colours.ts';
import type { Fills, TranscriptEvents, TranscriptWords, ViewCoding } from './types.ts';
import { leavesWindow, windowAround, type ViewWindow } from './view-window.ts';
import { writeTranscript, type WrittenTranscript } from './write.ts';

/** How the transcript is to look; what stays away keeps its value. */
export interface TranscriptLook {
  readonly fills: Fills;
  readonly selectedId: number | null;
  readonly selection: Selection | null;
  /** Hovered elsewhere: in the inspector or in the tree. */
  readonly litId: number | null;
}

/** Room kept above and below a passage that is scrolled to. */
const REVEAL_ROOM = 96;

/**
 * The transcript as one object that owns its part of the page. The text is written once per document; every other
 * change (codings, selection, look) repaints only the layers over it. Calls in one turn of the event loop are drawn together.
 */
export class TranscriptView {
  readonly #stage: Stage;
  readonly #events: TranscriptEvents;
  readonly #colours: ThemeColours;
  readonly #highlights = new HighlightLayer();
  readonly #margin: Margin;
  readonly #density: DensityBar;
  readonly #hidden = new HiddenLists();
  readonly #memos = new MemoMarks();
  readonly #overlay: Overlay;
  readonly #pointer: TranscriptPointer;
  readonly #keys: CaretKeys;
  readonly #stop = new AbortController();
  readonly #observers: { disconnect(): void }[] = [];
  #words: TranscriptWords;
  #written: WrittenTranscript | null = null;
  #layout: TextLayout | null = null;
  #space: CodingSpace | null = null;
  #look: TranscriptLook = { fills: 'all', selectedId: null, selection: null, litId: null };
  #hoveredId: number | null = null;
  #lastHit: LastHit | null = null;
  #draft: { readonly id: number; readonly range: TextRange } | null = null;
  #window: ViewWindow | null = null;
  #pending = false;

  constructor(root: HTMLElement, events: TranscriptEvents, words: TranscriptWords) {
    this.#events = events;
    this.#words = words;
    this.#stage = buildStage(root);
    this.#colours = new ThemeColours(root);
    this.#overlay = new Overlay({
      drag: (end, x, y, letters) => this.#dragHandle(end, x, y, letters),
      drop: () => this.#commitDraft(),
      step: (end, by, letters) => this.resizeByKey(end, by, letters),
      leave: () => this.focus(),
    });
    const hover = (id: number | null): void => this.#setHover(id);
    this.#margin = new Margin(
      { pick: (id) => events.pick(id), hover, more: (ids, anchor) => events.more(ids, anchor) },
      this.#colours,
    );
    this.#density = new DensityBar(this.#stage.scroller);
    this.#stage.content.append(this.#margin.element, this.#overlay.element);
    root.append(this.#density.element, this.#hidden.element);
    this.#pointer = new TranscriptPointer({
      host: this.#stage.text,
      scroller: this.#stage.scroller,
      written: () => this.#written,
      layout: () => this.#layout,
      selection: () => this.#look.selection,
      select: (selection) => this.#select(selection, false),
      click: (position) => this.#click(position),
      hover: (position) => hover(position === null ? null : (this.#space?.index.at(position)[0]?.id ?? null)),
      showDropPlace: (range) => this.#highlights.paintDropPlace(range),
      dropCode: (codeId, range) => events.dropCode(codeId, range),
    });
    this.#keys = new CaretKeys({
      scroller: this.#stage.scroller,
      model: () => this.#written?.model ?? null,
      layout: () => this.#layout,
      selection: () => this.#look.selection,
      select: (selection) => this.#select(selection, true),
    });
    this.#listen();
  }

  destroy(): void {
    this.#stop.abort();
    for (const observer of this.#observers) observer.disconnect();
    this.#pointer.destroy();
    this.#keys.destroy();
    this.#highlights.detach();
    this.#stage.root.replaceChildren();
  }

  /** Writes another document. The same model again changes nothing. */
  setModel(model: TranscriptModel | null): void {
    if (this.#written?.model === model) return;
    this.#written = model === null ? null : writeTranscript(this.#stage.text, model);
    if (model === null) this.#stage.text.replaceChildren();
    this.#layout = this.#written === null ? null : new TextLayout(this.#written, this.#stage.text);
    this.#highlights.attach(this.#written);
    this.#hidden.attach(this.#written);
    this.#memos.attach(this.#written);
    this.#space = null;
    this.#draft = null;
    this.#window = null;
    this.#hoveredId = null;
    this.#stage.scroller.scrollTop = 0;
    this.#render();
  }

  setCodings(codings: readonly ViewCoding[]): void {
    const model = this.#written?.model;
    if (model === undefined) return;
    this.#space = new CodingSpace(model, codings);
    this.#draft = null;
    if (this.#hoveredId !== null && !this.#space.byId.has(this.#hoveredId)) this.#hoveredId = null;
    this.#render();
  }

  setWords(words: TranscriptWords): void {
    this.#words = words;
    this.#render();
  }

  setLook(look: Partial<TranscriptLook>): void {
    if (look.selectedId !== undefined && look.selectedId !== this.#look.selectedId) this.#draft = null;
    this.#look = { ...this.#look, ...look };
    this.#render();
  }

  /** To be called after the size of the letters changed. */
  relayout(): void {
    this.#layout?.forget();
    this.#space?.forgetLayout();
    this.#render();
  }

  focus(): void {
    this.#stage.scroller.focus({ preventScroll: true });
  }

  get scroller(): HTMLElement {
    return this.#stage.scroller;
  }

  /** Brings a passage into view, if it is not, and draws the eye to it when asked. */
  reveal(range: TextRange, pulse = false): void {
    const extent = this.#layout?.extent(range);
    if (extent === null || extent === undefined) return;
    const { scroller, text } = this.#stage;
    const view = { top: scroller.scrollTop, height: scroller.clientHeight };
    const target = scrollTarget(view, extent.top + text.offsetTop, extent.bottom + text.offsetTop, REVEAL_ROOM);
    const settled = (): void => {
      if (pulse) this.#overlay.pulse();
    };
    if (target === null) settled();
    else scrollToY(scroller, target, settled);
  }

  /** Boxes of the lines of a passage on the screen, for placing a menu beside it. */
  screenBoxes(range: TextRange): readonly DOMRect[] {
    return this.#layout?.lineBoxes(range) ?? [];
  }

  /** Where the margin begins on the screen. */
  marginLeft(): number {
    return this.#margin.element.getBoundingClientRect().left;
  }

  focusHandle(end: HandleEnd): void {
    this.#flush();
    this.#overlay.focusHandle(end);
  }

  resizeByKey(end: HandleEnd, by: -1 | 1, letters: boolean): void {
    const coding = this.#selected();
    const model = this.#written?.model;
    if (coding === null || model === undefined) return;
    const range = stepEnd(model, this.#draft?.range ?? coding, end, by, letters);
    if (range === null) return;
    this.#draft = { id: coding.id, range };
    this.#render();
    this.#events.resize(coding.id, range);
  }

  #listen(): void {
    const { scroller, text } = this.#stage;
    const { signal } = this.#stop;
    scroller.addEventListener('scroll', () => this.#scrolled(), { signal, passive: true });
    scroller.addEventListener('focus', () => this.#render(), { signal });
    scroller.addEventListener('blur', () => this.#render(), { signal });
    document.addEventListener(
      'copy',
      (event) => {
        const { selection } = this.#look;
        const model = this.#written?.model;
        if (document.activeElement !== scroller || selection === null || model === undefined) return;
        const words = shownText(model, rangeOf(selection));
        if (words === '') return;
        event.clipboardData?.setData('text/plain', words);
        event.preventDefault();
      },
      { signal },
    );
    if (typeof ResizeObserver !== 'undefined') {
      const resized = new ResizeObserver(() => this.relayout());
      resized.observe(text);
      resized.observe(scroller);
      this.#observers.push(resized);
    }
    const themed = new MutationObserver(() => {
      this.#colours.forget();
      this.#render();
    });
    themed.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class', 'style'] });
    this.#observers.push(themed);
    void document.fonts?.ready.then(() => {
      if (!signal.aborted) this.relayout();
    });
  }

  #selected(): ViewCoding | null {
    return this.#look.selectedId === null ? null : (this.#space?.byId.get(this.#look.selectedId) ?? null);
  }

  #select(selection: Selection, byKey: boolean): void {
    const written = this.#written;
    if (written === null) return;
    const tidy = tidySelection(written.model, selection);
    const now = this.#look.selection;
    if (now === null || now.anchor !== tidy.anchor || now.focus !== tidy.focus) {
      this.#look = { ...this.#look, selection: tidy };
      this.#render();
      this.#events.select(tidy);
    }
    if (!byKey) return;
    mirrorSelection(written, tidy);
    this.#reachCaret(tidy.focus);
  }

  #reachCaret(offset: number): void {
    const box = this.#layout?.caretBox(offset);
    if (box === null || box === undefined) return;
    const { scroller, text } = this.#stage;
    const view = { top: scroller.scrollTop, height: scroller.clientHeight };
    const target = scrollTarget(view, box.top + text.offsetTop, box.bottom + text.offsetTop, 44);
    if (target !== null) scroller.scrollTop = target;
  }

  #click(position: number | null): void {
    const index = this.#space?.index;
    this.#lastHit = position === null || index === undefined ? null : hitTest(index, position, this.#lastHit);
    this.#events.pick(this.#lastHit?.id ?? null);
  }

  #setHover(id: number | null): void {
    if (this.#hoveredId === id) return;
    this.#hoveredId = id;
    this.#events.hover(id);
    this.#render();
  }

  #dragHandle(end: HandleEnd, x: number, y: number, letters: boolean): void {
    const coding = this.#selected();
    const model = this.#written?.model;
    const offset = this.#pointer.offsetAt(x, y);
    if (coding === null || model === undefined || offset === null) return;
    const range = dragEnd(model, this.#draft?.range ?? coding, end, offset, letters);
    if (range === null) return;
    this.#draft = { id: coding.id, range };
    this.#render();
  }

  #commitDraft(): void {
    const draft = this.#draft;
    const coding = this.#selected();
    if (draft === null || coding === null) return;
    if (draft.range.start !== coding.start || draft.range.end !== coding.end) this.#events.resize(draft.id, draft.range);
  }

  #scrolled(): void {
    this.#density.follow();
    if (this.#window !== null && leavesWindow(this.#window, this.#stage.scroller)) this.#paintWindow();
  }

  #render(): void {
    if (this.#pending) return;
    this.#pending = true;
    queueMicrotask(() => this.#flush());
  }

  #flush(): void {
    if (!this.#pending || this.#stop.signal.aborted) return;
    this.#pending = false;
    const { scroller, text } = this.#stage;
    const litId = this.#look.litId ?? this.#hoveredId;
    text.dataset['fills'] = this.#look.fills;
    text.toggleAttribute('data-lit', litId !== null);
    scroller.setAttribute('aria-label', this.#words.reader);
    this.#density.element.setAttribute('aria-label', this.#words.overview);
    this.#paintWindow();
    this.#paintDensity();
    this.#paintSelection();
    if (this.#space !== null) this.#memos.render(this.#space.codings, this.#words, (id) => this.#events.pick(id));
  }

  #paintWindow(): void {
    const layout = this.#layout;
    const space = this.#space;
    const model = this.#written?.model;
    if (layout === null || space === null || model === undefined) return;
    const window = windowAround(this.#stage.scroller, layout);
    this.#window = window;
    const reach = { start: model.paragraphs[window.first]?.start ?? 0, end: model.paragraphs[window.last]?.end ?? 0 };
    const inWindow = space.index.overlapping(reach);
    const litId = this.#look.litId ?? this.#hoveredId;
    this.#highlights.paintCodings(inWindow, window);
    const lit = [litId, this.#look.fills === 'selected' ? this.#look.selectedId : null];
    this.#highlights.light(inWindow.filter((coding) => lit.includes(coding.id)));
    this.#margin.render({
      spans: space.windowSpans(layout, reach),
      codings: space.byId,
      lanes: space.lanes(layout),
      from: window.from,
      to: window.to,
      room: this.#stage.scroller.clientWidth - this.#margin.element.offsetLeft,
      selectedId: this.#look.selectedId,
      litId,
      words: this.#words,
    });
    this.#hidden.render(
      window,
      (index) => {
        const paragraph = model.paragraphs[index];
        return paragraph === undefined ? [] : space.index.overlapping(paragraph);
      },
      this.#words,
    );
  }

  #paintDensity(): void {
    const layout = this.#layout;
    const space = this.#space;
    if (layout === null || space === null) return;
    const ticks = space.spans(layout).flatMap((span) => {
      const coding = space.byId.get(span.id);
      return coding === undefined ? [] : [{ colour: coding.colour, top: span.top, bottom: span.bottom }];
    });
    this.#density.draw(ticks, this.#stage.scroller.scrollHeight, this.#colours);
  }

  #paintSelection(): void {
    const { selection } = this.#look;
    const coding = this.#selected();
    const range = this.#draft?.range ?? coding;
    const focused = document.activeElement === this.#stage.scroller;
    const painted = this.#draft?.range ?? (selection === null ? null : rangeOf(selection));
    this.#highlights.paintSelection(painted);
    this.#overlay.placeCaret(this.#layout, focused && selection !== null ? selection.focus : null);
    const model = this.#written?.model;
    this.#overlay.placeHandles(this.#layout, range, this.#words, (end) => {
      if (model === undefined || range === null) return '';
      return end === 'start' ? model.text.slice(range.start, range.start + 40) : model.text.slice(Math.max(range.start, range.end - 40), range.end);
    });
  }
}
