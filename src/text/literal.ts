import { fold } from './fold.ts';
import { snapToGraphemes } from './graphemes.ts';
import type { TextRange } from './range.ts';
import { snapToWords } from './words.ts';

export interface LiteralOptions {
  /** Capitals, accents and kinds of apostrophes and spaces count; otherwise all is folded. */
  readonly exact?: boolean;
  /** Not inside a longer word. */
  readonly wholeWords?: boolean;
}

/**
 * Where a text stands as it is written, for correcting it: ascending, never overlapping, in UTF-16 offsets. Unlike a
 * search, parts of words count, and no sign stands for another. What is empty is found nowhere.
 */
export function findLiteral(text: string, wanted: string, options: LiteralOptions = {}): TextRange[] {
  if (wanted === '') return [];
  const found = options.exact === true ? exactly(text, wanted) : folded(text, wanted);
  return found.filter(
    (range) => isWhole(text, range) && (options.wholeWords !== true || standsAlone(text, range)),
  );
}

function exactly(text: string, wanted: string): TextRange[] {
  const ranges: TextRange[] = [];
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) {
    ranges.push({ start: at, end: at + wanted.length });
  }
  return ranges;
}

function folded(text: string, wanted: string): TextRange[] {
  const whole = fold(text);
  const needle = fold(wanted).folded;
  if (needle === '') return [];
  return exactly(whole.folded, needle).map((range) => whole.rangeToOriginal(range));
}

/** A hit that begins or ends inside one character as people see it is none. */
function isWhole(text: string, range: TextRange): boolean {
  const { start, end } = snapToGraphemes(text, range);
  return range.start < range.end && start === range.start && end === range.end;
}

function standsAlone(text: string, range: TextRange): boolean {
  const { start, end } = snapToWords(text, range);
  return start >= range.start && end <= range.end;
}
