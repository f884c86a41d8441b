import { MAX_NAME } from '../contract/common.ts';
import { isBlank } from '../text/paragraphs.ts';
import { oneLine } from './cell-value.ts';
import type { SkipReason } from './contract.ts';
import type { DataRow } from './layout.ts';
import { keyOf } from '../text/name-key.ts';
import type { NameIndex } from './name-index.ts';
import type { SkippedRow } from './participants-plan.ts';
import type { AnsweredQuestion } from './survey-text.ts';
import { ValuesPlan, type Misfits, type PlannedValue, type ValueColumn } from './values-plan.ts';

/** The column with the respondents' names, or a template with `{n}` for their number. */
export type RespondentNames = { readonly column: number } | { readonly template: string };

export interface PlannedRespondent {
  readonly name: string;
  /** `null` for somebody who is new; rows of one name are one person. */
  readonly participantId: number | null;
  readonly answers: readonly AnsweredQuestion[];
  readonly values: readonly PlannedValue[];
}

export interface SurveyPlan {
  readonly respondents: readonly PlannedRespondent[];
  readonly skipped: readonly SkippedRow[];
  readonly misfits: readonly Misfits[];
}

export interface SurveyPlanInput {
  readonly rows: readonly DataRow[];
  readonly respondent: RespondentNames;
  readonly answers: readonly { readonly column: number; readonly question: string }[];
  readonly columns: readonly ValueColumn[];
  readonly participants: NameIndex<number>;
  /** Names of documents that are there: the same table imported again adds only who is new. */
  readonly documents: ReadonlySet<string>;
  readonly present: (participantId: number, column: ValueColumn) => string | undefined;
}

/** Who answered what. A respondent without any answer is left out, and so is a question without one. */
export function planSurvey(input: SurveyPlanInput): SurveyPlan {
  const values = new ValuesPlan(input.columns, false);
  const respondents: PlannedRespondent[] = [];
  const skipped: SkippedRow[] = [];
  for (const [index, row] of input.rows.entries()) {
    const name = nameOf(row, index + 1, input.respondent);
    const answers = input.answers.flatMap(({ column, question }): AnsweredQuestion[] => {
      const answer = row.cells[column] ?? '';
      return isBlank(answer) ? [] : [{ question, answer }];
    });
    const reason = skipReasonOf(name, answers, input);
    if (reason !== null) {
      skipped.push({ row: row.number, name, reason });
      continue;
    }
    const participantId = input.participants.find(name) ?? null;
    const present = (column: ValueColumn): string | undefined =>
      participantId === null ? undefined : input.present(participantId, column);
    respondents.push({ name, participantId, answers, values: values.changes(row, present) });
  }
  return { respondents, skipped, misfits: values.misfits };
}

function nameOf(row: DataRow, number: number, respondent: RespondentNames): string {
  if ('column' in respondent) return oneLine(row.cells[respondent.column] ?? '');
  const { template } = respondent;
  return template.includes('{n}') ? template.replaceAll('{n}', String(number)) : `${template} ${number}`;
}

function skipReasonOf(
  name: string,
  answers: readonly AnsweredQuestion[],
  { documents }: SurveyPlanInput,
): SkipReason | null {
  if (name === '') return 'key-empty';
  if (name.length > MAX_NAME) return 'key-too-long';
  if (answers.length === 0) return 'no-answer';
  return documents.has(name) ? 'document-there' : null;
}

/** How many of the respondents are new participants. */
export function newPeople(respondents: readonly PlannedRespondent[]): number {
  const names = respondents
    .filter(({ participantId }) => participantId === null)
    .map(({ name }) => keyOf(name));
  return new Set(names).size;
}
