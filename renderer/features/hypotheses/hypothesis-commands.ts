import type { Hypothesis } from '../../../src/hypotheses/contract.ts';
import { undoToast } from '../../app/history.ts';
import { runCommand } from '../../app/use-command.ts';
import { i18nNow } from '../../i18n/use-i18n.ts';

/** Removes a hypothesis; its codes stay in the codebook, under `giveTo` where one is given. */
export async function removeHypothesis(
  hypothesis: Hypothesis,
  giveTo: Hypothesis | null = null,
): Promise<void> {
  const done = await runCommand('hypotheses.remove', {
    hypothesisId: hypothesis.id,
    giveToId: giveTo?.id ?? null,
  });
  if (!done.ok) return;
  const { t } = i18nNow();
  const { label } = hypothesis;
  undoToast(
    giveTo === null
      ? t('hypotheses.removed', { label })
      : t('hypotheses.removedGiven', { label, to: giveTo.label }),
  );
}

export async function removeGroup(hypothesis: Hypothesis, groupId: number, name: string): Promise<void> {
  const done = await runCommand('hypotheses.removeGroup', { hypothesisGroupId: groupId });
  if (!done.ok) return;
  undoToast(i18nNow().t('hypotheses.groupRemoved', { name, label: hypothesis.label }));
}
