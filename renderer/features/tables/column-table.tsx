import { memo, useMemo, type ReactNode } from 'react';
import { KeyRound } from 'lucide-react';
import type { Variable, VariableType } from '../../../src/participants/contract.ts';
import { keyOf } from '../../../src/text/name-key.ts';
import type { MessageKey } from '../../i18n/areas.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { TYPE_LABELS } from '../project/new-variable.tsx';
import { shownValue } from '../project/value-text.ts';
import type { Outcome } from './outcome-words.ts';
import {
  columnProblems,
  samplesOf,
  usedAs,
  type ColumnChoice,
  type ColumnProblem,
  type ColumnUse,
  type DraftState,
  type Purpose,
} from './table-model.ts';
import type { TableSession } from './table-store.ts';

type Misfits = Outcome['misfits'][number];

export interface ColumnTableProps {
  readonly session: TableSession;
  readonly tableKey: number;
  readonly state: DraftState;
  /** How many columns are drawn; those further on that need a look are too. */
  readonly shown: number;
  readonly outcome: Outcome | null;
  /** Variables of participants by their names as they are compared. */
  readonly variables: ReadonlyMap<string, Variable>;
}

const USES = {
  variable: 'tables.useVariable',
  answer: 'tables.useAnswer',
  ignore: 'tables.useIgnore',
} as const satisfies Record<ColumnUse, MessageKey>;

const USES_OF: Readonly<Record<Purpose, readonly ColumnUse[]>> = {
  participants: ['variable', 'ignore'],
  survey: ['variable', 'answer', 'ignore'],
};

const TYPES = Object.keys(TYPE_LABELS) as readonly VariableType[];

/** A line for each column: what it holds, what becomes of it, under which name and type, and what does not fit. */
export function ColumnTable(props: ColumnTableProps): ReactNode {
  const { session, tableKey, state, shown, outcome, variables } = props;
  const { t } = useI18n();
  const { draft, choices } = state;
  const samples = useMemo(() => samplesOf(draft), [draft]);
  const problems = useMemo(() => columnProblems(choices), [choices]);
  const misfits = new Map(outcome?.misfits.map((each) => [each.column, each]));
  return (
    <table className="column-table">
      <thead>
        <tr>
          <th scope="col">{t('tables.column')}</th>
          <th scope="col">{t('tables.use')}</th>
          <th scope="col">{t('common.name')}</th>
          <th scope="col">{t('settings.variableType')}</th>
        </tr>
      </thead>
      <tbody>
        {choices.columns.map((choice) => {
          const { column } = choice;
          if (column >= shown && !problems.has(column) && !misfits.has(column)) return null;
          const use = usedAs(choices, choice);
          return (
            <ColumnRow
              key={column}
              session={session}
              tableKey={tableKey}
              choice={choice}
              title={draft.columns[column]?.title ?? ''}
              filled={draft.columns[column]?.filled ?? 0}
              samples={samples[column] ?? NONE}
              purpose={choices.purpose}
              use={use}
              isKey={column === choices.keyColumn}
              problem={problems.get(column) ?? null}
              misfits={use === 'variable' ? (misfits.get(column) ?? null) : null}
              existing={use === 'variable' ? (variables.get(keyOf(choice.name)) ?? null) : null}
            />
          );
        })}
      </tbody>
    </table>
  );
}

const NONE: readonly string[] = [];

interface ColumnRowProps {
  readonly session: TableSession;
  readonly tableKey: number;
  readonly choice: ColumnChoice;
  readonly title: string;
  readonly filled: number;
  readonly samples: readonly string[];
  readonly purpose: Purpose;
  readonly use: ColumnUse;
  readonly isKey: boolean;
  readonly problem: ColumnProblem | null;
  readonly misfits: Misfits | null;
  /** The variable of the project that takes the values. */
  readonly existing: Variable | null;
}

/** Drawn again only when something about this very column changes: a table may have hundreds. */
const ColumnRow = memo(function ColumnRow(props: ColumnRowProps): ReactNode {
  const { session, tableKey, choice, title, samples, purpose, use, isKey, problem, misfits, existing } =
    props;
  const { t, locale } = useI18n();
  const { column } = choice;
  const type = existing?.type ?? choice.type;
  const sample = samples
    .map((cell) =>
      type === 'boolean' && /^(?:true|false)$/u.test(cell)
        ? t(cell === 'true' ? 'settings.yes' : 'settings.no')
        : shownValue(cell, type, locale),
    )
    .join(' · ');
  return (
    <>
      <tr
        className="column-row"
        data-use={isKey ? 'key' : use}
        data-troubled={problem !== null || misfits !== null || undefined}
      >
        <th scope="row">
          <span className="column-title" title={title}>
            {title}
          </span>
          <span className="column-samples" title={sample}>
            {props.filled === 0 ? t('tables.emptyColumn') : sample}
          </span>
        </th>
        <td>
          {isKey ? (
            <span className="column-key">
              <KeyRound size={14} aria-hidden />
              {t('tables.useKey')}
            </span>
          ) : (
            <Select
              label={t('tables.useOf', { column: title })}
              hideLabel
              options={USES_OF[purpose].map((id) => ({ id, label: t(USES[id]) }))}
              value={use}
              onChange={(chosen) => session.chooseUse(tableKey, column, chosen)}
            />
          )}
        </td>
        <td>
          {use === 'variable' && (
            <Field
              label={t('tables.nameOf', { column: title })}
              hideLabel
              value={choice.name}
              maxLength={200}
              onChange={(name) => session.chooseColumn(tableKey, column, { name })}
            />
          )}
          {use === 'answer' && (
            <Field
              label={t('tables.questionOf', { column: title })}
              hideLabel
              value={choice.question}
              maxLength={1_000}
              onChange={(question) => session.chooseColumn(tableKey, column, { question })}
            />
          )}
        </td>
        <td>
          {use === 'variable' && existing === null && (
            <Select
              label={t('tables.typeOf', { column: title })}
              hideLabel
              options={TYPES.map((id) => ({ id, label: t(TYPE_LABELS[id]) }))}
              value={choice.type}
              onChange={(type) => session.chooseColumn(tableKey, column, { type })}
            />
          )}
          {existing !== null && (
            <span className="column-fixed">
              {t(TYPE_LABELS[existing.type])}
              <small>{t('tables.existing')}</small>
            </span>
          )}
          {use === 'answer' && <span className="column-fixed">{t('tables.guideTopic')}</span>}
        </td>
      </tr>
      {(problem !== null || misfits !== null) && (
        <tr className="column-problem">
          <td colSpan={4}>
            {problem !== null ? t(PROBLEMS[problem]) : misfits !== null && <MisfitWords misfits={misfits} />}
          </td>
        </tr>
      )}
    </>
  );
});

const PROBLEMS = {
  'name-empty': 'tables.problemNoName',
  'name-twice': 'tables.problemTwice',
} as const satisfies Record<ColumnProblem, MessageKey>;

const SHOWN_CELLS = 3;

function MisfitWords({ misfits: { count, type, cells } }: { readonly misfits: Misfits }): ReactNode {
  const { t, quote, list } = useI18n();
  const examples = cells
    .slice(0, SHOWN_CELLS)
    .map(({ row, value }) => t('tables.misfitCell', { row, value: quote(value) }));
  const rest = count - examples.length;
  return (
    <>
      {t('tables.misfits', {
        count,
        type: t(TYPE_LABELS[type]),
        cells: list(rest > 0 ? [...examples, t('tables.misfitMore', { count: rest })] : examples),
      })}
    </>
  );
}
