import { rangeOf, tidySelection, type Selection } from './caret.ts';
import { CaretKeys } from './caret-keys.ts';
import { CodingSpace } from './coding-space.ts';
import { TranscriptEditor, type EditorHost } from './editor.ts';
import { hitTest, type LastHit } from './hit-test.ts';
import type { TextLayout } from './layout.ts';
import { shownText, type TextRange, type TranscriptModel } from './model.ts';
import type { HandleEnd } from './overlay.ts';
import { TranscriptPainter, type Layer, type TranscriptLook } from './painter.ts';
import { TranscriptPointer, mirrorSelection } from './pointer.ts';
import { dragEnd, stepEnd } from './resize.ts';
import { scrollTarget, scrollToY } from './scrolling.ts';
import { buildStage, type Stage } from './stage.ts';
import type { TranscriptEvents, TranscriptWords, ViewCoding, ViewMemo } from './types.ts';
import { TextPage } from './text-page.ts';
import type { WrittenTranscript } from './write.ts';

const EVERYTHING: readonly Layer[] = ['window', 'density', 'memos', 'selection'];
/** Room kept above and below a passage that is scrolled to. */
const REVEAL_ROOM = 96;
const MIRROR_DELAY_MS = 150;

/**
 * The transcript as one object that owns its part of the page. The text is written once per document; every other
 * change (codings, selection, look) repaints only the layers over it. Calls in one turn of the event loop are drawn together.
 */
