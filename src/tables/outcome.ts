import type { ParticipantsOutcome, SurveyOutcome } from './contract.ts';
import type { ParticipantsPlan, SkippedRow } from './participants-plan.ts';
import { newPeople, type SurveyPlan } from './survey-plan.ts';
import type { Misfits, PlannedValue } from './values-plan.ts';

const SHOWN_ROWS = 100;
const SHOWN_CELLS = 20;

/** What a plan comes to, in figures. */
export function participantsOutcome({ people, skipped, misfits }: ParticipantsPlan): ParticipantsOutcome {
  const known = people.filter(({ participantId }) => participantId !== null);
  const updated = known.filter(({ values }) => values.length > 0).length;
  return {
    created: people.length - known.length,
    updated,
    unchanged: known.length - updated,
    ...common(
      people.flatMap(({ values }) => values),
      skipped,
      misfits,
    ),
  };
}

export function surveyOutcome(
  { respondents, skipped, misfits }: SurveyPlan,
  isKnownTopic: (title: string) => boolean,
): SurveyOutcome {
  const answers = respondents.flatMap((respondent) => respondent.answers);
  const questions = new Set(answers.map(({ question }) => question));
  return {
    documents: respondents.length,
    created: newPeople(respondents),
    answers: answers.length,
    topics: [...questions].filter((question) => !isKnownTopic(question)).length,
    ...common(
      respondents.flatMap(({ values }) => values),
      skipped,
      misfits,
    ),
  };
}

function common(
  values: readonly PlannedValue[],
  skipped: readonly SkippedRow[],
  misfits: readonly Misfits[],
): Pick<ParticipantsOutcome, 'values' | 'cleared' | 'variables' | 'skipped' | 'misfits'> {
  const cleared = values.filter(({ value }) => value === null).length;
  return {
    values: values.length - cleared,
    cleared,
    variables: misfits.filter(({ column }) => column.variableId === null).length,
    skipped: { count: skipped.length, rows: skipped.slice(0, SHOWN_ROWS) },
    misfits: misfits
      .filter(({ cells }) => cells.length > 0)
      .map(({ column, cells }) => ({
        column: column.column,
        name: column.name,
        type: column.type,
        count: cells.length,
        cells: cells.slice(0, SHOWN_CELLS),
      })),
  };
}
