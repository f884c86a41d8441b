import { trimWhiteSpace } from './char-class.ts';
import type { TextRange } from './range.ts';
import { sentences } from './sentences.ts';

/** What a transcript is cut into, to be gone through one by one. */
export const UNIT_KINDS = ['sentence', 'paragraph', 'turn'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** The words of a unit, without a speaker's label and without the white space around them. */
export interface Unit extends TextRange {
  /** Index of the paragraph it begins in. */
  readonly paragraph: number;
  /** Who says it; `null` outside of turns. */
  readonly speakerId: number | null;
}

/** What units are cut from; every list ascends. */
export interface UnitSource {
  readonly text: string;
  readonly paragraphs: readonly (TextRange & { readonly heading: boolean })[];
  readonly turns: readonly (TextRange & { readonly bodyStart: number; readonly speakerId: number })[];
}

/** The words of one paragraph, and whether they go on with the turn of the block before. */
interface Block extends Unit {
  readonly continues: boolean;
}

/**
 * The units of a transcript in order, apart from each other. Headings belong to none: a turn that one interrupts is
 * two. Words outside of turns are units by their paragraphs. Linear in the text.
 */
export function unitsOf(source: UnitSource, kind: UnitKind): Unit[] {
  const found: Unit[] = [];
  for (const { continues, ...block } of blocks(source)) {
    const before = found.at(-1);
    if (kind === 'sentence')
      for (const range of sentences(source.text, block)) found.push({ ...block, ...range });
    else if (kind === 'turn' && continues && before !== undefined)
      found[found.length - 1] = { ...before, end: block.end };
    else found.push(block);
  }
  return found;
}

function blocks({ text, paragraphs, turns }: UnitSource): Block[] {
  const found: Block[] = [];
  let next = 0;
  let open: object | null = null;
  for (const [index, paragraph] of paragraphs.entries()) {
    while (next < turns.length && (turns[next]?.start ?? 0) < paragraph.end) next += 1;
    const last = turns[next - 1];
    const turn = last !== undefined && last.end > paragraph.start ? last : null;
    if (paragraph.heading) {
      open = null;
      continue;
    }
    const opens = turn !== null && turn.start >= paragraph.start;
    const from = opens ? Math.min(turn.bodyStart, paragraph.end) : paragraph.start;
    const { start, end } = trimWhiteSpace(text, from, paragraph.end);
    if (start >= end) continue;
    const continues = turn !== null && turn === open;
    found.push({ start, end, paragraph: index, speakerId: turn?.speakerId ?? null, continues });
    open = turn;
  }
  return found;
}

/** For each unit whether one of the ranges, in any order, shares a character with it. */
export function touched(units: readonly TextRange[], ranges: readonly TextRange[]): boolean[] {
  const ascending = ranges.toSorted((a, b) => a.start - b.start);
  let next = 0;
  let reach = 0;
  return units.map(({ start, end }) => {
    for (let range = ascending[next]; range !== undefined && range.start < end; range = ascending[next]) {
      reach = Math.max(reach, range.end);
      next += 1;
    }
    return reach > start;
  });
}

/** Index of the unit a position stands in, its two ends included; between two units the one before. -1 before all. */
export function unitAt(units: readonly TextRange[], position: number): number {
  let low = 0;
  let high = units.length - 1;
  let found = -1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if ((units[middle]?.start ?? 0) <= position) {
      found = middle;
      low = middle + 1;
    } else {
      high = middle - 1;
    }
  }
  // Where one unit ends and the next begins, a caret belongs to the one it has just gone through.
  return found > 0 && units[found]?.start === position && units[found - 1]?.end === position
    ? found - 1
    : found;
}

/**
 * Index of the nearest untouched unit in a direction from `from`, which is not looked at; beyond the end the search goes
 * on at the other. `null` when every other unit is touched.
 */
export function nextUntouched(isTouched: readonly boolean[], from: number, by: -1 | 1): number | null {
  const { length } = isTouched;
  for (let step = 1; step <= length; step += 1) {
    const at = (((from + by * step) % length) + length) % length;
    if (at !== from && isTouched[at] === false) return at;
  }
  return null;
}
