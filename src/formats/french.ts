import { decode } from './encodings.ts';

/** Encodings of one byte per character that French is found in; the first of equals wins. */
export const FRENCH_ENCODINGS = ['windows-1252', 'iso-8859-15', 'macintosh', 'cp850'] as const;

export interface Plausibility {
  readonly encoding: string;
  /** About 1 for French read rightly, below 0 for French read wrongly. */
  readonly score: number;
}

const LOWER = new Set('éèàêçôîûùïëœâæüöä');
const UPPER = new Set('ÉÈÀÊÇÔÎÛÙÏËŒÂÆÜÖÄ');
const ALONE = new Set('àÀôÔ');
/** How many bytes above 127 are judged. */
const MAX_JUDGED = 20_000;
/** In French about one letter in thirty has an accent; other alphabets have nothing else. */
const MAX_HIGH_SHARE = 0.3;

/** The encodings above by how French the bytes become in each, the best first. Every byte above 127 is judged in its place. */
export function rankFrench(bytes: Uint8Array): Plausibility[] {
  const ranked = FRENCH_ENCODINGS.map((encoding) => ({
    encoding,
    score: plausibility(bytes, tableOf(encoding)),
  }));
  return ranked.sort((a, b) => b.score - a.score);
}

function tableOf(encoding: string): string[] {
  const characters = decode(
    Uint8Array.from({ length: 256 }, (_none, byte) => byte),
    encoding,
  );
  return Array.from(characters);
}

function plausibility(bytes: Uint8Array, table: readonly string[]): number {
  let judged = 0;
  let sum = 0;
  let letters = 0;
  for (let at = 0; at < bytes.length && judged < MAX_JUDGED; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) {
      if (isAsciiLetter(byte)) letters += 1;
      continue;
    }
    sum += judge(table[bytes[at - 1] ?? 0x20] ?? ' ', table[byte] ?? '', table[bytes[at + 1] ?? 0x20] ?? ' ');
    judged += 1;
  }
  if (judged === 0) return 0;
  const score = sum / judged;
  return judged / (judged + letters) > MAX_HIGH_SHARE && judged > 4 ? Math.min(score, 0.2) : score;
}

function isAsciiLetter(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}

function judge(before: string, character: string, after: string): number {
  if (/[\p{Cc}\uFFFD]/u.test(character)) return -3;
  if (/\p{L}/u.test(character)) return judgeLetter(before, character, after);
  return judgeSign(before, character, after);
}

function judgeLetter(before: string, character: string, after: string): number {
  const inside = isLetter(before) || isLetter(after);
  // « rÈfÈrent »: a capital behind a small letter is a wrong table.
  if (/\p{Lu}/u.test(character) && /\p{Ll}/u.test(before)) return -1.5;
  if (LOWER.has(character)) return inside || ALONE.has(character) ? 1 : 0.2;
  if (UPPER.has(character)) return inside || ALONE.has(character) ? 0.7 : 0.1;
  return inside ? -0.2 : -0.5;
}

function judgeSign(before: string, character: string, after: string): number {
  const between = isLetter(before) && isLetter(after);
  if (character === '’') return isLetter(before) ? 1 : 0.2;
  if (between) return -1;
  if ('«»“”'.includes(character)) return 0.9;
  if (character === '…') return isLetter(before) || /[\s\u00A0]/u.test(before) ? 0.9 : 0.3;
  if ('–—\u00A0•‘'.includes(character)) return 0.8;
  if (character === '€') return /[\d\s\u00A0]/u.test(before) ? 0.9 : 0.2;
  if (character === '°') return /[nN\d]/u.test(before) ? 0.8 : 0.2;
  return -0.7;
}

function isLetter(character: string): boolean {
  return /\p{L}/u.test(character);
}
