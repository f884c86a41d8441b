import type { ReactNode } from 'react';
import { useNavigation } from '../../app/navigation.ts';
import { Region } from '../../app/region.tsx';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { Conditions } from './conditions.tsx';
import { NothingFound } from './nothing-found.tsx';
import { QuotationList } from './quotation-list.tsx';
import { QuotationsHeader } from './quotations-header.tsx';
import { useQuotationsView } from './state.ts';
import { useQuotations, type QuotationsData } from './use-quotations.ts';
import './quotations.css';

/** Passages by code, hypothesis, participant and stance, as cards that can be quoted. */
export function QuotationsScreen(): ReactNode {
  const { t } = useI18n();
  const { data, error } = useQuotations();
  if (data === undefined) return error === null ? <div /> : <EmptyState text={t('quotations.failed')} />;
  return (
    <SplitPane
      name="quotations"
      label={t('quotations.conditions')}
      direction="columns"
      initial={368}
      min={280}
      max={460}
      first={<Conditions data={data} />}
      second={<Results data={data} />}
    />
  );
}

function Results({ data }: { readonly data: QuotationsData }): ReactNode {
  const { t } = useI18n();
  return (
    <Region name={t('quotations.list')} className="quotes-results">
      <QuotationsHeader data={data} />
      <IfAny data={data} />
    </Region>
  );
}

function IfAny({ data }: { readonly data: QuotationsData }): ReactNode {
  const { t } = useI18n();
  const show = useNavigation((state) => state.show);
  const selection = useQuotationsView((state) => state.selection);
  if (data.found.total > 0) return <QuotationList data={data} />;
  const asksNothing = Object.values(selection).every((value) => value === undefined);
  if (!asksNothing) return <NothingFound data={data} />;
  return (
    <EmptyState
      text={t('quotations.empty')}
      action={
        <Button variant="primary" onPress={() => show('coder')}>
          {t('quotations.goCode')}
        </Button>
      }
    />
  );
}
