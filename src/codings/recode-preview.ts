import type { TextRange } from '../text/range.ts';

/** A coding as far as it matters to what another code would make of it. */
export interface RecodedCoding extends TextRange {
  readonly documentId: number;
  readonly coderId: number;
}

export interface RecodePreview {
  /** Codings that would get the code. */
  readonly codings: number;
  /** Of these, how many become one with an equal one: of that code already, or changed with it. */
  readonly joined: number;
  /** How many of the others would overlap one of that code. */
  readonly overlapping: number;
}

/** What giving codings another code does; `there` has that code already. Works in n log n. */
export function previewRecode(
  changed: readonly RecodedCoding[],
  there: readonly RecodedCoding[],
): RecodePreview {
  const old = new Set(there.map(keyOf));
  const fresh = new Map<string, RecodedCoding>();
  for (const each of changed) if (!old.has(keyOf(each))) fresh.set(keyOf(each), each);
  const places = Map.groupBy([...there, ...fresh.values()], ({ documentId, coderId }) =>
    [documentId, coderId].join(),
  );
  let overlapping = 0;
  for (const together of places.values()) {
    const inOrder = together.toSorted((a, b) => a.start - b.start || a.end - b.end);
    let reach = -1;
    for (const [at, each] of inOrder.entries()) {
      const next = inOrder[at + 1];
      const meets = each.start < reach || (next !== undefined && next.start < each.end);
      if (meets && !old.has(keyOf(each))) overlapping += 1;
      reach = Math.max(reach, each.end);
    }
  }
  return { codings: changed.length, joined: changed.length - fresh.size, overlapping };
}

function keyOf({ documentId, coderId, start, end }: RecodedCoding): string {
  return [documentId, coderId, start, end].join();
}
