import { isWhiteSpace } from './char-class.ts';
import type { TextRange } from './range.ts';

/** Paragraphs of a normalised text: its lines that are not blank, each whole, without its LF. Numbers count from 0. */
export function splitParagraphs(text: string): TextRange[] {
  const paragraphs: TextRange[] = [];
  for (let start = 0; start <= text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    if (!isBlank(text, start, end)) paragraphs.push({ start, end });
    start = end + 1;
  }
  return paragraphs;
}

/** The number of the paragraph that holds this position or ends at it; -1 on a blank line. */
export function paragraphAt(paragraphs: readonly TextRange[], position: number): number {
  const at = firstEndingAfter(paragraphs, position - 1);
  const paragraph = paragraphs[at];
  return paragraph !== undefined && paragraph.start <= position ? at : -1;
}

/** Numbers, half-open, of the paragraphs that share at least one unit with the range. */
export function paragraphsTouching(
  paragraphs: readonly TextRange[],
  range: TextRange,
): { readonly first: number; readonly end: number } {
  const first = firstEndingAfter(paragraphs, range.start);
  let end = first;
  while (end < paragraphs.length && (paragraphs[end]?.start ?? 0) < range.end && range.start < range.end)
    end += 1;
  return { first, end };
}

/** Whether `[start, end)` holds nothing but white space. */
export function isBlank(text: string, start = 0, end = text.length): boolean {
  for (let at = start; at < end; at += 1) {
    if (!isWhiteSpace(text.charCodeAt(at))) return false;
  }
  return true;
}

function firstEndingAfter(paragraphs: readonly TextRange[], position: number): number {
  let low = 0;
  let high = paragraphs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paragraphs[middle]?.end ?? 0) > position) high = middle;
    else low = middle + 1;
  }
  return low;
}
