import { fold, type FoldedText } from './fold.ts';
import { FORM_KINDS, namePatterns, type FormKind, type NameEntry, type NamePattern } from './name-forms.ts';
import { overlaps, type TextRange } from './range.ts';

/** A name that stands in a text, at a range of UTF-16 code units. */
export interface NameHit extends TextRange {
  readonly nameId: number;
  readonly kind: FormKind;
  /** What this form becomes, before the case is carried over. */
  readonly replacement: string;
}

export interface NameFinder {
  /**
   * Every name in a text, in order and disjoint: the longest wins where several begin or overlap. `wanted` says which
   * forms count; one that does not count hides no other.
   */
  find(text: string, wanted?: (nameId: number, kind: FormKind) => boolean): NameHit[];
}

interface Candidate extends NamePattern {
  readonly entry: NameEntry;
}

const WORD = /[\p{L}\p{N}]+/gu;
const LETTER_BEHIND = /[\p{L}\p{N}]-$/u;
const HYPHENATED = /^-(?!(?:la|ci|meme)(?![\p{L}\p{N}]))[\p{L}\p{N}]/u;
const POSSESSIVE = /^'s(?![\p{L}\p{N}])/u;

/** Looks for many names in one pass over the words of a text. */
export function nameFinder(entries: readonly NameEntry[]): NameFinder {
  const byFirstWord = new Map<string, Candidate[]>();
  for (const entry of entries) {
    for (const pattern of namePatterns(entry)) {
      const first = pattern.words[0] ?? '';
      byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), { ...pattern, entry }]);
    }
  }
  return {
    find(text, wanted = () => true) {
      const folded = fold(text);
      const hits: NameHit[] = [];
      for (const { 0: word, index } of folded.folded.matchAll(WORD)) {
        for (const candidate of byFirstWord.get(word) ?? []) {
          const hit = hitAt(text, folded, index, candidate);
          if (hit !== null && wanted(hit.nameId, hit.kind)) hits.push(hit);
        }
      }
      return longestFirst(hits);
    },
  };
}

function hitAt(text: string, folded: FoldedText, start: number, candidate: Candidate): NameHit | null {
  const end = endOf(folded.folded, start, candidate);
  if (end === null) return null;
  const range = folded.rangeToOriginal({ start, end });
  return {
    ...range,
    nameId: candidate.entry.id,
    kind: kindOf(text.slice(range.start, range.end), folded.folded, start, end, candidate),
    replacement: candidate.replacement,
  };
}

/** Where the words of a pattern end when they stand at `start`, or `null`. */
function endOf(folded: string, start: number, { words, gap }: NamePattern): number | null {
  let at = start;
  for (const [index, word] of words.entries()) {
    if (index > 0) {
      gap.lastIndex = at;
      at += gap.exec(folded)?.[0].length ?? 0;
    }
    const next = wordAt(folded, at);
    if (next !== word) return null;
    at += word.length;
  }
  return at;
}

const WORD_HERE = /[\p{L}\p{N}]+/uy;

function wordAt(folded: string, at: number): string {
  WORD_HERE.lastIndex = at;
  return WORD_HERE.exec(folded)?.[0] ?? '';
}

function kindOf(
  shown: string,
  folded: string,
  start: number,
  end: number,
  { kind, entry }: Candidate,
): FormKind {
  const after = folded.slice(end, end + 8);
  if (LETTER_BEHIND.test(folded.slice(Math.max(0, start - 3), start)) || HYPHENATED.test(after))
    return 'compound';
  if (kind !== 'exact') return kind;
  if (POSSESSIVE.test(after)) return 'possessive';
  const isLower = shown === shown.toLowerCase() && entry.name !== entry.name.toLowerCase();
  return isLower ? 'lowercase' : 'exact';
}

/** Disjoint hits in order; where some overlap, the longest is taken first. */
function longestFirst(hits: readonly NameHit[]): NameHit[] {
  const kept: NameHit[] = [];
  let cluster: NameHit[] = [];
  let reached = 0;
  const settle = (): void => {
    const taken: NameHit[] = [];
    for (const hit of cluster.toSorted(byLength))
      if (!taken.some((other) => overlaps(other, hit))) taken.push(hit);
    kept.push(...taken.toSorted((a, b) => a.start - b.start));
    cluster = [];
  };
  for (const hit of hits.toSorted((a, b) => a.start - b.start)) {
    if (hit.start >= reached) settle();
    cluster.push(hit);
    reached = Math.max(reached, hit.end);
  }
  settle();
  return kept;
}

/** Of two names at one place, the one that stands there as it is comes before the part of a longer one. */
function byLength(a: NameHit, b: NameHit): number {
  return (
    b.end - b.start - (a.end - a.start) ||
    FORM_KINDS.indexOf(a.kind) - FORM_KINDS.indexOf(b.kind) ||
    a.start - b.start
  );
}
