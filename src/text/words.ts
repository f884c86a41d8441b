import { APOSTROPHE, HYPHEN, INVISIBLE, LETTER, MARK, OTHER, classAt, trimWhiteSpace } from './char-class.ts';
import { snapToGraphemes } from './graphemes.ts';
import { mergeRanges, type TextRange } from './range.ts';

/** All words of a text in order: word `i` is `[starts[i], ends[i])`, in UTF-16 code units. */
export interface WordIndex {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Ordinals of words, half-open. */
export interface WordSpan {
  readonly first: number;
  readonly end: number;
}

/** What French elides before a vowel, without accents; compounds such as « presqu'île » or « quelqu'un » stay one word. */
const ELISIONS: ReadonlySet<string> = new Set('l d j m t s n c qu jusqu lorsqu puisqu quoiqu'.split(' '));
/** With room for accents and invisible characters. */
const LONGEST_ELISION = 16;

/**
 * Every word of the text. A word is a maximal run of letters, marks and digits, joined by inner apostrophes or
 * hyphens; a French elision is a word of its own and keeps its apostrophe (`l'` + `école`). Soft hyphens and
 * invisible joiners inside a word do not cut it.
 */
export function wordIndex(text: string): WordIndex {
  const starts = new Int32Array((text.length >> 1) + 1);
  const ends = new Int32Array((text.length >> 1) + 1);
  let count = 0;
  scanWords(text, 0, text.length, (start, end) => {
    starts[count] = start;
    ends[count] = end;
    count += 1;
  });
  return { starts: starts.slice(0, count), ends: ends.slice(0, count) };
}

/** Number of words by the same rule, or of those of a range taken as a text of its own. */
export function countWords(text: string, range: TextRange = { start: 0, end: text.length }): number {
  let count = 0;
  scanWords(text, range.start, range.end, () => {
    count += 1;
  });
  return count;
}

/** The words that share at least one unit with the range; when none does, `first` equals `end`, where they would stand. */
export function wordsTouching(index: WordIndex, range: TextRange): WordSpan {
  const first = firstAbove(index.ends, range.start);
  if (range.end <= range.start) return { first, end: first };
  const end = firstAbove(index.starts, range.end - 1);
  return { first, end: Math.max(first, end) };
}

/** Words that at least one of the ranges touches, each counted once, however the ranges overlap. */
export function countWordsTouching(index: WordIndex, ranges: readonly TextRange[]): number {
  let count = 0;
  let reached = 0;
  for (const range of mergeRanges(ranges)) {
    const { first, end } = wordsTouching(index, range);
    // Two ranges that are apart may still share the word between them.
    count += Math.max(0, end - Math.max(first, reached));
    reached = Math.max(reached, end);
  }
  return count;
}

/** The word that holds this position, else the one that ends at it, else `null`. */
export function wordAt(text: string, position: number): TextRange | null {
  let ending: TextRange | null = null;
  for (const word of wordsAround(text, position)) {
    if (word.start <= position && position < word.end) return word;
    if (word.end === position) ending = word;
  }
  return ending;
}

/**
 * The range a person most likely meant: without white space at its ends, and no word cut. A range of nothing but
 * white space only grows to whole characters.
 */
export function snapToWords(text: string, range: TextRange): TextRange {
  const trimmed = trimWhiteSpace(text, range.start, range.end);
  if (trimmed.start === trimmed.end && range.start < range.end) return snapToGraphemes(text, range);
  // Characters first: one may reach from outside a word into it.
  const { start, end } = snapToGraphemes(text, trimmed);
  const first = wordsAround(text, start).find((word) => word.start < start && start < word.end);
  const last = wordsAround(text, end).find((word) => word.start < end && end < word.end);
  return snapToGraphemes(text, { start: first?.start ?? start, end: last?.end ?? end });
}

/** The nearest word end (or start, when asked) after this position; the text's length when there is none. */
export function nextWordBoundary(text: string, position: number, edge: 'start' | 'end' = 'end'): number {
  for (let at = Math.max(0, position); at < text.length; at += 1) {
    if (classAt(text, at) === OTHER) continue;
    const found = wordsAround(text, at).find((word) => word[edge] > position);
    if (found !== undefined) return found[edge];
    while (at < text.length && classAt(text, at) !== OTHER) at += 1;
  }
  return text.length;
}

/** The nearest word start (or end, when asked) before this position; 0 when there is none. */
export function previousWordBoundary(
  text: string,
  position: number,
  edge: 'start' | 'end' = 'start',
): number {
  for (let at = Math.min(text.length, position) - 1; at >= 0; at -= 1) {
    if (classAt(text, at) === OTHER) continue;
    const found = wordsAround(text, at).findLast((word) => word[edge] < position);
    if (found !== undefined) return found[edge];
    while (at >= 0 && classAt(text, at) !== OTHER) at -= 1;
  }
  return 0;
}

/** Whether a word's last unit is the apostrophe of an elision. */
export function endsInElision(text: string, wordEnd: number): boolean {
  return wordEnd > 0 && classAt(text, wordEnd - 1) === APOSTROPHE;
}

/** The words of the unbroken stretch around a position: no other character can change them. */
function wordsAround(text: string, position: number): TextRange[] {
  let from = position;
  while (from > 0 && classAt(text, from - 1) !== OTHER) from -= 1;
  let to = position;
  while (to < text.length && classAt(text, to) !== OTHER) to += 1;
  const words: TextRange[] = [];
  scanWords(text, from, to, (start, end) => words.push({ start, end }));
  return words;
}

function scanWords(
  text: string,
  from: number,
  to: number,
  found: (start: number, end: number) => void,
): void {
  let at = from;
  while (at < to) {
    if (classAt(text, at) !== LETTER) {
      at += 1;
      continue;
    }
    let start = at;
    let pieceStart = at;
    for (;;) {
      at = pieceEnd(text, at, to);
      const joinerAt = skipUnseen(text, at, to);
      const joiner = joinerAt < to ? classAt(text, joinerAt) : OTHER;
      if (joiner !== APOSTROPHE && joiner !== HYPHEN) break;
      const next = skipUnseen(text, joinerAt + 1, to);
      if (next >= to || classAt(text, next) !== LETTER) break;
      if (joiner === APOSTROPHE && isElision(text, pieceStart, at)) {
        found(start, joinerAt + 1);
        start = next;
      }
      pieceStart = next;
      at = next;
    }
    found(start, at);
  }
}

/** The end of a run of letters and marks, over invisible characters that have letters on both sides. */
function pieceEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at < to) {
    const kind = classAt(text, at);
    if (kind === LETTER || kind === MARK) {
      at += 1;
    } else if (kind === INVISIBLE) {
      const next = skipUnseen(text, at, to);
      if (next >= to || classAt(text, next) !== LETTER) return at;
      at = next;
    } else {
      return at;
    }
  }
  return at;
}

/** What folding takes away must not decide where a word ends, or a search would see other words than a count. */
function skipUnseen(text: string, from: number, to: number): number {
  let at = from;
  while (at < to) {
    const kind = classAt(text, at);
    if (kind !== INVISIBLE && kind !== MARK) return at;
    at += 1;
  }
  return at;
}

function isElision(text: string, start: number, end: number): boolean {
  if (end - start > LONGEST_ELISION) return false;
  const written = text.slice(start, end).toLowerCase().normalize('NFD');
  let letters = '';
  for (let at = 0; at < written.length; at += 1) {
    if (classAt(written, at) === LETTER) letters += written[at];
  }
  return ELISIONS.has(letters);
}

/** Where the first value above the limit stands in an ascending list; its length when there is none. */
function firstAbove(ascending: Int32Array, limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
