import type { FoundPassage } from '../../../src/auto-coding/contract.ts';

/** What a person unticked, by place; everything else is ticked, but for what has the code already. */
export type Unticked = ReadonlySet<string>;

export function keyOf({ documentId, start, end }: FoundPassage): string {
  return `${documentId}:${start}:${end}`;
}

export function canTick({ coded }: FoundPassage): boolean {
  return coded !== 'same';
}

export function isTicked(passage: FoundPassage, unticked: Unticked): boolean {
  return canTick(passage) && !unticked.has(keyOf(passage));
}

/** Ticks or unticks all of these. */
export function withTicks(unticked: Unticked, passages: readonly FoundPassage[], on: boolean): Unticked {
  const next = new Set(unticked);
  for (const passage of passages) {
    if (on) next.delete(keyOf(passage));
    else next.add(keyOf(passage));
  }
  return next;
}

/** Whether all, some or none of those that can be ticked are. */
export function tickState(passages: readonly FoundPassage[], unticked: Unticked): 'all' | 'some' | 'none' {
  const can = passages.filter(canTick);
  const ticked = can.filter((passage) => isTicked(passage, unticked)).length;
  return ticked === 0 ? 'none' : ticked === can.length ? 'all' : 'some';
}
