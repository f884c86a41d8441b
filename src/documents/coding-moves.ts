import type { TextRange } from '../text/range.ts';

export interface MovableCoding extends TextRange {
  readonly id: number;
  readonly code_id: number;
  readonly coder_id: number;
}

export interface CodingMoves {
  /** Codings that have no place any more, or whose place an equal one takes (`into`). They go first. */
  readonly removed: readonly { readonly id: number; readonly into: number | null }[];
  /** The others, in an order in which no coding ever stands where an equal one still is. */
  readonly placed: readonly ({ readonly id: number } & TextRange)[];
}

/** Far behind any text: where a coding waits while two of them change places. */
const PARKED = 2 ** 40;

/**
 * How codings of one document get to their new places: one coder's codings of one code may never share a range, not
 * even for a moment. Two that end on the same range become one, the older.
 */
export function planMoves(
  codings: readonly MovableCoding[],
  placeOf: (coding: MovableCoding) => TextRange | null,
): CodingMoves {
  const removed: { id: number; into: number | null }[] = [];
  const targets = new Map<string, number>();
  const moving: { readonly coding: MovableCoding; readonly target: TextRange; readonly key: string }[] = [];
  for (const coding of codings.toSorted((a, b) => a.id - b.id)) {
    const target = placeOf(coding);
    const key = target === null ? '' : keyOf(coding, target);
    const same = target === null ? undefined : targets.get(key);
    if (target === null || same !== undefined) {
      removed.push({ id: coding.id, into: same ?? null });
      continue;
    }
    targets.set(key, coding.id);
    moving.push({ coding, target, key });
  }
  return { removed, placed: inOrder(moving) };
}

type Moving = { readonly coding: MovableCoding; readonly target: TextRange; readonly key: string };

/** Whoever stands in the way goes first; in a circle, the first one steps aside for a moment. */
function inOrder(moving: readonly Moving[]): ({ readonly id: number } & TextRange)[] {
  const standing = new Map(moving.map((each) => [keyOf(each.coding, each.coding), each]));
  const placed: ({ readonly id: number } & TextRange)[] = [];
  for (const first of moving) {
    const chain: Moving[] = [];
    for (let each: Moving | undefined = first; each !== undefined;) {
      const own = keyOf(each.coding, each.coding);
      // Moved already, or waiting aside.
      if (standing.get(own) !== each) break;
      standing.delete(own);
      chain.push(each);
      each = each.key === own ? undefined : standing.get(each.key);
    }
    const last = chain.at(-1);
    const isCircle = last !== undefined && chain.length > 1 && last.key === keyOf(first.coding, first.coding);
    const { id } = first.coding;
    if (isCircle) placed.push({ id, start: PARKED + 2 * id, end: PARKED + 2 * id + 1 });
    for (const { coding, target } of chain.toReversed()) {
      placed.push({ id: coding.id, start: target.start, end: target.end });
    }
  }
  return placed;
}

function keyOf({ code_id: code, coder_id: coder }: MovableCoding, { start, end }: TextRange): string {
  return `${code} ${coder} ${start} ${end}`;
}
