import { nextGraphemeBoundary, previousGraphemeBoundary, snapToGraphemes } from '../../src/text/graphemes.ts';
import { sentences } from '../../src/text/sentences.ts';
import { nextWordBoundary, previousWordBoundary } from '../../src/text/words.ts';
import {
  clampToShown,
  paragraphIndexAt,
  type Paragraph,
  type TextRange,
  type TranscriptModel,
} from './model.ts';

/** What a person selected: the caret stands at `focus`, and `anchor` is where the selection began. */
export interface Selection {
  readonly anchor: number;
  readonly focus: number;
}

export type Unit = 'character' | 'word' | 'sentence';

export function rangeOf(selection: Selection): TextRange {
  return {
    start: Math.min(selection.anchor, selection.focus),
    end: Math.max(selection.anchor, selection.focus),
  };
}

export function isEmpty(selection: Selection): boolean {
  return selection.anchor === selection.focus;
}

/** The same selection grown to whole characters as a reader sees them, its ends where a caret can stand. */
export function tidySelection(model: TranscriptModel, selection: Selection): Selection {
  const anchor = clampToShown(model, selection.anchor);
  const focus = clampToShown(model, selection.focus);
  const { start, end } = snapToGraphemes(model.text, rangeOf({ anchor, focus }));
  if (anchor === focus) return { anchor: start, focus: start };
  return anchor < focus ? { anchor: start, focus: end } : { anchor: end, focus: start };
}

/** Where the caret stands after one step forward or backward by a unit. Speaker labels are stepped over. */
export function moveCaret(model: TranscriptModel, from: number, by: -1 | 1, unit: Unit): number {
  const at = clampToShown(model, from);
  const index = paragraphIndexAt(model, at);
  const paragraph = model.paragraphs[index];
  if (paragraph === undefined) return 0;
  return by > 0 ? forward(model, paragraph, at, unit) : backward(model, paragraph, at, unit);
}

function forward(model: TranscriptModel, paragraph: Paragraph, at: number, unit: Unit): number {
  const next = model.paragraphs[paragraph.index + 1];
  if (at >= paragraph.end) {
    if (next === undefined) return at;
    return unit === 'character' ? next.wordsStart : forward(model, next, next.wordsStart, unit);
  }
  switch (unit) {
    case 'character':
      return Math.min(nextGraphemeBoundary(model.text, at), paragraph.end);
    case 'word':
      return Math.min(nextWordBoundary(model.text, at), paragraph.end);
    case 'sentence':
      return sentencesOf(model, paragraph).find((sentence) => sentence.end > at)?.end ?? paragraph.end;
  }
}

function backward(model: TranscriptModel, paragraph: Paragraph, at: number, unit: Unit): number {
  const previous = model.paragraphs[paragraph.index - 1];
  if (at <= paragraph.wordsStart) {
    if (previous === undefined) return at;
    return unit === 'character' ? previous.end : backward(model, previous, previous.end, unit);
  }
  switch (unit) {
    case 'character':
      return Math.max(previousGraphemeBoundary(model.text, at), paragraph.wordsStart);
    case 'word':
      return Math.max(previousWordBoundary(model.text, at), paragraph.wordsStart);
    case 'sentence':
      return (
        sentencesOf(model, paragraph).findLast((sentence) => sentence.start < at)?.start ??
        paragraph.wordsStart
      );
  }
}

function sentencesOf(model: TranscriptModel, paragraph: Paragraph): TextRange[] {
  return sentences(model.text, { start: paragraph.wordsStart, end: paragraph.end });
}
