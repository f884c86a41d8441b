import { create } from 'zustand';
import type { SetKind } from '../../../src/sets/contract.ts';

/** Which kind of sets is being looked after; `null`: the window is closed. */
export const useSetsDialog = create<{ readonly kind: SetKind | null }>(() => ({ kind: null }));

export function openSets(kind: SetKind = 'codes'): void {
  useSetsDialog.setState({ kind });
}

export function closeSets(): void {
  useSetsDialog.setState({ kind: null });
}
