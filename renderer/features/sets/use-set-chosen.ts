import { useEffect, useRef } from 'react';
import type { NamedSet, SetKind } from '../../../src/sets/contract.ts';
import { followSet, setChosen, type HeldSet } from './match-set.ts';
import { useSets } from './use-sets.ts';

/** The set that a filter is limited to, if it is one; when its members change, those of the filter do too. */
export function useSetChosen(
  kind: SetKind | null,
  chosen: ReadonlySet<number> | null,
  choices: readonly number[],
  choose: (ids: readonly number[], set: NamedSet) => void,
): NamedSet | undefined {
  const sets = useSets(kind);
  const held = useRef<HeldSet | null>(null);
  useEffect(() => {
    const next = followSet(held.current, sets, chosen, choices);
    held.current = next.held;
    const set = sets.find(({ id }) => id === next.held?.id);
    if (next.choose !== null && set !== undefined) choose(next.choose, set);
  });
  return setChosen(sets, chosen, choices);
}
