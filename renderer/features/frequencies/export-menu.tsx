import { ClipboardCopy, Download, Image, Shapes, Sheet } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { chartMessages } from '../../../src/charts/messages.ts';
import type { Report } from '../../../src/reports/contract.ts';
import { usePreferences } from '../../app/preferences.ts';
import { saveReport } from '../../app/shell.ts';
import { keysOf } from '../../app/shortcut-list.ts';
import { useShortcut } from '../../app/shortcuts.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { MenuButton, MenuItem, MenuSection, MenuSeparator } from '../../ui/menu.tsx';
import { copyTable } from './copy-table.ts';
import { CsvDialog } from './csv-dialog.tsx';
import { useFrequencyView } from './state.ts';
import type { FrequencyData } from './use-frequencies.ts';

/** Pixels per CSS pixel that make 300 dots per inch. */
const PRINT_SCALE = 3.125;

/** Everything that leaves this screen, with the filters in force. */
export function ExportMenu({ data }: { readonly data: FrequencyData }): ReactNode {
  const { t, locale } = useI18n();
  const [asks, setAsks] = useState(false);
  const filter = useFrequencyView((state) => state.filter);
  const { csvDelimiter } = usePreferences();
  const words = chartMessages(locale);
  const separator = csvDelimiter === ';' ? t('frequencies.semicolon') : t('frequencies.comma');
  const copy = (): void => void copyTable(data);
  useShortcut('list.copyTable', copy);
  const save = (chart: 'hypotheses' | 'stances', format: 'png' | 'svg'): void => {
    const common = { what: 'chart', chart, format, filter } as const;
    const report: Report = format === 'png' ? { ...common, scale: PRINT_SCALE } : common;
    void saveReport(report);
  };
  const pair = (chart: 'hypotheses' | 'stances', title: string): ReactNode => (
    <MenuSection title={title}>
      <MenuItem
        icon={Image}
        label={t('frequencies.exportPng')}
        hint={t('frequencies.png300')}
        onAction={() => save(chart, 'png')}
      />
      <MenuItem
        icon={Shapes}
        label={t('frequencies.exportSvg')}
        hint={t('frequencies.vector')}
        onAction={() => save(chart, 'svg')}
      />
    </MenuSection>
  );
  return (
    <>
      <MenuButton
        label={t('frequencies.export')}
        placement="bottom end"
        trigger={
          <Button icon={Download} menu>
            {t('frequencies.export')}
          </Button>
        }
      >
        <MenuSection title={t('frequencies.exportTable')}>
          <MenuItem
            icon={Sheet}
            label="CSV…"
            hint={t('frequencies.csvHint', { separator })}
            onAction={() => setAsks(true)}
          />
        </MenuSection>
        <MenuSeparator />
        {pair('hypotheses', words.hypothesesTitle(data.noun))}
        <MenuSeparator />
        {pair('stances', words.stancesTitle)}
        <MenuSeparator />
        <MenuItem
          icon={ClipboardCopy}
          label={t('frequencies.copyTable')}
          shortcut={keysOf('list.copyTable')}
          onAction={copy}
        />
      </MenuButton>
      {asks && <CsvDialog filter={filter} onClose={() => setAsks(false)} />}
    </>
  );
}
