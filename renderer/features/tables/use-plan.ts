import { useEffect, useState } from 'react';
import type { OutputOf } from '../../../src/contract/contract.ts';
import { useCall } from '../../app/use-call.ts';
import type { Outcome } from './outcome-words.ts';
import { wishOf, type DraftState, type TableWish } from './table-model.ts';

/** So long after the last key or click the core is asked what the choices come to. */
const PAUSE_MS = 200;

export interface Plan {
  /** `null`: not known yet, or something stands in the way. */
  readonly outcome: Outcome | null;
  readonly error: string | null;
  /** It is what the choices of now come to. */
  readonly isCurrent: boolean;
}

const NOTHING: Plan = { outcome: null, error: null, isCurrent: false };
const NO_PEOPLE = { draftId: '', keyColumn: 0, columns: [], updateExisting: true, createMissing: true };
const NO_SURVEY = { draftId: '', respondent: { column: 0 }, variables: [], answers: [] };

/** What importing a table would do, always a moment behind the choices. */
export function usePlan(state: DraftState | null): Plan {
  const wish = state === null || state.rereading ? null : wishOf(state);
  // As text, since every choice makes a wish anew, be it the same.
  const now = JSON.stringify(wish);
  const asked = useSettled(now);
  const settled = JSON.parse(asked) as TableWish | null;
  const isSameTable = ({ draftId }: { readonly draftId: string }): boolean =>
    draftId === state?.draft.draftId;
  const isSurvey = settled?.purpose === 'survey';
  const people = useCall(
    'participants.planTable',
    settled?.purpose === 'participants' ? settled.input : NO_PEOPLE,
    { enabled: settled !== null && !isSurvey, keepPrevious: isSameTable },
  );
  const survey = useCall('surveys.plan', isSurvey ? settled.input : NO_SURVEY, {
    enabled: isSurvey,
    keepPrevious: isSameTable,
  });
  const isAbout = wish !== null && settled?.purpose === wish.purpose && isSameTable(settled.input);
  if (!isAbout) return NOTHING;
  const { error, isPlaceholderData, isFetching } = isSurvey ? survey : people;
  return {
    outcome: error !== null ? null : isSurvey ? ofSurvey(survey.data) : ofPeople(people.data),
    error: error?.message ?? null,
    isCurrent: now === asked && !isPlaceholderData && !isFetching,
  };
}

function ofPeople(planned: OutputOf<'participants.planTable'> | undefined): Outcome | null {
  return planned === undefined ? null : { purpose: 'participants', ...planned };
}

function ofSurvey(planned: OutputOf<'surveys.plan'> | undefined): Outcome | null {
  return planned === undefined ? null : { purpose: 'survey', documentIds: [], ...planned };
}

/** A value once it has not changed for a moment; the first one at once. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
