import { snapToGraphemes } from './graphemes.ts';
import type { TextRange } from './range.ts';

/** Words around a passage; the passage itself stands at `[snippetStart, snippetEnd)`, in UTF-16 code units. */
export interface Snippet {
  readonly snippet: string;
  readonly snippetStart: number;
  readonly snippetEnd: number;
}

/**
 * A passage with so many code units on either side, at most as far as `within` reaches, on one line; an ellipsis
 * tells where the text goes on. No grapheme is cut.
 */
export function snippetAround(
  text: string,
  passage: TextRange,
  room: number,
  within: TextRange = { start: 0, end: text.length },
): Snippet {
  const { start, end } = snapToGraphemes(text, {
    start: Math.max(Math.min(within.start, passage.start), passage.start - room),
    end: Math.min(Math.max(within.end, passage.end), passage.end + room),
  });
  const [before, after] = [start > within.start ? '…' : '', end < within.end ? '…' : ''];
  return {
    snippet: `${before}${text.slice(start, end).replaceAll('\n', ' ')}${after}`,
    snippetStart: before.length + passage.start - start,
    snippetEnd: before.length + passage.end - start,
  };
}

/** The lines that a passage stands on, without the LF after the last. */
export function linesAround(text: string, { start, end }: TextRange): TextRange {
  const newline = text.indexOf('\n', end);
  return {
    start: start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1,
    end: newline === -1 ? text.length : newline,
  };
}