export class TranscriptView {
  readonly #stage: Stage;
  readonly #events: TranscriptEvents;
  readonly #painter: TranscriptPainter;
  readonly #pointer: TranscriptPointer;
  readonly #keys: CaretKeys;
  readonly #stop = new AbortController();
  readonly #observers: { disconnect(): void }[] = [];
  readonly #dirty = new Set<Layer>();
  #pending = false;
  #reading = -1;
  #scrollTop = 0;
  #size = '';
  #width = 0;
  #mirrorTimer: ReturnType<typeof setTimeout> | undefined;
  #words: TranscriptWords;
  #page: TextPage | null = null;
  #space: CodingSpace | null = null;
  #memos: readonly ViewMemo[] = [];
  #look: TranscriptLook = {
    fills: 'all',
    patterns: false,
    selectedId: null,
    selection: null,
    litId: null,
    unit: null,
    hits: [],
  };
  #hoveredId: number | null = null;
  #lastHit: LastHit | null = null;
  #editor: TranscriptEditor | null = null;
  #draft: { readonly id: number; readonly range: TextRange } | null = null;

  /** `prefix`: before the ids of its elements, so that two views of one document stand in one page. */
  constructor(root: HTMLElement, events: TranscriptEvents, words: TranscriptWords, prefix = 'tr') {
    this.#events = events;
    this.#words = words;
    this.#stage = buildStage(root, prefix);
    this.#painter = new TranscriptPainter(
      this.#stage,
      () => ({
        written: this.#written,
        layout: this.#layout,
        space: this.#space,
        memos: this.#memos,
        look: { ...this.#look, litId: this.#look.litId ?? this.#hoveredId },
        draft: this.#draft?.range ?? null,
        words: this.#words,
      }),
      {
        pick: (id) => events.pick(id),
        pickMemo: (id) => events.pickMemo(id),
        hover: (id) => this.#setHover(id),
        more: (ids, anchor) => events.more(ids, anchor),
        dragOverCoding: (id) => this.#painter.showDropPlace(this.#space?.byId.get(id ?? -1) ?? null),
        dropOnCoding: (codeId, id) => {
          const coding = this.#space?.byId.get(id);
          if (coding !== undefined) events.dropCode(codeId, { start: coding.start, end: coding.end });
        },
        drag: (end, x, y, letters) => this.#dragHandle(end, x, y, letters),
        drop: () => this.#commitDraft(),
        step: (end, by, letters) => this.resizeByKey(end, by, letters),
        leave: () => this.focus(),
      },
    );
    this.#pointer = new TranscriptPointer({
      host: this.#stage.text,
      scroller: this.#stage.scroller,
      written: () => this.#written,
      layout: () => this.#layout,
      isPaused: () => this.#editor !== null,
      selection: () => this.#look.selection,
      select: (selection) => this.#select(selection, false),
      click: (position) => this.#click(position),
      hover: (at) => this.#setHover(at === null ? null : (this.#space?.index.at(at)[0]?.id ?? null)),
      showDropPlace: (range) => this.#painter.showDropPlace(range),
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
    clearTimeout(this.#mirrorTimer);
    this.#page?.destroy();
    for (const observer of this.#observers) observer.disconnect();
    this.#editor?.destroy();
    this.#pointer.destroy();
    this.#keys.destroy();
    this.#painter.destroy();
    this.#stage.root.replaceChildren();
  }

  /** Writes a document. The same text with other speakers is not written again. */
  setModel(model: TranscriptModel | null): void {
    const before = this.#page;
    if ((before?.written.model ?? null) === model) return;
    const named = model === null ? null : (before?.withSpeakers(model) ?? null);
    const corrected =
      model === null || named !== null
        ? null
        : (before?.corrected(model, this.#editor?.active ?? null) ?? null);
    const rewritten = named ?? corrected;
    if (corrected !== null) {
      this.#space = null;
      this.#draft = null;
      this.#hoveredId = null;
      before?.destroy();
    }
    if (rewritten === null) {
      this.#space = null;
      this.#draft = null;
      this.#hoveredId = null;
      before?.destroy();
      if (model === null) this.#stage.text.replaceChildren();
      if (before?.written.model.documentId !== model?.documentId) this.#stage.scroller.scrollTop = 0;
    }
    this.#page =
      rewritten ?? (model === null ? null : TextPage.write(this.#stage.text, model, () => this.relayout()));
    this.#painter.attach(this.#written);
    this.#tellReading();
    this.#render(...EVERYTHING);
    this.#editor?.refresh();
  }

  setCodings(codings: readonly ViewCoding[]): void {
    const model = this.#written?.model;
    if (model === undefined || this.#space?.isOf(model, codings) === true) return;
    this.#space = new CodingSpace(model, codings);
    this.#draft = null;
    if (this.#hoveredId !== null && !this.#space.byId.has(this.#hoveredId)) this.#hoveredId = null;
    this.#render(...EVERYTHING);
  }

  setMemos(memos: readonly ViewMemo[]): void {
    this.#memos = memos;
    this.#render('memos');
  }

  setWords(words: TranscriptWords): void {
    this.#words = words;
    this.#render(...EVERYTHING);
  }

  setLook(look: Partial<TranscriptLook>): void {
    const before = this.#look;
    const now = { ...before, ...look };
    this.#look = now;
    if (now.selectedId !== before.selectedId) this.#draft = null;
    const repaint =
      now.fills !== before.fills ||
      now.patterns !== before.patterns ||
      now.selectedId !== before.selectedId ||
      now.litId !== before.litId ||
      now.hits !== before.hits;
    if (repaint) this.#render('window', 'selection');
    else if (now.unit !== before.unit || !sameSelection(now.selection, before.selection))
      this.#render('selection');
  }

  /** To be called after the size of the letters changed. */
  relayout(): void {
    this.#keepPlaceInOtherWidth();
    this.#layout?.forget();
    this.#space?.forgetLayout();
    this.#render(...EVERYTHING);
  }

  /** Lets the person type in the text, from where the caret is, until asked otherwise with `null`. */
  setEditing(host: Omit<EditorHost, 'text' | 'written'> | null): void {
    if (host === null) {
      this.#editor?.destroy();
      this.#editor = null;
      return;
    }
    this.#page?.reach(this.#written?.model.text.length ?? 0);
    this.#editor ??= new TranscriptEditor({
      ...host,
      text: this.#stage.text,
      written: () => this.#written,
    });
    this.#editor.open(this.#look.selection?.focus ?? this.firstShown());
  }

  focus(): void {
    this.#stage.scroller.focus({ preventScroll: true });
  }

  /** Brings a passage into view, if it is not, and draws the eye to it when asked. */
  reveal(range: TextRange, pulse = false): void {
    this.#page?.reach(range.end);
    const extent = this.#layout?.extent(range);
    if (extent === null || extent === undefined) return;
    const { scroller, text } = this.#stage;
    const view = { top: scroller.scrollTop, height: scroller.clientHeight };
    const target = scrollTarget(
      view,
      extent.top + text.offsetTop,
      extent.bottom + text.offsetTop,
      REVEAL_ROOM,
    );
    const settled = (): void => {
      if (pulse) this.#painter.overlay.pulse();
    };
    if (target === null) settled();
    else scrollToY(scroller, target, settled);
  }

  /** Puts the line of an offset at the top of what is seen, or so many pixels above the top. */
  showFrom(offset: number, below = 0): void {
    this.#page?.reach(offset);
    const top = this.#topOf(offset);
    if (top !== null) this.#stage.scroller.scrollTop = Math.max(0, top + below);
  }

  /** What {@link showFrom} needs to show the same again; `null` before anything is written. */
  standing(): { readonly start: number; readonly below: number } | null {
    const start = this.firstShown();
    const top = this.#topOf(start);
    return top === null ? null : { start, below: this.#stage.scroller.scrollTop - top };
  }

  /** Boxes of the lines of a passage on the screen, for placing a menu beside it. */
  screenBoxes(range: TextRange): readonly DOMRect[] {
    return this.#layout?.lineBoxes(range) ?? [];
  }

  /** The part of the screen in which the transcript is seen, and where its margin begins. */
  screenRoom(): { readonly view: DOMRect; readonly marginLeft: number } {
    const marginLeft = this.#painter.margin.element.getBoundingClientRect().left;
    return { view: this.#stage.scroller.getBoundingClientRect(), marginLeft };
  }

  /** To be called after the view was taken to another place in the page, which scrolls it to its beginning. */
  restoreScroll(): void {
    this.#stage.scroller.scrollTop = this.#scrollTop;
  }

  /** The offset at which the words in view begin. */
  firstShown(): number {
    const index = this.#layout?.paragraphAtY(this.#stage.scroller.scrollTop) ?? 0;
    return this.#written?.model.paragraphs[index]?.wordsStart ?? 0;
  }

  focusHandle(end: HandleEnd): void {
    this.#flush();
    this.#painter.overlay.focusHandle(end);
  }

  resizeByKey(end: HandleEnd, by: -1 | 1, letters: boolean): void {
    const coding = this.#selected();
    const model = this.#written?.model;
    if (coding === null || model === undefined) return;
    const range = stepEnd(model, this.#draft?.range ?? coding, end, by, letters);
    if (range === null) return;
    this.#draft = { id: coding.id, range };
    this.#render('selection');
    this.#events.resize(coding.id, range);
  }

  get #written(): WrittenTranscript | null {
    return this.#page?.written ?? null;
  }

  get #layout(): TextLayout | null {
    return this.#page?.layout ?? null;
  }

  #listen(): void {
    const { scroller, text } = this.#stage;
    const { signal } = this.#stop;
    scroller.addEventListener(
      'scroll',
      () => {
        // The browser scrolls by itself when lines break elsewhere: that is no place a person went to.
        if (text.offsetWidth === this.#width) this.#scrollTop = scroller.scrollTop;
        this.#painter.scrolled();
        this.#tellReading();
      },
      { signal, passive: true },
    );
    scroller.addEventListener('focus', () => this.#render('selection'), { signal });
    scroller.addEventListener('blur', () => this.#render('selection'), { signal });
    document.addEventListener('copy', (event) => this.#copy(event), { signal });
    if (typeof ResizeObserver !== 'undefined') {
      const resized = new ResizeObserver(() => this.#resized());
      resized.observe(text);
      resized.observe(scroller);
      this.#observers.push(resized);
    }
    const themed = new MutationObserver(() => {
      this.#painter.forgetColours();
      this.#render('window', 'density');
    });
    themed.observe(document.documentElement, {
      attributes: true,
      attributeFilter: ['data-theme', 'class', 'style'],
    });
    this.#observers.push(themed);
    void document.fonts?.ready.then(() => {
      if (!signal.aborted) this.relayout();
    });
  }

  /** While the rest of a long text comes in, its height changes at each turn and means nothing. */
  #resized(): void {
    const { text, scroller } = this.#stage;
    const size = `${text.offsetWidth} ${scroller.clientWidth} ${scroller.clientHeight}`;
    if (size === this.#size && this.#page?.isWhole === false) return;
    this.#size = size;
    this.relayout();
  }

  /** Before the old places of paragraphs are forgotten: whoever learns of the other width first keeps the place. */
  #keepPlaceInOtherWidth(): void {
    const { offsetWidth } = this.#stage.text;
    const isOther = this.#width !== 0 && this.#width !== offsetWidth;
    this.#width = offsetWidth;
    const layout = this.#layout;
    if (isOther && layout !== null) this.#keepPlace(layout);
  }

  /** Where in the scroller the line of an offset is. */
  #topOf(offset: number): number | null {
    const extent = this.#layout?.extent({ start: offset, end: offset + 1 });
    return extent === null || extent === undefined ? null : extent.top + this.#stage.text.offsetTop;
  }

  /** Lines break elsewhere: the paragraph that was at the top comes to stand there again. */
  #keepPlace(layout: TextLayout): void {
    const { scroller } = this.#stage;
    const index = layout.paragraphAtY(this.#scrollTop);
    const top = layout.tops()[index] ?? 0;
    const below = this.#scrollTop - top;
    const height = (layout.tops()[index + 1] ?? top) - top;
    layout.forget();
    const now = layout.tops()[index] ?? 0;
    const next = layout.tops()[index + 1] ?? now;
    // As far into the paragraph as before, in proportion to its height.
    const within = height > 0 && below > 0 ? Math.min(1, below / height) * (next - now) : below;
    scroller.scrollTop = Math.max(0, now + within);
    this.#scrollTop = scroller.scrollTop;
  }

  /** Read is what stands a little below the top: where a passage comes to rest that was gone to. */
  #tellReading(): void {
    const { scroller } = this.#stage;
    const y = scroller.scrollTop + Math.min(REVEAL_ROOM, scroller.clientHeight / 4);
    const paragraph = this.#written?.model.paragraphs[this.#layout?.paragraphAtY(y) ?? 0];
    const offset = paragraph?.wordsStart ?? 0;
    if (offset === this.#reading) return;
    this.#reading = offset;
    this.#events.read(offset);
  }

  #copy(event: ClipboardEvent): void {
    const { selection } = this.#look;
    const model = this.#written?.model;
    if (document.activeElement !== this.#stage.scroller || selection === null || model === undefined) return;
    const words = shownText(model, rangeOf(selection));
    if (words === '') return;
    event.clipboardData?.setData('text/plain', words);
    event.preventDefault();
  }

  #selected(): ViewCoding | null {
    return this.#look.selectedId === null ? null : (this.#space?.byId.get(this.#look.selectedId) ?? null);
  }

  #select(selection: Selection, byKey: boolean): void {
    const written = this.#written;
    if (written === null) return;
    const tidy = tidySelection(written.model, selection);
    if (!sameSelection(tidy, this.#look.selection)) {
      this.#look = { ...this.#look, selection: tidy };
      this.#render('selection');
      this.#events.select(tidy);
    }
    clearTimeout(this.#mirrorTimer);
    if (!byKey) return;
    this.#reachCaret(tidy.focus);
    // The browser's own selection follows when the keys rest: setting it is slow in a long text.
    this.#mirrorTimer = setTimeout(() => {
      // Meanwhile the person may be typing in the palette: its caret is not to be taken away.
      if (this.#stage.scroller.contains(document.activeElement)) mirrorSelection(written, tidy);
    }, MIRROR_DELAY_MS);
  }

  #reachCaret(offset: number): void {
    this.#page?.reach(offset);
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
    this.#render('window');
  }

  #dragHandle(end: HandleEnd, x: number, y: number, letters: boolean): void {
    const coding = this.#selected();
    const model = this.#written?.model;
    const offset = this.#pointer.offsetAt(x, y);
    if (coding === null || model === undefined || offset === null) return;
    const range = dragEnd(model, this.#draft?.range ?? coding, end, offset, letters);
    if (range === null) return;
    this.#draft = { id: coding.id, range };
    this.#render('selection');
  }

  #commitDraft(): void {
    const draft = this.#draft;
    const coding = this.#selected();
    if (draft === null || coding === null) return;
    if (draft.range.start !== coding.start || draft.range.end !== coding.end)
      this.#events.resize(draft.id, draft.range);
    else this.#draft = null;
    this.#render('selection');
  }

  #render(...layers: readonly Layer[]): void {
    for (const layer of layers) this.#dirty.add(layer);
    if (this.#pending) return;
    this.#pending = true;
    queueMicrotask(() => this.#flush());
  }

  #flush(): void {
    if (!this.#pending || this.#stop.signal.aborted) return;
    this.#pending = false;
    const layers = new Set(this.#dirty);
    this.#dirty.clear();
    this.#painter.paint(layers);
  }
}

function sameSelection(a: Selection | null, b: Selection | null): boolean {
  return a?.anchor === b?.anchor && a?.focus === b?.focus;
}
