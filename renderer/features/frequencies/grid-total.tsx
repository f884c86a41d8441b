import type { ReactNode } from 'react';
import type { FrequencyTable } from '../../../src/analysis/contract.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { NOverN } from '../../ui/figures.tsx';
import type { GridColumns } from './grid-columns.ts';

/** The sticky line at the bottom: everything once, whatever stands in several rows. */
export function GridTotal(props: {
  readonly table: FrequencyTable;
  readonly columns: GridColumns;
  readonly index: number;
}): ReactNode {
  const { t, number, percent } = useI18n();
  const { total, participants } = props.table;
  const n = total.participantIds.length;
  const of = participants.length;
  const last = props.columns.cells.length;
  return (
    <div role="rowgroup" className="freq-total">
      <div role="row" className="freq-row" aria-rowindex={props.index + 2}>
        <div role="gridcell" aria-colindex={1} className="freq-head-name">
          {t('frequencies.total', { count: total.codes })}
        </div>
        <div role="gridcell" aria-colindex={2} className="freq-n">
          <NOverN n={n} total={of} />
        </div>
        <div role="gridcell" aria-colindex={3} className="freq-figure">
          {percent(of === 0 ? 0 : n / of)}
        </div>
        <div className="freq-who" role="presentation" />
        <div role="gridcell" aria-colindex={last - 2} className="freq-figure">
          {number(total.segments)}
        </div>
        <div role="gridcell" aria-colindex={last - 1} className="freq-figure">
          {number(total.words)}
        </div>
        <div role="gridcell" aria-colindex={last} className="freq-figure">
          {percent(total.wordShare, 1, true)}
        </div>
      </div>
    </div>
  );
}
