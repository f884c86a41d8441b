import { diffEdits } from './diff-edits.ts';
import { editMap } from './edit-map.ts';
import { fold } from './fold.ts';
import { splitParagraphs } from './paragraphs.ts';
import type { TextRange } from './range.ts';
import { wordIndex } from './words.ts';

/**
 * What became of a passage in a corrected text: its words are there, at their place (`kept`) or elsewhere (`moved`);
 * they are there in part, or in several places (`doubtful`); or they are gone (`lost`).
 */
export type AnchorFate = 'kept' | 'moved' | 'doubtful' | 'lost';

export interface Reanchored {
  readonly fate: AnchorFate;
  /** Where the passage is now, in UTF-16 offsets of the new text; `null` when it is lost. */
  readonly range: TextRange | null;
}

/** How many characters around a quotation tell apart two places where it stands. */
const CONTEXT = 64;
/** So many words are found again by themselves; fewer need so many characters around them that are the same. */
const TELLING_WORDS = 4;
const TELLING_CONTEXT = 8;
/** A word of so many letters says what a passage is about. */
const TELLING_LETTERS = 4;
/** The least share of a passage's words that must be found again for it to be doubtful rather than lost. */
const LEAST_SHARED = 0.5;

/**
 * Finds passages of a text again in a corrected version of it: by what the two versions have in common, else by their
 * words, with those around them to choose between places, else by the paragraph that has most of their words. The
 * answers are in the order of the ranges.
 */
export function reanchor(before: string, after: string, ranges: readonly TextRange[]): Reanchored[] {
  const map = editMap(diffEdits(before, after));
  const places = new QuotationFinder(before, after);
  return ranges.map((range) => {
    const mapped = map.range(range);
    const words = before.slice(range.start, range.end);
    const now = after.slice(mapped.start, mapped.end);
    if (mapped.start < mapped.end && comparable(now) === comparable(words))
      return { fate: 'kept', range: mapped };
    const exact = places.exact(range, mapped.start);
    if (exact !== null) return exact;
    if (mapped.start < mapped.end && sharedWords(words, now) >= LEAST_SHARED)
      return { fate: 'doubtful', range: trimmed(after, mapped) };
    const near = places.near(words);
    return near === null ? { fate: 'lost', range: null } : { fate: 'doubtful', range: near };
  });
}

class QuotationFinder {
  readonly #before: string;
  readonly #after: string;
  /** The new text folded, its white space single, with the way back. */
  readonly #folded: string;
  readonly #toOriginal: (range: TextRange) => TextRange;
  #paragraphs: readonly { readonly range: TextRange; readonly words: ReadonlySet<string> }[] | null = null;

  constructor(before: string, after: string) {
    this.#before = before;
    this.#after = after;
    const folded = fold(after);
    this.#folded = folded.folded.replaceAll('\n', ' ');
    this.#toOriginal = (range) => folded.rangeToOriginal(range);
  }

  /** Where the words stand just so; of several places the one in the likeliest surroundings, `doubtful` when two are alike. */
  exact(range: TextRange, expected: number): Reanchored | null {
    const wanted = comparable(this.#before.slice(range.start, range.end));
    if (wanted === '') return null;
    const found: { readonly range: TextRange; readonly score: number }[] = [];
    for (let at = this.#folded.indexOf(wanted); at !== -1; at = this.#folded.indexOf(wanted, at + 1)) {
      const place = this.#toOriginal({ start: at, end: at + wanted.length });
      found.push({ range: place, score: this.#likeness(range, place) });
      if (found.length > 200) break;
    }
    const ranked = found.toSorted(
      (a, b) => b.score - a.score || Math.abs(a.range.start - expected) - Math.abs(b.range.start - expected),
    );
    const [best, second] = ranked;
    if (best === undefined) return null;
    // A word or two may stand anywhere: only what stands around them tells that they are the same.
    const isTelling = best.score >= TELLING_CONTEXT;
    if (!isTelling && wanted.split(' ').length < TELLING_WORDS) return null;
    const sure = second === undefined || second.score < best.score;
    return { fate: sure ? 'moved' : 'doubtful', range: best.range };
  }

  /** The stretch of one paragraph that holds most of these words, when it holds enough of them. */
  near(words: string): TextRange | null {
    // Small words stand everywhere: they tell nothing.
    const wanted = new Set([...wordsOf(words)].filter((word) => word.length >= TELLING_LETTERS));
    if (wanted.size < 3) return null;
    this.#paragraphs ??= splitParagraphs(this.#after).map((range) => ({
      range,
      words: wordsOf(this.#after.slice(range.start, range.end)),
    }));
    let best: { range: TextRange; share: number } | null = null;
    for (const paragraph of this.#paragraphs) {
      const share = [...wanted].filter((word) => paragraph.words.has(word)).length / wanted.size;
      if (share > (best?.share ?? 0)) best = { range: paragraph.range, share };
    }
    if (best === null || best.share < LEAST_SHARED) return null;
    const stretch = this.#stretch(best.range, wanted);
    return stretch.end - stretch.start > words.length * 2 ? null : stretch;
  }

  #stretch(paragraph: TextRange, wanted: ReadonlySet<string>): TextRange {
    const text = this.#after.slice(paragraph.start, paragraph.end);
    const { starts, ends } = wordIndex(text);
    let [start, end] = [-1, -1];
    for (const [index, from] of starts.entries()) {
      const to = ends[index] ?? from;
      if (!wanted.has(comparable(text.slice(from, to)))) continue;
      if (start === -1) start = from;
      end = to;
    }
    return { start: paragraph.start + Math.max(0, start), end: paragraph.start + Math.max(1, end) };
  }

  /** How many characters before and behind a passage are those before and behind a place. */
  #likeness(range: TextRange, place: TextRange): number {
    const around = (text: string, { start, end }: TextRange) => ({
      head: comparable(text.slice(Math.max(0, start - CONTEXT), start)),
      tail: comparable(text.slice(end, end + CONTEXT)),
    });
    const [old, now] = [around(this.#before, range), around(this.#after, place)];
    let score = 0;
    while (score < old.head.length && old.head.at(-1 - score) === now.head.at(-1 - score)) score += 1;
    let behind = 0;
    while (behind < old.tail.length && old.tail[behind] === now.tail[behind]) behind += 1;
    return score + behind;
  }
}

/** Words as they are compared: folded, with single spaces. */
function comparable(text: string): string {
  return fold(text).folded.replaceAll('\n', ' ').replaceAll(/ +/gu, ' ').trim();
}

function wordsOf(text: string): ReadonlySet<string> {
  const folded = fold(text).folded;
  const { starts, ends } = wordIndex(folded);
  return new Set(Array.from(starts, (start, index) => folded.slice(start, ends[index])));
}

/** Which share of the words of one text the other has, 0 to 1. */
function sharedWords(words: string, others: string): number {
  const wanted = wordsOf(words);
  const there = wordsOf(others);
  return wanted.size === 0 ? 0 : [...wanted].filter((word) => there.has(word)).length / wanted.size;
}

function trimmed(text: string, range: TextRange): TextRange {
  const slice = text.slice(range.start, range.end);
  const start = range.start + (slice.length - slice.trimStart().length);
  const end = range.end - (slice.length - slice.trimEnd().length);
  return start < end ? { start, end } : range;
}
