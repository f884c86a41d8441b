import { Fragment, type ReactNode } from 'react';
import type { SkipReason } from '../../../src/tables/contract.ts';
import type { MessageKey } from '../../i18n/areas.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import type { Outcome } from './outcome-words.ts';
import { usedAs, type DraftState } from './table-model.ts';

export interface RowTableProps {
  readonly state: DraftState;
  /** How many columns are drawn. */
  readonly shown: number;
  readonly outcome: Outcome | null;
}

const REASONS = {
  'key-empty': 'tables.skipKeyEmpty',
  'key-twice': 'tables.skipKeyTwice',
  'key-too-long': 'tables.skipKeyTooLong',
  'not-updated': 'tables.skipNotUpdated',
  'not-created': 'tables.skipNotCreated',
  'no-answer': 'tables.skipNoAnswer',
  'document-there': 'tables.skipDocumentThere',
} as const satisfies Record<SkipReason, MessageKey>;

/** The first rows as they were read; what is left out says why, and so do such rows further down. */
export function RowTable({ state: { draft, choices }, shown, outcome }: RowTableProps): ReactNode {
  const { t } = useI18n();
  const columns = draft.columns.slice(0, shown);
  const skipped = new Map(outcome?.skipped.rows.map((each) => [each.row, each.reason]));
  const misfits = new Set(
    outcome?.misfits.flatMap(({ column, cells }) => cells.map(({ row }) => `${row}:${column}`)),
  );
  const uses = choices.columns.map((choice) =>
    choice.column === choices.keyColumn ? 'key' : usedAs(choices, choice),
  );
  return (
    <>
      <table className="row-table">
        <thead>
          <tr>
            <th scope="col">{t('tables.line')}</th>
            {columns.map(({ column, title }) => (
              <th key={column} scope="col" data-use={uses[column]} title={title}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {draft.preview.map(({ row, cells }) => {
            const reason = skipped.get(row);
            return (
              <Fragment key={row}>
                <tr data-skipped={reason !== undefined || undefined}>
                  <th scope="row">{row}</th>
                  {columns.map(({ column }) => (
                    <td
                      key={column}
                      data-use={uses[column]}
                      data-misfit={misfits.has(`${row}:${column}`) || undefined}
                      title={cells[column]}
                    >
                      {cells[column]}
                    </td>
                  ))}
                </tr>
                {reason !== undefined && (
                  <tr className="row-reason">
                    <td colSpan={columns.length + 1}>{t(REASONS[reason])}</td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
      {outcome !== null && <FurtherRows outcome={outcome} after={draft.preview.at(-1)?.row ?? 0} />}
    </>
  );
}

/** Rows below the preview of which nothing is made. */
function FurtherRows({ outcome, after }: { readonly outcome: Outcome; readonly after: number }): ReactNode {
  const { t, quote } = useI18n();
  const { count, rows } = outcome.skipped;
  const further = rows.filter(({ row }) => row > after);
  const unlisted = count - rows.length;
  if (further.length === 0) return null;
  return (
    <section className="further-rows">
      <h3>{t('tables.furtherRows')}</h3>
      <ul>
        {further.map(({ row, name, reason }) => (
          <li key={row}>
            <span>
              {t('tables.lineNumber', { row })}
              {name === '' ? '' : ` ${quote(name)}`}
            </span>
            {t(REASONS[reason])}
          </li>
        ))}
        {unlisted > 0 && <li>{t('tables.furtherMore', { count: unlisted })}</li>}
      </ul>
    </section>
  );
}
