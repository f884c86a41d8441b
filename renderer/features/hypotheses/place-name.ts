import type { Hypothesis } from '../../../src/hypotheses/contract.ts';
import type { I18n } from '../../i18n/use-i18n.ts';

/** `H1`, or `H1 › Cognitif`; `null` without a hypothesis. */
export function placeName(
  hypotheses: readonly Hypothesis[],
  hypothesisId: number | null,
  groupId: number | null,
  t: I18n['t'],
): string | null {
  const hypothesis = hypotheses.find((candidate) => candidate.id === hypothesisId);
  if (hypothesis === undefined) return null;
  const group = hypothesis.groups.find((candidate) => candidate.id === groupId);
  return group === undefined
    ? hypothesis.label
    : t('hypotheses.place', { label: hypothesis.label, group: group.name });
}
