import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { CallError } from '../../../src/contract/client.ts';
import type { DocumentContent } from '../../../src/documents/contract.ts';
import { undoToast } from '../../app/history.ts';
import { useCall } from '../../app/use-call.ts';
import { runCommand } from '../../app/use-command.ts';
import { i18nNow, useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choices.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { plannedLabels, turnCounts, type PlannedLabel } from './redetect-plan.ts';
import { roleName } from './role-name.ts';

interface RedetectDialogProps {
  readonly content: DocumentContent;
  readonly onClose: () => void;
}

/** Looks for the speakers again, with a pattern where the usual ones fail, and shows what would change before it does. */
export function RedetectDialog({ content, onClose }: RedetectDialogProps): ReactNode {
  const { t } = useI18n();
  const [pattern, setPattern] = useState('');
  const [ticks, setTicks] = useState<ReadonlyMap<string, boolean>>(new Map());
  const wanted = useDeferredValue(pattern.trim());
  const input = { documentId: content.id, pattern: wanted === '' ? null : wanted };
  const { data, error } = useCall('speakers.detect', input, { keepPrevious: true });
  const labels = useMemo(
    () => (data === undefined ? [] : plannedLabels(data, content.speakers, turnCounts(content.turns))),
    [data, content],
  );
  const isOn = ({ key, found, counts }: PlannedLabel): boolean => found > 0 && (ticks.get(key) ?? counts);
  const chosen = error === null ? labels.filter(isOn) : [];
  const turns = chosen.reduce((sum, { found }) => sum + found, 0);
  const apply = async (): Promise<void> => {
    if (await redetect(content.id, input.pattern, chosen)) onClose();
  };
  return (
    <Dialog
      title={t('speakers.redetectTitle', { name: content.name })}
      isOpen
      onClose={onClose}
      size="medium"
      footerStart={
        <span className="redetect-turns" aria-live="polite">
          {t('speakers.turnsChange', { before: content.turns.length, after: turns })}
        </span>
      }
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" isDisabled={chosen.length === 0} onPress={() => void apply()}>
            {t('speakers.redetectConfirm')}
          </Button>
        </>
      }
    >
      <Field
        label={t('speakers.pattern')}
        description={t('speakers.patternHint')}
        placeholder={t('speakers.patternExample')}
        value={pattern}
        onChange={(text) => {
          setPattern(text);
          setTicks(new Map());
        }}
        error={error instanceof CallError ? error.message : null}
        maxLength={200}
        autoFocus
      />
      <p className="redetect-hint">{t('speakers.redetectHint')}</p>
      {error === null && (
        <ul className="redetect-labels" aria-label={t('speakers.labels')}>
          {labels.map((label) => (
            <LabelRow
              key={label.key}
              label={label}
              isOn={isOn(label)}
              onChange={(on) => setTicks(new Map([...ticks, [label.key, on]]))}
            />
          ))}
          {labels.length === 0 && data !== undefined && (
            <li className="redetect-none">{t('speakers.nothingFound')}</li>
          )}
        </ul>
      )}
    </Dialog>
  );
}

function LabelRow({
  label,
  isOn,
  onChange,
}: {
  readonly label: PlannedLabel;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}): ReactNode {
  const { t } = useI18n();
  const { name, role, isKnown, before, found, sample } = label;
  const after = isOn ? found : 0;
  return (
    <li className="redetect-label">
      <Checkbox isSelected={isOn} isDisabled={found === 0} onChange={onChange}>
        <span className="redetect-name">{name}</span>
        <span className="redetect-role">{t(roleName(role))}</span>
      </Checkbox>
      <span className="redetect-fate">
        {!isKnown && isOn && <b>{t('speakers.fateNew')}</b>}
        {isKnown && !isOn && <b>{t('speakers.fateGone')}</b>}
        <span className="tabular">
          {before === after || !isKnown
            ? t('documents.turnCount', { count: isKnown ? after : found })
            : t('speakers.turnsChange', { before, after })}
        </span>
      </span>
      {sample !== '' && (
        <span className="redetect-sample" lang="">
          {sample}
        </span>
      )}
    </li>
  );
}

async function redetect(
  documentId: number,
  pattern: string | null,
  chosen: readonly PlannedLabel[],
): Promise<boolean> {
  const labels = chosen.map(({ label }) => label);
  const done = await runCommand('speakers.redetect', { documentIds: [documentId], pattern, labels });
  if (done.ok) undoToast(i18nNow().t('speakers.redetected', { count: done.value.turns }));
  return done.ok;
}
