import { INVISIBLE, MARK, APOSTROPHE, HYPHEN, classAt, isWhiteSpace } from './char-class.ts';
import type { TextRange } from './range.ts';

export interface FoldOptions {
  /** Keep accents and ligatures apart (`ecole` is not `école`); case, spaces and apostrophes are still folded. */
  readonly respectAccents?: boolean;
}

/** A text made comparable, with the way back. All positions are UTF-16 code units. */
export interface FoldedText {
  readonly folded: string;
  /** Where the character that gave this unit of `folded` begins in the original; its length for the end. */
  toOriginal(position: number): number;
  /** The original range of a folded one: whole characters, each with the marks that follow it. */
  rangeToOriginal(range: TextRange): TextRange;
}

const LIGATURES: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
};

const loose = new Map<number, string>();
const strict = new Map<number, string>();
/** ASCII folds one to one, with or without accents: most of a text never meets the maps above. */
const ASCII = Uint8Array.from({ length: 0x80 }, (_none, code) =>
  foldCharacter(String.fromCharCode(code), false).charCodeAt(0),
);

/**
 * Folds case, accents (by decomposition, marks removed), œ = oe, æ = ae, ß = ss, the three apostrophes, hyphens and
 * no-break hyphens, and every space but the line feed to one space; soft hyphens and invisible joiners go. One
 * character may become none, one or several units, hence the map.
 */
export function fold(text: string, options: FoldOptions = {}): FoldedText {
  const respectAccents = options.respectAccents ?? false;
  const cache = respectAccents ? strict : loose;
  let units = new Uint16Array(text.length + 64);
  let map = new Int32Array(text.length + 64);
  let count = 0;
  for (let at = 0; at < text.length;) {
    const codePoint = text.codePointAt(at) ?? 0;
    if (codePoint < 0x80 && count < units.length) {
      units[count] = ASCII[codePoint] ?? 0;
      map[count] = at;
      count += 1;
      at += 1;
      continue;
    }
    let piece = cache.get(codePoint);
    if (piece === undefined) {
      piece = foldCharacter(String.fromCodePoint(codePoint), respectAccents);
      cache.set(codePoint, piece);
    }
    if (count + piece.length > units.length) {
      units = grown(units, new Uint16Array(units.length * 2));
      map = grown(map, new Int32Array(map.length * 2));
    }
    for (let unit = 0; unit < piece.length; unit += 1) {
      units[count] = piece.charCodeAt(unit);
      map[count] = at;
      count += 1;
    }
    at += codePoint > 0xffff ? 2 : 1;
  }
  return mapped(toText(units, count), map.slice(0, count), text.length);
}

function mapped(folded: string, map: Int32Array, originalLength: number): FoldedText {
  const toOriginal = (position: number): number => map[position] ?? originalLength;
  return {
    folded,
    toOriginal,
    rangeToOriginal({ start, end }) {
      // An end inside what one character became goes on to the end of that character.
      let after = end;
      while (after > start && after < map.length && map[after] === map[after - 1]) after += 1;
      return { start: toOriginal(start), end: toOriginal(after) };
    },
  };
}

function foldCharacter(character: string, respectAccents: boolean): string {
  if (character === '\n') return character;
  const kind = classAt(character, 0);
  if (kind === INVISIBLE) return '';
  if (kind === APOSTROPHE) return "'";
  if (kind === HYPHEN) return '-';
  if (isWhiteSpace(character.charCodeAt(0))) return ' ';
  if (respectAccents) return character.normalize('NFD').toLowerCase().replaceAll('ς', 'σ');
  if (kind === MARK) return '';
  // Marks go before the change of case: `İ` would bring one in.
  const bare = character.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return (LIGATURES[bare] ?? bare).replaceAll('ς', 'σ');
}

function grown<T extends Uint16Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true });

/** Lone surrogates, which a normalised text does not have, would become U+FFFD: still one unit each. */
function toText(units: Uint16Array, count: number): string {
  return utf16.decode(units.subarray(0, count));
}
