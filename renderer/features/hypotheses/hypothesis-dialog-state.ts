import { create } from 'zustand';
import { ofProject } from '../../app/per-project.ts';
import type { Hypothesis } from '../../../src/hypotheses/contract.ts';

interface HypothesisDialogState {
  readonly open: { readonly hypothesis: Hypothesis | null } | null;
  readonly create: () => void;
  readonly edit: (hypothesis: Hypothesis) => void;
  readonly close: () => void;
}

/** Which hypothesis is being written: a new one (`null`) or one that is there. */
export const useHypothesisDialog = ofProject(
  create<HypothesisDialogState>((set) => ({
    open: null,
    create: () => set({ open: { hypothesis: null } }),
    edit: (hypothesis) => set({ open: { hypothesis } }),
    close: () => set({ open: null }),
  })),
);
