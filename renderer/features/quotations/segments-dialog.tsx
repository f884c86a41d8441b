import type { ReactNode } from 'react';
import { usePreferences } from '../../app/preferences.ts';
import { saveReport } from '../../app/shell.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SeparatorLine } from '../frequencies/csv-dialog.tsx';
import type { QuotationsState } from './state.ts';

export interface SegmentsDialogProps {
  readonly selection: QuotationsState['selection'];
  readonly count: number;
  readonly onClose: () => void;
}

/** The found segments as CSV; asks what separates the cells, and remembers it. */
export function SegmentsDialog({ selection, count, onClose }: SegmentsDialogProps): ReactNode {
  const { t } = useI18n();
  const { csvDelimiter: delimiter } = usePreferences();
  const save = (): void => {
    onClose();
    void saveReport({ what: 'segments', format: 'csv', delimiter, selection });
  };
  return (
    <Dialog
      title={t('quotations.exportTitle')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" autoFocus onPress={save}>
            {t('common.export')}
          </Button>
        </>
      }
    >
      <div className="freq-csv">
        <p>{t('quotations.exportCount', { count })}</p>
        <p className="freq-csv-hint">{t('quotations.exportHint')}</p>
        <SeparatorLine />
        <p className="freq-csv-hint">{t('frequencies.separatorHint')}</p>
      </div>
    </Dialog>
  );
}
