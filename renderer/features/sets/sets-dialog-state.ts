import { create } from 'zustand';
import { ofProject } from '../../app/per-project.ts';
import type { SetKind } from '../../../src/sets/contract.ts';

/** Which kind of sets is being looked after; `null`: the window is closed. */
export const useSetsDialog = ofProject(create<{ readonly kind: SetKind | null }>(() => ({ kind: null })));

export function openSets(kind: SetKind = 'codes'): void {
  useSetsDialog.setState({ kind });
}

export function closeSets(): void {
  useSetsDialog.setState({ kind: null });
}
