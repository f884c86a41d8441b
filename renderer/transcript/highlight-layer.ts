import { overlapPieces, paintPieces, type PaintCoding } from './highlight-pieces.ts';
import {
  DROP,
  FOUND,
  PRIORITY,
  SELECTION,
  depthName,
  highlightRules,
  litName,
  patternRules,
  tintName,
} from './highlight-rules.ts';
import { shownPieces, type ParagraphPiece, type TextRange } from './model.ts';
import type { WrittenTranscript } from './write.ts';

/** The page has one highlight per name: the layers of several transcripts share it, each with its own ranges. */
const shared = new Map<string, { readonly highlight: Highlight; readonly layers: Set<HighlightLayer> }>();

const adopted = new Set<() => string>();

/** Puts rules into the page, once. */
function adopt(rules: () => string): void {
  if (adopted.has(rules)) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules());
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  adopted.add(rules);
}

/**
 * Paints codings, the selection and drop places over the written text with CSS Custom Highlights: no element is
 * added to the text, and only the window of paragraphs that can be seen holds ranges.
 */
export class HighlightLayer {
  #written: WrittenTranscript | null = null;
  readonly #mine = new Map<string, StaticRange[]>();

  constructor() {
    if (HighlightLayer.supported) adopt(highlightRules);
  }

  static get supported(): boolean {
    return typeof Highlight !== 'undefined' && typeof CSS !== 'undefined' && 'highlights' in CSS;
  }

  attach(written: WrittenTranscript | null): void {
    this.#clear(() => true);
    this.#written = written;
  }

  /**
   * Replaces the tints and underlines by those of these codings, which should be the ones of the window. With
   * `patterns`, underlines tell the shapes of codes.
   */
  paintCodings(
    codings: readonly PaintCoding[],
    window: { first: number; last: number },
    patterns: boolean,
  ): void {
    const written = this.#written;
    if (written === null) return;
    if (patterns && HighlightLayer.supported) adopt(patternRules);
    const inWindow = (piece: ParagraphPiece): boolean =>
      piece.index >= window.first && piece.index <= window.last;
    const pieces = paintPieces(written.model, codings).filter(inWindow);
    const filled = new Map<string, { priority: number; pieces: ParagraphPiece[] }>();
    const add = (name: string, priority: number, piece: ParagraphPiece): void => {
      const entry = filled.get(name);
      if (entry === undefined) filled.set(name, { priority, pieces: [piece] });
      else entry.pieces.push(piece);
    };
    for (const piece of pieces)
      add(
        tintName(piece.colour, piece.lane, patterns ? piece.shape : 'round'),
        PRIORITY.tint + Math.min(piece.lane, 9),
        piece,
      );
    for (const piece of overlapPieces(pieces)) add(depthName(piece.depth), PRIORITY.depth, piece);
    this.#clear((name) => (name.startsWith('rp-c') || name.startsWith('rp-over')) && !filled.has(name));
    for (const [name, entry] of filled) this.#fill(name, entry.priority, entry.pieces);
  }

  /** Gives these codings their full tint, above all others. */
  light(codings: readonly PaintCoding[]): void {
    const written = this.#written;
    const byColour = Map.groupBy(codings, (coding) => litName(coding.colour));
    this.#clear((name) => name.startsWith('rp-lit') && !byColour.has(name));
    if (written === null) return;
    for (const [name, list] of byColour) {
      this.#fill(
        name,
        PRIORITY.lit,
        list.flatMap((coding) => shownPieces(written.model, coding)),
      );
    }
  }

  /** Marks what a search found; above the codings, below the selection. */
  paintHits(hits: readonly TextRange[]): void {
    const written = this.#written;
    if (written === null) return;
    this.#fill(
      FOUND,
      PRIORITY.found,
      hits.flatMap((hit) => shownPieces(written.model, hit)),
    );
  }

  paintSelection(range: TextRange | null): void {
    this.#paintRange(SELECTION, PRIORITY.selection, range);
  }

  paintDropPlace(range: TextRange | null): void {
    this.#paintRange(DROP, PRIORITY.drop, range);
  }

  detach(): void {
    this.attach(null);
    for (const name of this.#mine.keys()) {
      const left = shared.get(name);
      left?.layers.delete(this);
      if (left === undefined || left.layers.size > 0) continue;
      CSS.highlights.delete(name);
      shared.delete(name);
    }
    this.#mine.clear();
  }

  #paintRange(name: string, priority: number, range: TextRange | null): void {
    const written = this.#written;
    const pieces = range === null || written === null ? [] : shownPieces(written.model, range);
    this.#fill(name, priority, pieces);
  }

  #fill(name: string, priority: number, pieces: readonly ParagraphPiece[]): void {
    const written = this.#written;
    if (!HighlightLayer.supported || written === null) return;
    if (pieces.length === 0 && !this.#mine.has(name)) return;
    const highlight = this.#empty(name, priority);
    const mine: StaticRange[] = [];
    this.#mine.set(name, mine);
    for (const piece of pieces) {
      const node = written.paragraphs[piece.index]?.text;
      const from = written.model.paragraphs[piece.index]?.wordsStart;
      if (node === undefined || from === undefined) continue;
      const range = new StaticRange({
        startContainer: node,
        startOffset: piece.start - from,
        endContainer: node,
        endOffset: piece.end - from,
      });
      highlight.add(range);
      mine.push(range);
    }
  }

  /** The highlight of a name without the ranges that this layer put there. */
  #empty(name: string, priority = 0): Highlight {
    let entry = shared.get(name);
    if (entry === undefined) {
      entry = { highlight: new Highlight(), layers: new Set() };
      entry.highlight.priority = priority;
      shared.set(name, entry);
      CSS.highlights.set(name, entry.highlight);
    }
    const { highlight, layers } = entry;
    layers.add(this);
    if (layers.size === 1) highlight.clear();
    else for (const range of this.#mine.get(name) ?? []) highlight.delete(range);
    return highlight;
  }

  #clear(which: (name: string) => boolean): void {
    for (const [name, ranges] of this.#mine) {
      if (ranges.length === 0 || !which(name)) continue;
      this.#empty(name);
      this.#mine.set(name, []);
    }
  }
}
