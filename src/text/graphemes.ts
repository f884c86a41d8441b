import type { TextRange } from './range.ts';

const segmenter = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/** Blocks whose characters neither begin nor continue a cluster of several: two in a row always have a boundary between. */
const ALONE: readonly (readonly [number, number])[] = [
  [0x0000, 0x02ff],
  [0x2010, 0x2027],
  [0x202f, 0x205f],
  [0x0370, 0x0482],
  [0x048a, 0x058a],
  [0x05d0, 0x05ea],
  [0x0620, 0x064a],
  [0x1e00, 0x1fff],
  [0x20a0, 0x20bf],
  [0x2190, 0x2bff],
  [0x3041, 0x3096],
  [0x30a1, 0x30fa],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
];

/**
 * Grows a range to whole characters as a reader sees them (an emoji family, a letter with its combining marks).
 * Looks only at the neighbourhood of the two ends. Positions outside the text are brought back to its edge.
 */
export function snapToGraphemes(text: string, range: TextRange): TextRange {
  return { start: boundaryAtOrBefore(text, range.start), end: boundaryAtOrAfter(text, range.end) };
}

/** Whether a caret may stand here. */
export function isGraphemeBoundary(text: string, position: number): boolean {
  return boundaryAtOrBefore(text, position) === position;
}

/** The first boundary after this position, or the text's end. */
export function nextGraphemeBoundary(text: string, position: number): number {
  if (position < 0) return 0;
  return position >= text.length ? text.length : clusterAt(text, position).end;
}

/** The last boundary before this position, or 0. */
export function previousGraphemeBoundary(text: string, position: number): number {
  if (position > text.length) return text.length;
  return position <= 0 ? 0 : clusterAt(text, position - 1).start;
}

function boundaryAtOrBefore(text: string, position: number): number {
  if (position <= 0) return 0;
  if (position >= text.length) return text.length;
  return isCertain(text, position) ? position : clusterAt(text, position).start;
}

function boundaryAtOrAfter(text: string, position: number): number {
  if (position <= 0) return 0;
  if (position >= text.length) return text.length;
  if (isCertain(text, position)) return position;
  const cluster = clusterAt(text, position);
  return cluster.start === position ? position : cluster.end;
}

/** The cluster that holds the unit at `position`, which must be inside the text. */
function clusterAt(text: string, position: number): TextRange {
  let from = position;
  while (!isCertain(text, from)) from -= 1;
  let to = position + 1;
  while (!isCertain(text, to)) to += 1;
  if (to - from === 1) return { start: from, end: to };
  const found = segmenter.segment(text.slice(from, to)).containing(position - from);
  if (found === undefined) return { start: from, end: to };
  return { start: from + found.index, end: from + found.index + found.segment.length };
}

/** A boundary that no wider context can undo, so that a slice cut here is segmented like the whole text. */
function isCertain(text: string, position: number): boolean {
  if (position <= 0 || position >= text.length) return true;
  const before = text.charCodeAt(position - 1);
  const after = text.charCodeAt(position);
  if (before === 0x0a) return true;
  if (after === 0x0a) return before !== 0x0d;
  return standsAlone(before) && standsAlone(after);
}

function standsAlone(unit: number): boolean {
  if (unit < 0x300) return true;
  return ALONE.some(([first, last]) => unit >= first && unit <= last);
}
