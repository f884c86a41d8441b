import type { AnchorItem, Placement } from '../../../src/imports/contract.ts';
import type { TextRange } from '../../../src/text/range.ts';

/** What a person decided about passages: another place, or none (`null`). */
export type Decisions = ReadonlyMap<string, TextRange | null>;

export type Fate = AnchorItem['fate'];

export const FATES: readonly Fate[] = ['lost', 'doubtful', 'moved', 'kept'];

export function keyOf({ kind, id }: Pick<AnchorItem, 'kind' | 'id'>): string {
  return `${kind} ${id}`;
}

/** Where a passage will stand: as decided, else where it was found. */
export function placeOf(item: AnchorItem, decisions: Decisions): TextRange | null {
  const decided = decisions.get(keyOf(item));
  return decided === undefined ? item.range : decided;
}

/** Passages that were not found and about which nothing was said yet. */
export function openItems(items: readonly AnchorItem[], decisions: Decisions): readonly AnchorItem[] {
  return items.filter((item) => item.range === null && !decisions.has(keyOf(item)));
}

export function toPlacements(items: readonly AnchorItem[], decisions: Decisions): Placement[] {
  return items.flatMap(({ kind, id }) => {
    const range = decisions.get(keyOf({ kind, id }));
    return range === undefined ? [] : [{ kind, id, range }];
  });
}
