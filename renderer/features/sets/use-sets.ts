import { useMemo } from 'react';
import type { NamedSet, SetKind } from '../../../src/sets/contract.ts';
import { useCall } from '../../app/use-call.ts';

/** The sets of a kind, by name. */
export function useSets(kind: SetKind | null): readonly NamedSet[] {
  const all = useCall('sets.list', {}).data;
  return useMemo(() => (all ?? []).filter((set) => set.kind === kind), [all, kind]);
}
