import { trimWhiteSpace } from '../../src/text/char-class.ts';
import { nextGraphemeBoundary, previousGraphemeBoundary, snapToGraphemes } from '../../src/text/graphemes.ts';
import { nextWordBoundary, previousWordBoundary, wordAt } from '../../src/text/words.ts';
import { clampToShown, type TextRange, type TranscriptModel } from './model.ts';

export type RangeEnd = 'start' | 'end';

/** The range after one of its ends was moved by a word or a letter; `null` where that would leave nothing. */
export function stepEnd(
  model: TranscriptModel,
  range: TextRange,
  end: RangeEnd,
  by: -1 | 1,
  letters: boolean,
): TextRange | null {
  const at = end === 'start' ? range.start : range.end;
  const moved = letters ? letterStep(model.text, at, by) : wordStep(model.text, at, end, by);
  return withEnd(model, range, end, moved);
}

/** The range while one of its ends is dragged to `offset`: whole words, or letters when asked. */
export function dragEnd(
  model: TranscriptModel,
  range: TextRange,
  end: RangeEnd,
  offset: number,
  letters: boolean,
): TextRange | null {
  return withEnd(model, range, end, letters ? offset : snapToWordEdge(model.text, offset, end));
}

function withEnd(model: TranscriptModel, range: TextRange, end: RangeEnd, offset: number): TextRange | null {
  const at = clampToShown(model, offset);
  const moved = end === 'start' ? { start: at, end: range.end } : { start: range.start, end: at };
  if (moved.start >= moved.end) return null;
  return snapToGraphemes(model.text, moved);
}

function letterStep(text: string, at: number, by: -1 | 1): number {
  return by > 0 ? nextGraphemeBoundary(text, at) : previousGraphemeBoundary(text, at);
}

function wordStep(text: string, at: number, end: RangeEnd, by: -1 | 1): number {
  return by > 0 ? nextWordBoundary(text, at, end) : previousWordBoundary(text, at, end);
}

function snapToWordEdge(text: string, offset: number, end: RangeEnd): number {
  const word = wordAt(text, offset);
  if (word !== null && word.start < offset && offset < word.end) {
    const nearStart = offset - word.start < word.end - offset;
    if (end === 'start') return nearStart ? word.start : nextWordBoundary(text, offset, 'start');
    return nearStart ? previousWordBoundary(text, offset, 'end') : word.end;
  }
  // White space between words belongs to neither side.
  if (end === 'start') return trimWhiteSpace(text, offset, text.length).start;
  return trimWhiteSpace(text, 0, offset).end;
}
