import { FilterX, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ParticipantNoun } from '../../../src/charts/participant-noun.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Switch } from '../../ui/choices.tsx';
import { FilterPill } from '../../ui/filter-pill.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { MenuButton, MenuItem } from '../../ui/menu.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { ConditionPill, conditionName } from './condition-pill.tsx';
import { isFiltered, useConditions, withPill, type Condition } from './filter-conditions.ts';
import { changeView, useFrequencyView } from './state.ts';

/** The conditions the figures are counted under: documents, the first variable and the coder at once, others by « + ». */
export function FilterBar({ noun }: { readonly noun: ParticipantNoun }): ReactNode {
  const i18n = useI18n();
  const { filter, added } = useFrequencyView();
  const conditions = useConditions(filter);
  const firstVariable = conditions.find(({ kind }) => kind === 'variable')?.id;
  const isShown = ({ id, kind, chosen }: Condition): boolean =>
    kind === 'documents' ||
    kind === 'coders' ||
    id === firstVariable ||
    chosen !== null ||
    added.includes(id);
  const hidden = conditions.filter((condition) => !isShown(condition));
  return (
    <div className="freq-filters" role="group" aria-label={i18n.t('frequencies.filters')}>
      {conditions.filter(isShown).map((condition) => (
        <ConditionPill
          key={condition.id}
          condition={condition}
          noun={noun}
          onChange={(chosen) =>
            changeView((state) => ({
              filter: condition.apply(state.filter, chosen),
              added: withPill(state.added, condition.id),
            }))
          }
        />
      ))}
      <RowsPill />
      {hidden.length > 0 && (
        <MenuButton
          label={i18n.t('frequencies.addFilter')}
          trigger={
            <Button variant="quiet" icon={Plus}>
              {i18n.t('frequencies.addFilter')}
            </Button>
          }
        >
          {hidden.map((condition) => (
            <MenuItem
              key={condition.id}
              label={conditionName(condition, noun, i18n)}
              onAction={() => changeView((state) => ({ added: withPill(state.added, condition.id) }))}
            />
          ))}
        </MenuButton>
      )}
      {isFiltered(filter) && (
        // A word here would go to a line of its own as soon as two conditions are set.
        <IconButton
          label={i18n.t('frequencies.clearFilters')}
          icon={FilterX}
          onPress={() => changeView({ filter: {} })}
        />
      )}
    </div>
  );
}

/** Which rows the table has. */
function RowsPill(): ReactNode {
  const { t } = useI18n();
  const { by, ownOnly, hideEmpty } = useFrequencyView();
  const order = by === 'hypothesis' ? t('frequencies.byHypothesis') : t('frequencies.byTree');
  return (
    <FilterPill label={t('frequencies.rows')} value={order} isSet={ownOnly || hideEmpty}>
      <div className="freq-rows-panel">
        <Segmented
          label={t('frequencies.rows')}
          fill
          options={[
            { id: 'hypothesis', label: t('frequencies.byHypothesis') },
            { id: 'tree', label: t('frequencies.byTree') },
          ]}
          value={by}
          onChange={(value) => {
            if (value !== null) changeView({ by: value });
          }}
        />
        <Switch isSelected={hideEmpty} onChange={(on) => changeView({ hideEmpty: on })}>
          {t('frequencies.hideEmpty')}
        </Switch>
        <Switch isSelected={ownOnly} onChange={(on) => changeView({ ownOnly: on })}>
          {t('frequencies.ownOnly')}
        </Switch>
      </div>
    </FilterPill>
  );
}
