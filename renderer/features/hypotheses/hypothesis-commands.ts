import type { Hypothesis } from '../../../src/hypotheses/contract.ts';
import { undoToast } from '../../app/history.ts';
import { runCommand } from '../../app/use-command.ts';
import { i18nNow } from '../../i18n/use-i18n.ts';

export async function removeHypothesis(hypothesis: Hypothesis): Promise<void> {
  const done = await runCommand('hypotheses.remove', { hypothesisId: hypothesis.id });
  if (done.ok) undoToast(i18nNow().t('hypotheses.removed', { label: hypothesis.label }));
}

export async function removeGroup(hypothesis: Hypothesis, groupId: number, name: string): Promise<void> {
  const done = await runCommand('hypotheses.removeGroup', { hypothesisGroupId: groupId });
  if (!done.ok) return;
  undoToast(i18nNow().t('hypotheses.groupRemoved', { name, label: hypothesis.label }));
}
