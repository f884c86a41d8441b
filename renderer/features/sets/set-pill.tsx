import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/use-i18n.ts';
import { FilterPill } from '../../ui/filter-pill.tsx';
import { SetChoices, type SetChoicesProps } from './set-choices.tsx';
import { useSetChosen } from './use-set-chosen.ts';

/** A condition that is a set: what is not in it is left out. */
export function SetPill(props: SetChoicesProps): ReactNode {
  const { kind, choices, chosen, onChoose } = props;
  const { t } = useI18n();
  const now = useSetChosen(kind, chosen, choices, onChoose);
  return (
    <FilterPill
      label={t('sets.one')}
      value={now?.name ?? t('sets.none')}
      isSet={now !== undefined}
      onClear={() => onChoose(null, null)}
    >
      <SetChoices {...props} />
    </FilterPill>
  );
}
