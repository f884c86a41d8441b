import type { ReactNode } from 'react';
import type { MessageKey } from '../../i18n/areas.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { changesSomething, outcomeWords } from './outcome-words.ts';
import { obstacleOf, type Obstacle, type TableChoices } from './table-model.ts';
import type { Plan } from './use-plan.ts';

const OBSTACLES = {
  key: 'tables.obstacleKey',
  template: 'tables.obstacleTemplate',
  answers: 'tables.obstacleAnswers',
  columns: 'tables.obstacleColumns',
} as const satisfies Record<Obstacle, MessageKey>;

export interface PlanLineProps {
  readonly choices: TableChoices;
  readonly plan: Plan;
}

/** What importing will do, in figures, or why it cannot be done yet. */
export function PlanLine({ choices, plan: { outcome, error } }: PlanLineProps): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const obstacle = obstacleOf(choices);
  const words =
    obstacle !== null
      ? t(OBSTACLES[obstacle])
      : error !== null
        ? error
        : outcome === null
          ? ''
          : changesSomething(outcome)
            ? outcomeWords(outcome, i18n)
            : t('tables.nothing');
  return (
    <span
      aria-live="polite"
      className="tables-plan"
      data-problem={obstacle !== null || error !== null || undefined}
    >
      {words}
    </span>
  );
}
