import type { ReactNode } from 'react';
import type { HistoryStep, Touched } from '../../../src/history/contract.ts';
import { useI18n, type I18n } from '../../i18n/use-i18n.ts';

interface RowProps {
  readonly isCurrent: boolean;
  readonly canGo: boolean;
  readonly onGo: () => void;
}

/** A step: when, what, by whom; pressed, the project goes to where it was right after it. */
export function StepRow({
  step,
  isCurrent,
  canGo,
  onGo,
}: RowProps & { readonly step: HistoryStep }): ReactNode {
  const i18n = useI18n();
  const { t, time } = i18n;
  const what = step.touched === undefined ? '' : touchedText(step.touched, i18n);
  const canBeReached = step.state !== 'abandoned';
  return (
    <li>
      <button
        type="button"
        className="history-step"
        data-state={step.state}
        aria-current={isCurrent ? 'step' : undefined}
        aria-disabled={!canGo || !canBeReached || isCurrent}
        onClick={() => {
          if (canGo && canBeReached && !isCurrent) onGo();
        }}
      >
        <time className="history-time" dateTime={step.at}>
          {time(step.at)}
        </time>
        <span className="history-what">
          <span className="history-label">{step.label}</span>
          {what !== '' && <span className="history-touched">{what}</span>}
        </span>
        <span className="history-coder">{step.coderName}</span>
        <span className="history-state">
          {isCurrent ? (
            <strong>{t('history.current')}</strong>
          ) : (
            <>
              {step.state !== 'done' && (
                <span>{t(step.state === 'undone' ? 'history.stateUndone' : 'history.stateAbandoned')}</span>
              )}
              {canGo && canBeReached && (
                <span className="history-go">
                  {t(step.state === 'undone' ? 'history.redoTo' : 'history.undoTo')}
                </span>
              )}
            </>
          )}
        </span>
      </button>
    </li>
  );
}

/** Before the first step. */
export function StartRow({ isCurrent, canGo, onGo }: RowProps): ReactNode {
  const { t } = useI18n();
  return (
    <button
      type="button"
      className="history-step history-start"
      aria-current={isCurrent ? 'step' : undefined}
      aria-disabled={!canGo || isCurrent}
      onClick={() => {
        if (canGo && !isCurrent) onGo();
      }}
    >
      <span className="history-time" />
      <span className="history-what">{t('history.start')}</span>
      <span className="history-coder" />
      <span className="history-state">
        {isCurrent ? (
          <strong>{t('history.current')}</strong>
        ) : (
          <span className="history-go">{t('history.undoTo')}</span>
        )}
      </span>
    </button>
  );
}

/** « Référent 1, Référent 2 et 3 autres · Entraide ». */
function touchedText({ documents, documentCount, codes, codeCount }: Touched, { t, list }: I18n): string {
  const names = (shown: readonly { readonly name: string }[], count: number): string =>
    list([
      ...shown.map(({ name }) => name),
      ...(count > shown.length ? [t('history.others', { count: count - shown.length })] : []),
    ]);
  return [names(documents, documentCount), names(codes, codeCount)].filter(Boolean).join(' · ');
}
