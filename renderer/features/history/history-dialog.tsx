import { useState, type ReactNode } from 'react';
import { useCall } from '../../app/use-call.ts';
import type { HistoryStep } from '../../../src/history/contract.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import './history-dialog.css';

const PAGE = 200;

/** The audit trail: who did what and when. */
export function HistoryDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useI18n();
  const [limit, setLimit] = useState(PAGE);
  const steps = useCall('history.list', { limit }, { keepPrevious: true }).data;
  return (
    <Dialog title={t('app.historyTitle')} isOpen onClose={onClose} size="large" reading>
      <p className="history-intro">{t(steps?.length === 0 ? 'app.historyEmpty' : 'app.historyIntro')}</p>
      {steps !== undefined && steps.length > 0 && <Steps steps={steps} />}
      {steps !== undefined && steps.length >= limit && (
        <Button variant="quiet" onPress={() => setLimit(limit + PAGE)}>
          {t('app.historyMore')}
        </Button>
      )}
    </Dialog>
  );
}

function Steps({ steps }: { readonly steps: readonly HistoryStep[] }): ReactNode {
  const { t, dateTime } = useI18n();
  return (
    <table className="history-table">
      <thead>
        <tr>
          <th scope="col">{t('app.historyWhen')}</th>
          <th scope="col">{t('app.historyWhat')}</th>
          <th scope="col">{t('app.historyWho')}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map(({ id, at, label, coderName, state }) => (
          <tr key={id} data-state={state}>
            <td>
              <time dateTime={at}>{dateTime(at)}</time>
            </td>
            <td>
              <span>{label}</span>
              {state !== 'done' && (
                <em>{t(state === 'undone' ? 'app.historyUndone' : 'app.historyAbandoned')}</em>
              )}
            </td>
            <td>{coderName}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
