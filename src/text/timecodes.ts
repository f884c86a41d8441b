import type { TextRange } from './range.ts';

/** `3:40`, `00:03:40`, `00:03:40.250`, bare or in brackets, parentheses or the `#…#` of transcription programs. */
export const TIMECODE = String.raw`[\[(#]?(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?(?:-\d{1,2})?[\])#]?`;

/** What cannot be a time of day in a sentence: hours, minutes and seconds, or brackets around. */
export const CERTAIN_TIMECODE = String.raw`(?:[\[(#](?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?(?:-\d{1,2})?[\])#]|\b\d{1,3}:\d{2}:\d{2}(?:[.,]\d{1,3})?\b)`;

const CERTAIN = new RegExp(CERTAIN_TIMECODE, 'gu');

/** Milliseconds of a time code such as `00:03:40.25`; two numbers are minutes and seconds. `null` when it is none. */
export function timecodeMs(written: string): number | null {
  const parts = /(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?/u.exec(written);
  if (parts === null) return null;
  const [, hours = '0', minutes = '0', seconds = '0', fraction = '0'] = parts;
  if (Number(seconds) > 59 || (parts[1] !== undefined && Number(minutes) > 59)) return null;
  const wholeSeconds = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return wholeSeconds * 1000 + Number(fraction.padEnd(3, '0'));
}

/**
 * Time codes that stand in running text, with their brackets, ascending: none of their numbers is a word. A bare
 * `10:30` is left alone, since it may be a time of day.
 */
export function findTimecodes(text: string, range: TextRange): TextRange[] {
  const stretch = text.slice(range.start, range.end);
  return Array.from(stretch.matchAll(CERTAIN), (found) => {
    const start = range.start + found.index;
    return { start, end: start + found[0].length };
  });
}
