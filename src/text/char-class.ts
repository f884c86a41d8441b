import { isHighSurrogate, isLowSurrogate } from './range.ts';

/** Neither part of a word nor able to join two parts. */
export const OTHER = 0;
/** A letter, a digit or another number sign: what a word is made of. */
export const LETTER = 1;
/** A combining mark: belongs to a word only behind a letter, so that an emoji's variation sign is no word. */
export const MARK = 2;
export const APOSTROPHE = 3;
export const HYPHEN = 4;
/** Soft hyphens, joiners and the like: inside a word they are not seen. */
export const INVISIBLE = 5;

/** Stand for `*` and `?` in a folded query: Unicode sets these two aside for a program's own use, so no text has them. */
export const ANY_RUN = '\uFDD0';
export const ANY_ONE = '\uFDD1';

const SPECIAL = new Map<number, number>([
  [0x27, APOSTROPHE],
  [0x2019, APOSTROPHE],
  [0x02bc, APOSTROPHE],
  [0x2d, HYPHEN],
  [0x2010, HYPHEN],
  [0x2011, HYPHEN],
  [0xad, INVISIBLE],
  [0x200c, INVISIBLE],
  [0x200d, INVISIBLE],
  [0x2060, INVISIBLE],
  [0xfeff, INVISIBLE],
  [0xfdd0, LETTER],
  [0xfdd1, LETTER],
]);

const pages: (Uint8Array | undefined)[] = Array.from({ length: 0x1100 });

/** The class of the character to which the unit at `position` belongs: both halves of a surrogate pair answer alike. */
export function classAt(text: string, position: number): number {
  const unit = text.charCodeAt(position);
  if (unit < 0xd800 || unit > 0xdfff) return classOf(unit);
  if (isHighSurrogate(unit)) {
    const codePoint = text.codePointAt(position) ?? unit;
    return codePoint > 0xffff ? classOf(codePoint) : OTHER;
  }
  const before = position > 0 ? text.charCodeAt(position - 1) : 0;
  return isHighSurrogate(before) ? classOf(text.codePointAt(position - 1) ?? unit) : OTHER;
}

/** Outside the text (`NaN`) counts as other. */
function classOf(codePoint: number): number {
  if (Number.isNaN(codePoint)) return OTHER;
  // Regular expressions with properties are slow per character: 256 answers are kept at a time.
  const page = (pages[codePoint >> 8] ??= classifyPage(codePoint >> 8));
  return page[codePoint & 0xff] ?? OTHER;
}

function classifyPage(page: number): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_none, low) => classify((page << 8) | low));
}

function classify(codePoint: number): number {
  const special = SPECIAL.get(codePoint);
  if (special !== undefined) return special;
  if (isHighSurrogate(codePoint) || isLowSurrogate(codePoint)) return OTHER;
  const character = String.fromCodePoint(codePoint);
  if (/[\p{L}\p{N}]/u.test(character)) return LETTER;
  return /\p{M}/u.test(character) ? MARK : OTHER;
}

/** White space of every width, line ends and no-break spaces included: the same set as `\s`. */
export function isWhiteSpace(unit: number): boolean {
  if (unit <= 0x20) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  if (unit < 0xa0) return false;
  if (unit === 0xa0 || unit === 0x1680 || unit === 0x3000 || unit === 0xfeff) return true;
  return (
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f
  );
}

/** The range without the white space at its two ends; empty, at `start`, when there is nothing else. */
export function trimWhiteSpace(text: string, start: number, end: number): { start: number; end: number } {
  let first = start;
  let last = end;
  while (first < last && isWhiteSpace(text.charCodeAt(first))) first += 1;
  while (last > first && isWhiteSpace(text.charCodeAt(last - 1))) last -= 1;
  return first === last ? { start, end: start } : { start: first, end: last };
}
