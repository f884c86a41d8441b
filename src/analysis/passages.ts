import type { ParticipantSpan } from './data.ts';

/** A stretch of a document that a filter keeps, by characters and by words; both half-open. */
export interface Passage {
  readonly start: number;
  readonly end: number;
  readonly wordStart: number;
  readonly wordEnd: number;
}

/** Passages in text order and apart from each other: what overlaps or touches becomes one. */
export function unitedPassages(passages: readonly Passage[]): Passage[] {
  const united: Passage[] = [];
  for (const passage of passages.toSorted((a, b) => a.start - b.start)) {
    const last = united.at(-1);
    if (last === undefined || passage.start > last.end) united.push(passage);
    else {
      united[united.length - 1] = {
        ...last,
        end: Math.max(last.end, passage.end),
        wordEnd: Math.max(last.wordEnd, passage.wordEnd),
      };
    }
  }
  return united;
}

/** What lies in both lists; each in text order and apart. */
export function commonPassages<P extends Passage>(one: readonly P[], other: readonly Passage[]): P[] {
  const common: P[] = [];
  let from = 0;
  for (const passage of one) {
    while ((other[from]?.end ?? Infinity) <= passage.start) from += 1;
    for (let at = from; at < other.length; at += 1) {
      const cut = other[at];
      if (cut === undefined || cut.start >= passage.end) break;
      const wordStart = Math.max(passage.wordStart, cut.wordStart);
      common.push({
        ...passage,
        start: Math.max(passage.start, cut.start),
        end: Math.min(passage.end, cut.end),
        wordStart,
        wordEnd: Math.max(wordStart, Math.min(passage.wordEnd, cut.wordEnd)),
      });
    }
  }
  return common;
}

/** What is left of participants' spans within the passages of a filter. */
export function clippedSpans(
  spans: readonly ParticipantSpan[],
  passages: readonly Passage[],
): readonly ParticipantSpan[] {
  return commonPassages(spans, passages);
}

/** Whether `[start, end)` shares a character with one of the passages, which are in text order and apart. */
export function touchesPassage(passages: readonly Passage[], start: number, end: number): boolean {
  let low = 0;
  let high = passages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((passages[middle]?.end ?? 0) > start) high = middle;
    else low = middle + 1;
  }
  return (passages[low]?.start ?? Infinity) < end;
}
