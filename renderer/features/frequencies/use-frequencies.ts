import { useMemo } from 'react';
import type { FrequencyTable } from '../../../src/analysis/contract.ts';
import { participantNoun, type ParticipantNoun } from '../../../src/charts/participant-noun.ts';
import type { Code } from '../../../src/codebook/contract.ts';
import type { Hypothesis } from '../../../src/hypotheses/contract.ts';
import { useCall } from '../../app/use-call.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { shownRows, type ShownRow } from './rows.ts';
import { useFrequencyView } from './state.ts';

export interface FrequencyData {
  readonly table: FrequencyTable;
  /** The same filter in order of hypotheses: what charts and exports show, whatever the order of the rows. */
  readonly byHypothesis: FrequencyTable;
  readonly codes: readonly Code[];
  readonly hypotheses: readonly Hypothesis[];
  readonly rows: readonly ShownRow[];
  readonly noun: ParticipantNoun;
}

/** The table as the view asks for it; `undefined` until it was answered for the first time. */
export function useFrequencies(): { readonly data: FrequencyData | undefined; readonly error: Error | null } {
  const { t, locale, compare } = useI18n();
  const { filter, by, ownOnly, sort, hideEmpty, folded } = useFrequencyView();
  const codes = useCall('codes.list', {}).data;
  const hypotheses = useCall('hypotheses.list', {}).data;
  const asked = useCall('analysis.frequencies', { by, ownOnly, filter }, { keepPrevious: true });
  const forCharts = useCall(
    'analysis.frequencies',
    { by: 'hypothesis', ownOnly: false, filter },
    { keepPrevious: true },
  );
  const table = asked.data;
  const byHypothesis = forCharts.data;
  const unmapped = t('frequencies.unmapped');
  const rows = useMemo(() => {
    if (table === undefined || codes === undefined || hypotheses === undefined) return undefined;
    const source = { table, codes, hypotheses, unmapped, compareNames: compare };
    return shownRows(source, { sort, hideEmpty, folded, ownOnly });
  }, [table, codes, hypotheses, unmapped, compare, sort, hideEmpty, folded, ownOnly]);
  const noun = useMemo(
    () => participantNoun(table?.participants.map(({ name }) => name) ?? [], locale),
    [table, locale],
  );
  const error = asked.error ?? forCharts.error;
  if (
    table === undefined ||
    byHypothesis === undefined ||
    codes === undefined ||
    hypotheses === undefined ||
    rows === undefined
  ) {
    return { data: undefined, error };
  }
  return { data: { table, byHypothesis, codes, hypotheses, rows, noun }, error };
}
