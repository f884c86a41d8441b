import type { ReactNode } from 'react';
import { useNavigation } from '../../app/navigation.ts';
import { Region } from '../../app/region.tsx';
import { useSession } from '../../app/session.ts';
import { StatusSlot } from '../../app/status-slot.tsx';
import { openImport } from '../../app/windows.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FrequencyGrid } from './frequency-grid.tsx';
import { FrequenciesHeader } from './header.tsx';
import { SidePanel } from './side-panel.tsx';
import { changeView, useFrequencyView } from './state.ts';
import { useFrequencies, type FrequencyData } from './use-frequencies.ts';
import './frequencies.css';

/** How many participants say what: the table « n / N », its filters, its charts and its exports. */
export function FrequenciesScreen(): ReactNode {
  const { t } = useI18n();
  const { data, error } = useFrequencies();
  if (data === undefined)
    return error === null ? <div className="freq-screen" /> : <EmptyState text={t('frequencies.failed')} />;
  if (data.codes.length === 0) return <NothingYet data={data} />;
  return (
    <div className="freq-screen">
      <FrequenciesHeader data={data} />
      <div className="freq-main">
        <Region name={t('frequencies.table')} className="freq-table">
          <Table data={data} />
        </Region>
        <SidePanel data={data} />
      </div>
      <StatusItems data={data} />
    </div>
  );
}

function Table({ data }: { readonly data: FrequencyData }): ReactNode {
  const { t } = useI18n();
  const figure = useFrequencyView((state) => state.figure);
  const filter = useFrequencyView((state) => state.filter);
  const isNobody = data.table.participants.length === 0 && Object.keys(filter).length > 0;
  return (
    <>
      {isNobody && (
        <div className="freq-nobody" role="status">
          <span>{t('frequencies.nobody')}</span>
          <Button size="small" onPress={() => changeView({ filter: {} })}>
            {t('frequencies.clearFilters')}
          </Button>
        </div>
      )}
      <FrequencyGrid data={data} figure={figure} />
    </>
  );
}

function NothingYet({ data }: { readonly data: FrequencyData }): ReactNode {
  const { t } = useI18n();
  const show = useNavigation((state) => state.show);
  const readOnly = useSession((state) => state.project?.readOnly ?? false);
  if (data.table.documents === 0) {
    return (
      <EmptyState
        text={t('frequencies.empty')}
        action={
          <Button variant="primary" isDisabled={readOnly} onPress={() => openImport()}>
            {t('frequencies.importNow')}
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState
      text={t('frequencies.emptyCodes')}
      action={
        <Button variant="primary" onPress={() => show('coder')}>
          {t('frequencies.goCode')}
        </Button>
      }
    />
  );
}

function StatusItems({ data }: { readonly data: FrequencyData }): ReactNode {
  const { t, number } = useI18n();
  const { table } = data;
  return (
    <>
      <StatusSlot side="left">
        <span>
          {t('common.codes', { count: table.total.codes })},{' '}
          {t('common.documents', { count: table.documents })}
        </span>
      </StatusSlot>
      <StatusSlot side="right">
        <span>{t('frequencies.wordsInAll', { words: number(table.words) })}</span>
        <span>{t('frequencies.wordsBase')}</span>
      </StatusSlot>
    </>
  );
}
