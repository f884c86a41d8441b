import { useEffect, useState } from 'react';
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

/** What importing a table would do, always a moment behind the choices. */
export function usePlan(state: DraftState | null): Plan {
  const wish = state === null || state.rereading ? null : wishOf(state);
  const asked = useSettled(wish === null ? null : JSON.stringify(wish));
  const settled = asked === null ? null : (JSON.parse(asked) as TableWish);
  const people = useCall(
    'participants.planTable',
    settled?.purpose === 'participants' ? settled.input : NO_PEOPLE,
    { enabled: settled?.purpose === 'participants', keepPrevious: true },
  );
  const survey = useCall('surveys.plan', settled?.purpose === 'survey' ? settled.input : NO_SURVEY, {
    enabled: settled?.purpose === 'survey',
    keepPrevious: true,
  });
  if (wish === null || settled?.purpose !== wish.purpose) return NOTHING;
  const call = wish.purpose === 'survey' ? survey : people;
  const isCurrent = JSON.stringify(wish) === asked && !call.isPlaceholderData && !call.isFetching;
  const error = call.error?.message ?? null;
  if (error !== null) return { outcome: null, error, isCurrent };
  return { outcome: outcomeOf(wish.purpose, people.data, survey.data), error, isCurrent };
}

const NOTHING: Plan = { outcome: null, error: null, isCurrent: false };
const NO_PEOPLE = { draftId: '', keyColumn: 0, columns: [], updateExisting: true, createMissing: true };
const NO_SURVEY = { draftId: '', respondent: { column: 0 }, variables: [], answers: [] };

function outcomeOf(
  purpose: TableWish['purpose'],
  people: ReturnType<typeof useCall<'participants.planTable'>>['data'],
  survey: ReturnType<typeof useCall<'surveys.plan'>>['data'],
): Outcome | null {
  if (purpose === 'survey') return survey === undefined ? null : { purpose, documentIds: [], ...survey };
  return people === undefined ? null : { purpose, ...people };
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
