import { useState, type ReactNode } from 'react';
import { capitalised, type ParticipantNoun } from '../../../src/charts/participant-noun.ts';
import { useI18n, type I18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choices.tsx';
import { SearchField } from '../../ui/field.tsx';
import { FilterPill } from '../../ui/filter-pill.tsx';
import { SetChoices } from '../sets/set-choices.tsx';
import { useSetChosen } from '../sets/use-set-chosen.ts';
import type { Condition } from './filter-conditions.ts';
import './condition-pill.css';

export interface ConditionPillProps {
  readonly condition: Condition;
  readonly noun: ParticipantNoun;
  readonly onChange: (chosen: ReadonlySet<string> | null) => void;
}

const SEARCH_FROM = 12;
/** What sets are kept of. */
const WITH_SETS = ['documents', 'participants', 'codes'] as const;

/** One condition of a filter, and the list it is chosen from. */
export function ConditionPill({ condition, noun, onChange }: ConditionPillProps): ReactNode {
  const i18n = useI18n();
  const isSet = condition.chosen !== null;
  const kind = WITH_SETS.find((each) => each === condition.kind) ?? null;
  const ids = condition.choices.map(({ id }) => Number(id));
  const chosen = condition.chosen === null ? null : new Set([...condition.chosen].map(Number));
  const set = useSetChosen(kind, chosen, ids, (members) => onChange(new Set(members.map(String))));
  return (
    <FilterPill
      label={conditionName(condition, noun, i18n)}
      value={set?.name ?? valueOf(condition, i18n)}
      isSet={isSet}
      onClear={() => onChange(null)}
    >
      <Checklist
        condition={condition}
        onChange={onChange}
        head={
          kind !== null && (
            <SetChoices
              kind={kind}
              choices={ids}
              chosen={chosen}
              onChoose={(members) => onChange(members === null ? null : new Set(members.map(String)))}
            />
          )
        }
      />
    </FilterPill>
  );
}

export function conditionName({ kind, name }: Condition, noun: ParticipantNoun, { t }: I18n): string {
  switch (kind) {
    case 'documents':
      return t('frequencies.documents');
    case 'participants':
      return capitalised(noun.many);
    case 'codes':
      return t('frequencies.codes');
    case 'coders':
      return t('frequencies.coder');
    case 'topics':
      return t('frequencies.topics');
    case 'speakers':
      return t('documents.speakers');
    case 'variable':
      return capitalised(name);
  }
}

function valueOf({ kind, chosen, choices }: Condition, { t }: I18n): string {
  const total = choices.length;
  const only = chosen?.size === 1 ? choices.find((choice) => chosen.has(choice.id)) : undefined;
  if (only !== undefined) return only.label ?? t('frequencies.noValue');
  const known = chosen === null ? total : choices.filter((choice) => chosen.has(choice.id)).length;
  if (kind === 'documents' || chosen !== null) return t('frequencies.someOf', { n: known, total });
  return t(kind === 'variable' ? 'frequencies.everyValue' : 'frequencies.every');
}

export interface ChecklistProps {
  readonly condition: Pick<Condition, 'choices' | 'chosen'>;
  readonly onChange: ConditionPillProps['onChange'];
  /** Stands above the choices. */
  readonly head?: ReactNode;
}

/** The choices of a condition, each to tick. */
export function Checklist({ condition, onChange, head }: ChecklistProps): ReactNode {
  const { t, locale } = useI18n();
  const [query, setQuery] = useState('');
  const { choices, chosen } = condition;
  const isOn = (id: string): boolean => chosen === null || chosen.has(id);
  const set = (id: string, on: boolean): void => {
    const next = new Set(
      choices.map((choice) => choice.id).filter((each) => (each === id ? on : isOn(each))),
    );
    onChange(next.size === choices.length ? null : next);
  };
  const fold = (text: string): string =>
    text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase(locale);
  const shown = choices.filter(({ label }) => fold(label ?? t('frequencies.noValue')).includes(fold(query)));
  return (
    <div className="checklist">
      {head}
      {choices.length > SEARCH_FROM && (
        <SearchField label={t('frequencies.findIn')} value={query} onChange={setQuery} autoFocus />
      )}
      <div className="checklist-all">
        {/* Never disabled: a button that has the focus would drop it, and Escape would close nothing. */}
        <Button size="small" variant="quiet" onPress={() => onChange(null)}>
          {t('frequencies.checkAll')}
        </Button>
        <Button size="small" variant="quiet" onPress={() => onChange(new Set())}>
          {t('frequencies.checkNone')}
        </Button>
      </div>
      <ul className="checklist-items">
        {shown.map(({ id, label }) => (
          <li key={id}>
            <Checkbox isSelected={isOn(id)} onChange={(on) => set(id, on)}>
              <span className={label === null ? 'checklist-none' : ''}>
                {label ?? t('frequencies.noValue')}
              </span>
            </Checkbox>
          </li>
        ))}
      </ul>
    </div>
  );
}
