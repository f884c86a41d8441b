import { Plus } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { participantNoun } from '../../../src/charts/participant-noun.ts';
import type { SearchScope } from '../../../src/search/contract.ts';
import { useCall } from '../../app/use-call.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choices.tsx';
import { FilterPill } from '../../ui/filter-pill.tsx';
import { MenuButton, MenuItem } from '../../ui/menu.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { ConditionPill, conditionName } from '../frequencies/condition-pill.tsx';
import { useConditions, withPill, type Condition } from '../frequencies/filter-conditions.ts';
import { CodePill, RolePill } from './limit-pill.tsx';
import { changeSearch, useSearch } from './state.ts';

const SCOPES: readonly SearchScope[] = ['sentence', 'paragraph', 'turn', 'document'];

/** Where is looked: this document or all, whose words, which people; and in which stretch AND must hold. */
export function SearchLimits(): ReactNode {
  const i18n = useI18n();
  const { t, locale } = i18n;
  const { here, scope, participantsOnly, stem, respectAccents, filter, roles, codeIds } = useSearch();
  // What is set when the panel opens keeps its pill when it is cleared in it.
  const [added, setAdded] = useState<readonly string[]>(() => [
    ...(roles === null ? [] : ['role']),
    ...(codeIds === null ? [] : ['code']),
  ]);
  const conditions = useConditions(filter).filter(
    ({ kind, choices }) =>
      kind !== 'documents' && kind !== 'coders' && kind !== 'codes' && choices.length > 0,
  );
  const isShown = ({ id, kind, chosen }: Condition): boolean =>
    kind === 'participants' || chosen !== null || added.includes(id);
  const people = useCall('participants.list', {}).data;
  const noun = useMemo(
    () =>
      participantNoun(
        (people ?? []).map(({ name }) => name),
        locale,
      ),
    [people, locale],
  );
  const [role, code] = [added.includes('role'), added.includes('code')];
  const hidden = [
    ...conditions
      .filter((condition) => !isShown(condition))
      .map((condition) => ({ id: condition.id, label: conditionName(condition, noun, i18n) })),
    ...(role ? [] : [{ id: 'role', label: t('documents.role') }]),
    ...(code ? [] : [{ id: 'code', label: t('frequencies.code') }]),
  ];
  return (
    <div className="search-limits">
      <Segmented
        label={t('search.where')}
        fill
        value={here ? 'here' : 'all'}
        options={[
          { id: 'all', label: t('search.everywhere') },
          { id: 'here', label: t('search.here') },
        ]}
        onChange={(value) => changeSearch({ here: value === 'here' })}
      />
      <div className="search-pills">
        <FilterPill
          label={t('search.scope')}
          value={t(`search.${scope}`)}
          isSet={scope !== 'paragraph'}
          onClear={() => changeSearch({ scope: 'paragraph' })}
        >
          <div className="search-scopes">
            <Segmented
              label={t('search.scope')}
              value={scope}
              options={SCOPES.map((id) => ({ id, label: t(`search.${id}`) }))}
              onChange={(value) => changeSearch({ scope: value ?? 'paragraph' })}
            />
          </div>
        </FilterPill>
        {conditions.filter(isShown).map((condition) => (
          <ConditionPill
            key={condition.id}
            condition={condition}
            noun={noun}
            onChange={(chosen) => {
              changeSearch({ filter: condition.apply(filter, chosen) });
              setAdded(withPill(added, condition.id));
            }}
          />
        ))}
        {role && <RolePill />}
        {code && <CodePill />}
        {hidden.length > 0 && (
          <MenuButton
            label={t('frequencies.addFilter')}
            trigger={
              <Button variant="quiet" icon={Plus}>
                {t('frequencies.addFilter')}
              </Button>
            }
          >
            {hidden.map(({ id, label }) => (
              <MenuItem key={id} label={label} onAction={() => setAdded(withPill(added, id))} />
            ))}
          </MenuButton>
        )}
      </div>
      <div className="search-switches">
        <Checkbox
          isSelected={participantsOnly}
          onChange={(value) => changeSearch({ participantsOnly: value })}
        >
          {t('search.participantsOnly')}
        </Checkbox>
        <Checkbox isSelected={stem !== null} onChange={(on) => changeSearch({ stem: on ? locale : null })}>
          {t('search.stem')}
        </Checkbox>
        <Checkbox isSelected={respectAccents} onChange={(value) => changeSearch({ respectAccents: value })}>
          {t('search.respectAccents')}
        </Checkbox>
        {stem !== null && (
          <Segmented
            label={t('search.stemLanguage')}
            value={stem}
            options={[
              { id: 'fr', label: 'FR' },
              { id: 'en', label: 'EN' },
            ]}
            onChange={(value) => changeSearch({ stem: value })}
          />
        )}
      </div>
    </div>
  );
}
