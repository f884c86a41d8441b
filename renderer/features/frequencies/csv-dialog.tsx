import { useState, type ReactNode } from 'react';
import type { Filter } from '../../../src/contract/common.ts';
import { setPreferences, usePreferences } from '../../app/preferences.ts';
import { saveReport } from '../../app/shell.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { isFiltered } from './filter-conditions.ts';

export interface CsvDialogProps {
  readonly filter: Filter;
  readonly onClose: () => void;
}

/** Asks what separates the cells, and remembers it. */
export function CsvDialog({ filter, onClose }: CsvDialogProps): ReactNode {
  const { t } = useI18n();
  const { csvDelimiter: delimiter } = usePreferences();
  const [by, setBy] = useState<'code' | 'hypothesis'>('code');
  const save = (): void => {
    onClose();
    void saveReport({ what: 'frequencies', format: 'csv', by, delimiter, filter });
  };
  return (
    <Dialog
      title={t('frequencies.csvTitle')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" autoFocus onPress={save}>
            {t('frequencies.export')}
          </Button>
        </>
      }
    >
      <div className="freq-csv">
        <div className="freq-csv-line">
          <span>{t('frequencies.lines')}</span>
          <Segmented
            label={t('frequencies.lines')}
            options={[
              { id: 'code', label: t('frequencies.perCode') },
              { id: 'hypothesis', label: t('frequencies.perHypothesis') },
            ]}
            value={by}
            onChange={(value) => {
              if (value !== null) setBy(value);
            }}
          />
        </div>
        <SeparatorLine />
        <p className="freq-csv-hint">{t('frequencies.separatorHint')}</p>
        {isFiltered(filter) && <p className="freq-csv-hint">{t('frequencies.csvFiltered')}</p>}
      </div>
    </Dialog>
  );
}

/** The choice of the separator, kept among this person's settings. */
export function SeparatorLine(): ReactNode {
  const { t } = useI18n();
  const { csvDelimiter } = usePreferences();
  return (
    <div className="freq-csv-line">
      <span>{t('frequencies.separator')}</span>
      <Segmented
        label={t('frequencies.separator')}
        options={[
          { id: ';', label: `; ${t('frequencies.semicolon')}` },
          { id: ',', label: `, ${t('frequencies.comma')}` },
        ]}
        value={csvDelimiter}
        onChange={(value) => {
          if (value !== null) void setPreferences({ csvDelimiter: value });
        }}
      />
    </div>
  );
}
