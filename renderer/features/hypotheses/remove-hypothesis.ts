import { create } from 'zustand';
import { ofProject } from '../../app/per-project.ts';
import type { Hypothesis } from '../../../src/hypotheses/contract.ts';
import { removeHypothesis } from './hypothesis-commands.ts';

/** The hypothesis that is about to be removed, while it is asked where its codes shall go. */
export const useRemoving = ofProject(
  create<{ readonly hypothesis: Hypothesis | null }>(() => ({ hypothesis: null })),
);

/** Removes a hypothesis; where it has codes, asks first what becomes of them. */
export function askToRemove(hypothesis: Hypothesis): void {
  if (hypothesis.mappings.length === 0) void removeHypothesis(hypothesis);
  else useRemoving.setState({ hypothesis });
}
