import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { useCall } from '../../app/use-call.ts';
import type { MessageKey } from '../../i18n/areas.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { keyOf } from '../../../src/text/name-key.ts';
import { ColumnTable } from './column-table.tsx';
import { RowTable } from './row-table.tsx';
import type { DraftState } from './table-model.ts';
import type { TableSession } from './table-store.ts';
import type { Plan } from './use-plan.ts';

export interface TablePaneProps {
  readonly session: TableSession;
  readonly tableKey: number;
  readonly state: DraftState;
  readonly plan: Plan;
}

type View = 'columns' | 'rows';

/** So many columns are drawn, and so many more with each press that asks for them. */
const PORTION = 60;
/** So many at once; the others follow while the window already answers. */
const FIRST = 14;

/** A table by its columns, to say what becomes of each, or by its rows, to see what is left out. */
export function TablePane({ session, tableKey, state, plan: { outcome } }: TablePaneProps): ReactNode {
  const { t } = useI18n();
  const [view, setView] = useState<View>('columns');
  const [wanted, setWanted] = useState(PORTION);
  const shown = useDeferredValue(wanted, FIRST);
  const variables = useParticipantVariables();
  const { draft } = state;
  const more = draft.columns.length - wanted;
  const skipped = outcome?.skipped.count ?? 0;
  const hint: MessageKey =
    view === 'rows'
      ? 'tables.rowsHint'
      : state.choices.purpose === 'survey'
        ? 'tables.surveyHint'
        : 'tables.columnsHint';
  return (
    <>
      <div className="tables-bar">
        <Segmented
          label={t('tables.view')}
          options={[
            { id: 'columns', label: t('tables.columnCount', { count: draft.columns.length }) },
            { id: 'rows', label: t('tables.rowCount', { count: draft.rows }) },
          ]}
          value={view}
          onChange={(chosen) => setView(chosen ?? view)}
        />
        <span className="tables-space" />
        {view === 'columns' && (
          <>
            <Button
              size="small"
              variant="quiet"
              onPress={() => session.chooseUse(tableKey, 'all', 'variable')}
            >
              {t('tables.takeAll')}
            </Button>
            <Button size="small" variant="quiet" onPress={() => session.chooseUse(tableKey, 'all', 'ignore')}>
              {t('tables.ignoreAll')}
            </Button>
          </>
        )}
      </div>
      {skipped > 0 && view === 'columns' && (
        <p className="tables-notice">
          <span>{t('tables.skippedRows', { count: skipped })}</span>
          <Button size="small" onPress={() => setView('rows')}>
            {t('tables.seeRows')}
          </Button>
        </p>
      )}
      <p className="tables-hint">{t(hint)}</p>
      <div
        className="tables-scroll"
        tabIndex={0}
        role="region"
        aria-label={t(view === 'columns' ? 'tables.columns' : 'tables.rows')}
        aria-busy={state.rereading}
      >
        {view === 'columns' ? (
          <ColumnTable
            session={session}
            tableKey={tableKey}
            state={state}
            shown={shown}
            outcome={outcome}
            variables={variables}
          />
        ) : (
          <RowTable state={state} shown={shown} outcome={outcome} />
        )}
        {more > 0 && (
          <Button className="tables-more" onPress={() => setWanted(wanted + PORTION)}>
            {t('tables.moreColumns', { count: Math.min(more, PORTION) })}
          </Button>
        )}
      </div>
    </>
  );
}

/** Variables of participants by their names as they are compared. */
function useParticipantVariables() {
  const { data } = useCall('variables.list', {});
  return useMemo(
    () =>
      new Map(
        (data ?? [])
          .filter(({ scope }) => scope === 'participant')
          .map((variable) => [keyOf(variable.name), variable]),
      ),
    [data],
  );
}
