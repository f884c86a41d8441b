import { useState, type ReactNode } from 'react';
import type { Hypothesis } from '../../../src/hypotheses/contract.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { removeHypothesis } from './hypothesis-commands.ts';
import { useRemoving } from './remove-hypothesis.ts';

const NOWHERE = 'none';

/** What becomes of the codes of a hypothesis that goes: they serve none, or another one. */
export function RemoveHypothesisDialog({
  hypotheses,
}: {
  readonly hypotheses: readonly Hypothesis[];
}): ReactNode {
  const hypothesis = useRemoving((state) => state.hypothesis);
  if (hypothesis === null) return null;
  return <Asking key={hypothesis.id} hypothesis={hypothesis} hypotheses={hypotheses} />;
}

function Asking({
  hypothesis,
  hypotheses,
}: {
  readonly hypothesis: Hypothesis;
  readonly hypotheses: readonly Hypothesis[];
}): ReactNode {
  const { t } = useI18n();
  const [to, setTo] = useState(NOWHERE);
  const codeIds = new Set(hypothesis.mappings.map(({ codeId }) => codeId));
  const others = hypotheses.filter(({ id }) => id !== hypothesis.id);
  const target = others.find(({ id }) => String(id) === to) ?? null;
  const close = (): void => useRemoving.setState({ hypothesis: null });
  return (
    <Dialog
      title={t('hypotheses.removeNamed', { label: hypothesis.label })}
      isOpen
      onClose={close}
      footer={
        <>
          <Button onPress={close}>{t('common.cancel')}</Button>
          <Button
            variant="danger"
            onPress={() => {
              close();
              void removeHypothesis(hypothesis, target);
            }}
          >
            {t('common.delete')}
          </Button>
        </>
      }
    >
      <div className="board-removing">
        <p>{t('hypotheses.removeWhat', { count: codeIds.size, label: hypothesis.label })}</p>
        <Select
          label={t('hypotheses.removeTo')}
          options={[
            { id: NOWHERE, label: t('hypotheses.none') },
            ...others.map(({ id, label, title }) => ({ id: String(id), label: `${label} ${title}` })),
          ]}
          value={to}
          onChange={setTo}
        />
      </div>
    </Dialog>
  );
}
