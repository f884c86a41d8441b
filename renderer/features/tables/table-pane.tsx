import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { useCall } from '../../app/use-call.ts';
import type { MessageKey } from '../../i18n/areas.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { keyOf } from '../../../src/text/name-key.ts';
import { ColumnTable } from './column-table.tsx';
import { RowTable } from './row-table.tsx';
import { SurveyPreview } from './survey-preview.tsx';
import type { DraftState } from './table-model.ts';
import type { TableSession } from './table-store.ts';
import type { Plan } from './use-plan.ts';

export interface TablePaneProps {
  readonly session: TableSession;
  readonly tableKey: number;
  readonly state: DraftState;
  readonly plan: Plan;
}

type View = 'columns' | 'rows' | 'document';

const WORDS = {
  columns: { label: 'tables.columns', hint: 'tables.columnsHint' },
  rows: { label: 'tables.rows', hint: 'tables.rowsHint' },
  document: { label: 'tables.firstDocument', hint: 'tables.documentHint' },
} as const satisfies Record<View, { readonly label: MessageKey; readonly hint: MessageKey }>;

/** So many columns are drawn, and so many more with each press that asks for them. */
const PORTION = 60;
/** So many at once; the others follow while the window already answers. */
const FIRST = 14;

/** A table by its columns, to say what becomes of each, or by its rows, to see what is left out. */
export function TablePane({ session, tableKey, state, plan: { outcome } }: TablePaneProps): ReactNode {
  const { t } = useI18n();
  const [chosen, setView] = useState<View>('columns');
  const [wanted, setWanted] = useState(PORTION);
  const shown = useDeferredValue(wanted, FIRST);
  const variables = useParticipantVariables();
  const { draft, choices } = state;
  const isSurvey = choices.purpose === 'survey';
  const view = chosen === 'document' && !isSurvey ? 'columns' : chosen;
  const more = draft.columns.length - wanted;
  const skipped = outcome?.skipped.count ?? 0;
  const misfits = outcome?.misfits.reduce((sum, { count }) => sum + count, 0) ?? 0;
  return (
    <>
      <div className="tables-bar">
        <Segmented
          label={t('tables.view')}
          options={[
            { id: 'columns', label: t('tables.columnCount', { count: draft.columns.length }) },
            { id: 'rows', label: t('tables.rowCount', { count: draft.rows }) },
            ...(isSurvey ? [{ id: 'document' as const, label: t('tables.firstDocument') }] : []),
          ]}
          value={view}
          onChange={(wish) => setView(wish ?? view)}
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
      {skipped + misfits > 0 && view === 'columns' && (
        <p className="tables-notice">
          <span>
            {skipped > 0 && t('tables.skippedRows', { count: skipped })}{' '}
            {misfits > 0 && t('tables.misfitCells', { count: misfits })}
          </span>
          {skipped > 0 && (
            <Button size="small" onPress={() => setView('rows')}>
              {t('tables.seeRows')}
            </Button>
          )}
        </p>
      )}
      <p className="tables-hint">
        {t(view === 'columns' && isSurvey ? 'tables.surveyHint' : WORDS[view].hint)}
      </p>
      <div
        className="tables-scroll"
        tabIndex={0}
        role="region"
        aria-label={t(WORDS[view].label)}
        aria-busy={state.rereading}
      >
        {view === 'columns' && (
          <ColumnTable
            session={session}
            tableKey={tableKey}
            state={state}
            shown={shown}
            outcome={outcome}
            variables={variables}
          />
        )}
        {view === 'rows' && <RowTable state={state} shown={shown} outcome={outcome} />}
        {view === 'document' && <SurveyPreview state={state} outcome={outcome} />}
        {more > 0 && view !== 'document' && (
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
