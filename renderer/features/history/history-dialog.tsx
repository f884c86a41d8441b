import { useState, type ReactNode } from 'react';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { ChangesView } from './changes-view.tsx';
import { StepList } from './step-list.tsx';
import './history-dialog.css';

export type HistoryPart = 'steps' | 'changes';

interface HistoryDialogProps {
  readonly part?: HistoryPart;
  readonly onClose: () => void;
}

/** The audit trail: step by step, to go back and forth in, or as what it came to. */
export function HistoryDialog({ part = 'steps', onClose }: HistoryDialogProps): ReactNode {
  const { t } = useI18n();
  const [shown, setShown] = useState(part);
  return (
    <Dialog
      title={t('app.historyTitle')}
      isOpen
      onClose={onClose}
      size="large"
      aside={
        <Segmented<HistoryPart>
          label={t('history.view')}
          value={shown}
          options={[
            { id: 'steps', label: t('history.partSteps') },
            { id: 'changes', label: t('history.partChanges') },
          ]}
          onChange={(value) => value !== null && setShown(value)}
        />
      }
    >
      <div className="history-body">
        {shown === 'steps' ? <StepList /> : <ChangesView onClose={onClose} />}
      </div>
    </Dialog>
  );
}
