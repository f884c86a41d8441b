import { useEffect, useState, type ReactNode } from 'react';
import { fetchCall } from '../../app/use-call.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useConditions } from '../frequencies/filter-conditions.ts';
import { namedConditions, type NamedCondition } from './named-conditions.ts';
import { clearSelection, useQuotationsView } from './state.ts';
import type { QuotationsData } from './use-quotations.ts';

const NO_FILTER = {};

/** Names the condition without which something would be found, and offers to take it away. */
export function NothingFound({ data }: { readonly data: QuotationsData }): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const selection = useQuotationsView((state) => state.selection);
  const conditions = useConditions(selection.filter ?? NO_FILTER);
  const [found, setFound] = useState<{
    readonly selection: unknown;
    readonly culprit: NamedCondition;
  } | null>(null);
  const { noun } = data;
  useEffect(() => {
    let isCurrent = true;
    const look = async (): Promise<void> => {
      for (const candidate of namedConditions(selection, conditions, noun, i18n)) {
        const { total } = await fetchCall('analysis.segments', { ...candidate.without, limit: 1 });
        if (!isCurrent) return;
        if (total > 0) return setFound({ selection, culprit: candidate });
      }
    };
    look().catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [selection, conditions, noun, i18n]);
  const culprit = found?.selection === selection ? found.culprit : null;
  if (culprit === null) {
    return (
      <EmptyState
        text={t('quotations.nothing')}
        action={<Button onPress={clearSelection}>{t('quotations.clear')}</Button>}
      />
    );
  }
  return (
    <EmptyState
      text={t('quotations.nothingBecause', { condition: culprit.name })}
      action={
        <Button variant="primary" onPress={() => useQuotationsView.setState({ selection: culprit.without })}>
          {t('quotations.remove')}
        </Button>
      }
    />
  );
}
