import type { Shape } from '../../src/contract/common.ts';
import { underlineLanes } from '../../src/text/lanes.ts';
import { shownPieces, type ParagraphPiece, type TextRange, type TranscriptModel } from './model.ts';

/** Underlines are told apart down to this many; further codings show in the margin only. */
export const UNDERLINE_LANES = 3;
/** From this many codings on, the tint grows no darker. */
export const DEEPEST = 4;

export interface PaintCoding extends TextRange {
  readonly id: number;
  /** Index of the code's colour, 1 to 24. */
  readonly colour: number;
  readonly shape: Shape;
}

/** One coding in one paragraph, with the height of its underline. */
export interface PaintedPiece extends ParagraphPiece {
  readonly codingId: number;
  readonly colour: number;
  readonly shape: Shape;
  /** From 0; a shorter coding never stands above a longer one that it overlaps, so its tint lies on top. */
  readonly lane: number;
}

export interface OverlapPiece extends ParagraphPiece {
  /** How many codings lie here, at least two. */
  readonly depth: number;
}

/** Cuts codings at paragraph borders and gives each piece the first free lane of its paragraph, longest coding first. */
export function paintPieces(model: TranscriptModel, codings: readonly PaintCoding[]): PaintedPiece[] {
  const byParagraph = new Map<number, { coding: PaintCoding; piece: ParagraphPiece }[]>();
  for (const coding of codings) {
    for (const piece of shownPieces(model, coding)) {
      const list = byParagraph.get(piece.index);
      if (list === undefined) byParagraph.set(piece.index, [{ coding, piece }]);
      else list.push({ coding, piece });
    }
  }
  const painted: PaintedPiece[] = [];
  for (const list of byParagraph.values()) {
    const { lanes } = underlineLanes(list.map(({ piece }) => piece));
    for (const [at, { coding, piece }] of list.entries()) {
      const { id: codingId, colour, shape } = coding;
      painted.push({ ...piece, codingId, colour, shape, lane: lanes[at] ?? 0 });
    }
  }
  return painted;
}

/** Where two or more codings lie on each other. */
export function overlapPieces(pieces: readonly PaintedPiece[]): OverlapPiece[] {
  const byParagraph = Map.groupBy(pieces, (piece) => piece.index);
  const found: OverlapPiece[] = [];
  for (const [index, list] of byParagraph) {
    if (list.length < 2) continue;
    const steps = list.flatMap((piece) => [
      { at: piece.start, by: 1 },
      { at: piece.end, by: -1 },
    ]);
    steps.sort((a, b) => a.at - b.at || a.by - b.by);
    let depth = 0;
    let from = 0;
    for (const step of steps) {
      if (depth >= 2 && step.at > from)
        found.push({ index, start: from, end: step.at, depth: Math.min(depth, DEEPEST) });
      depth += step.by;
      from = step.at;
    }
  }
  return found;
}
