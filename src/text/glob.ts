import { ANY_ONE, ANY_RUN, MARK, classAt } from './char-class.ts';

/**
 * Whether `[start, end)` of a text is what a pattern says: `ANY_RUN` is any run of characters, also none, and
 * `ANY_ONE` is one letter with its marks. Everything else stands for itself.
 */
export function globMatches(text: string, start: number, end: number, pattern: string): boolean {
  let at = start;
  let wanted = 0;
  let retryAt = -1;
  let retryWanted = -1;
  while (at < end || wanted < pattern.length) {
    const sign = pattern[wanted];
    if (sign === ANY_RUN) {
      retryAt = at;
      retryWanted = wanted;
      wanted += 1;
    } else if (sign !== undefined && at < end && (sign === ANY_ONE || sign === text[at])) {
      at = sign === ANY_ONE ? letterEnd(text, at, end) : at + 1;
      wanted += 1;
    } else if (retryWanted >= 0 && retryAt < end) {
      // The last run takes one more unit, and the rest is tried again.
      retryAt += 1;
      at = retryAt;
      wanted = retryWanted + 1;
    } else {
      return false;
    }
  }
  return true;
}

function letterEnd(text: string, start: number, end: number): number {
  let at = start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
  while (at < end && classAt(text, at) === MARK) at += 1;
  return Math.min(at, end);
}
