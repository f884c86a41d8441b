import type { ParticipantsOutcome, SurveyOutcome } from '../../../src/tables/contract.ts';
import type { MessageKey } from '../../i18n/areas.ts';
import type { I18n } from '../../i18n/use-i18n.ts';

/** What importing a table comes to, as planned or as done. */
export type Outcome =
  | ({ readonly purpose: 'participants' } & ParticipantsOutcome)
  | ({ readonly purpose: 'survey'; readonly documentIds: readonly number[] } & SurveyOutcome);

/** Whether the project would be any different. */
export function changesSomething(outcome: Outcome): boolean {
  return outcome.purpose === 'survey' ? outcome.documents > 0 : outcome.created + outcome.updated > 0;
}

/** « 3 nouveaux participants, 5 mis à jour, 12 valeurs »; empty when nothing would be. */
export function outcomeWords(outcome: Outcome, { t }: I18n): string {
  const figures: readonly (readonly [MessageKey, number])[] =
    outcome.purpose === 'survey'
      ? [
          ['tables.documents', outcome.documents],
          ['tables.created', outcome.created],
          ['tables.answers', outcome.answers],
          ['tables.topics', outcome.topics],
        ]
      : [
          ['tables.created', outcome.created],
          ['tables.updated', outcome.updated],
        ];
  return [
    ...figures,
    ['tables.values', outcome.values] as const,
    ['tables.cleared', outcome.cleared] as const,
    ['tables.newVariables', outcome.variables] as const,
  ]
    .filter(([, count]) => count > 0)
    .map(([key, count]) => t(key, { count }))
    .join(', ');
}
