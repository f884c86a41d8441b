import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/use-i18n.ts';
import type { Outcome } from './outcome-words.ts';
import { columnsUsedAs, type DraftState } from './table-model.ts';

export interface SurveyPreviewProps {
  readonly state: DraftState;
  readonly outcome: Outcome | null;
}

/** The first respondent's document as it will be: each question, and the answer below. */
export function SurveyPreview({ state: { draft, choices }, outcome }: SurveyPreviewProps): ReactNode {
  const { t } = useI18n();
  const skipped = new Set(outcome?.skipped.rows.map(({ row }) => row));
  const asked = columnsUsedAs(choices, 'answer');
  const index = draft.preview.findIndex(
    ({ row, cells }) => !skipped.has(row) && asked.some(({ column }) => isFilled(cells[column])),
  );
  const first = draft.preview[index];
  if (first === undefined) return <p className="tables-hint">{t('tables.noDocument')}</p>;
  const { keyColumn, template } = choices;
  // A template without a place for the number gets it at its end.
  const numbered = template.includes('{n}') ? template : `${template} {n}`;
  const name =
    keyColumn === null ? numbered.replaceAll('{n}', String(index + 1)) : (first.cells[keyColumn] ?? '');
  return (
    <article className="survey-preview">
      <h3>{name}</h3>
      {asked
        .filter(({ column }) => isFilled(first.cells[column]))
        .map(({ column, question }) => (
          <section key={column}>
            <h4>{question}</h4>
            <p>{first.cells[column]}</p>
          </section>
        ))}
    </article>
  );
}

function isFilled(cell: string | undefined): boolean {
  return cell !== undefined && cell !== '';
}
