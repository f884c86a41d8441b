import { ChartNoAxesColumn, Table, type LucideIcon } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { setPreferences, usePreferences } from '../../app/preferences.ts';
import { getShell, saveReport } from '../../app/shell.ts';
import type { Report } from '../../../src/reports/contract.ts';
import type { MessageKey } from '../../i18n/areas.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { toast } from '../../ui/toasts.ts';
import './project.css';

/** Pixels per CSS pixel that make 300 dots per inch. */
const PRINT_SCALE = 3.125;

interface Line {
  readonly icon: LucideIcon;
  readonly label: MessageKey;
  readonly reports: readonly { readonly label: string; readonly report: Report }[];
}

/** Everything the project gives, in one place. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useI18n();
  const { csvDelimiter: delimiter } = usePreferences();
  const tables: readonly Line[] = [
    {
      icon: Table,
      label: 'app.exportFrequencies',
      reports: [
        { label: 'CSV', report: { what: 'frequencies', format: 'csv', by: 'hypothesis', delimiter } },
      ],
    },
    {
      icon: Table,
      label: 'app.exportByCode',
      reports: [{ label: 'CSV', report: { what: 'frequencies', format: 'csv', by: 'code', delimiter } }],
    },
    {
      icon: Table,
      label: 'app.exportSegments',
      reports: [{ label: 'CSV', report: { what: 'segments', format: 'csv', delimiter } }],
    },
  ];
  const charts = (['hypotheses', 'stances'] as const).map((chart): Line => ({
    icon: ChartNoAxesColumn,
    label: chart === 'hypotheses' ? 'app.exportHypotheses' : 'app.exportStances',
    reports: [
      { label: 'PNG', report: { what: 'chart', format: 'png', chart, scale: PRINT_SCALE } },
      { label: 'SVG', report: { what: 'chart', format: 'svg', chart } },
    ],
  }));
  return (
    <Dialog title={t('app.exportTitle')} isOpen onClose={onClose}>
      <div className="export-head">
        <h3>{t('app.exportTables')}</h3>
        <Segmented
          label={t('settings.csv')}
          options={[
            { id: ';', label: t('settings.csvSemicolon') },
            { id: ',', label: t('settings.csvComma') },
          ]}
          value={delimiter}
          onChange={(value) => {
            if (value !== null) void setPreferences({ csvDelimiter: value });
          }}
        />
      </div>
      <Lines lines={tables} />
      <div className="export-head">
        <h3>{t('app.exportCharts')}</h3>
      </div>
      <Lines lines={charts} />
    </Dialog>
  );
}

function Lines({ lines }: { readonly lines: readonly Line[] }): ReactNode {
  const { t } = useI18n();
  const [busy, setBusy] = useState(false);
  const save = async (report: Report): Promise<void> => {
    setBusy(true);
    const saved = await saveReport(report);
    setBusy(false);
    // On the desktop the shell has said where it went.
    if (saved && getShell().kind === 'browser') toast({ kind: 'ok', text: t('app.exportDone') });
  };
  return (
    <ul className="export-lines">
      {lines.map(({ icon: Icon, label, reports }) => (
        <li key={label}>
          <Icon size={16} aria-hidden />
          <span>{t(label)}</span>
          {reports.map(({ label: format, report }) => (
            <Button
              key={format}
              size="small"
              isDisabled={busy}
              aria-label={`${t(label)}, ${format}`}
              onPress={() => void save(report)}
            >
              {format}
            </Button>
          ))}
        </li>
      ))}
    </ul>
  );
}
