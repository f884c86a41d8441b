import { useEffect, useState, type ReactNode } from 'react';
import { useCall } from '../../app/use-call.ts';
import { runCommand } from '../../app/use-command.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { useHypothesisDialog } from './hypothesis-dialog-state.ts';
import { nextLabel } from './next-label.ts';

/** Label, title and statement of a hypothesis. */
export function HypothesisDialog(): ReactNode {
  const { t } = useI18n();
  const open = useHypothesisDialog((state) => state.open);
  const close = useHypothesisDialog((state) => state.close);
  const hypotheses = useCall('hypotheses.list', {}).data;
  const [label, setLabel] = useState('');
  const [title, setTitle] = useState('');
  const [statement, setStatement] = useState('');
  const [error, setError] = useState<string | null>(null);
  const hypothesis = open?.hypothesis ?? null;
  useEffect(() => {
    if (open === null) return;
    setLabel(hypothesis?.label ?? nextLabel((hypotheses ?? []).map((known) => known.label)));
    setTitle(hypothesis?.title ?? '');
    setStatement(hypothesis?.statement ?? '');
    setError(null);
    // Filled when it opens, and left alone while it is written.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [open]);
  const save = async (): Promise<void> => {
    const done =
      hypothesis === null
        ? await runCommand('hypotheses.create', { label, title, statement }, { silent: true })
        : await runCommand(
            'hypotheses.update',
            { hypothesisId: hypothesis.id, label, title, statement },
            { silent: true },
          );
    if (done.ok) close();
    else setError(done.error.message);
  };
  const ready = label.trim() !== '' && title.trim() !== '';
  return (
    <Dialog
      title={t(hypothesis === null ? 'hypotheses.new' : 'hypotheses.edit')}
      size="medium"
      isOpen={open !== null}
      onClose={close}
      holds
      footer={
        <>
          <Button onPress={close}>{t('common.cancel')}</Button>
          <Button variant="primary" isDisabled={!ready} onPress={() => void save()}>
            {t(hypothesis === null ? 'common.create' : 'common.save')}
          </Button>
        </>
      }
    >
      <div className="hypothesis-fields">
        <Field
          label={t('hypotheses.label')}
          value={label}
          onChange={setLabel}
          maxLength={20}
          description={t('hypotheses.labelHint')}
        />
        <Field
          label={t('hypotheses.titleField')}
          value={title}
          onChange={setTitle}
          autoFocus
          error={error}
          onSubmit={() => void save()}
        />
        <Field label={t('hypotheses.statement')} value={statement} onChange={setStatement} rows={4} />
      </div>
    </Dialog>
  );
}
