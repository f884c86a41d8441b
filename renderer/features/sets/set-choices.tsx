import { Bookmark } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { NamedSet, SetKind } from '../../../src/sets/contract.ts';
import { useSession } from '../../app/session.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { NameInput } from '../coder/name-input.tsx';
import { membersAmong, setChosen } from './match-set.ts';
import { keepSet } from './set-commands.ts';
import { openSets } from './sets-dialog-state.ts';
import { useSets } from './use-sets.ts';
import './sets.css';

export interface SetChoicesProps {
  readonly kind: SetKind;
  /** Ids that can be chosen. */
  readonly choices: readonly number[];
  /** Ids that are chosen; `null`: all. */
  readonly chosen: ReadonlySet<number> | null;
  /** The members of the set that was pressed; `null` when it was pressed again: all. */
  readonly onChoose: (ids: readonly number[] | null, set: NamedSet | null) => void;
}

/** The sets of a kind to choose from, a way to keep what is chosen as another one, and the way to look after them. */
export function SetChoices({ kind, choices, chosen, onChoose }: SetChoicesProps): ReactNode {
  const { t, number } = useI18n();
  const sets = useSets(kind);
  const readOnly = useSession((state) => state.project?.readOnly ?? false);
  const [naming, setNaming] = useState(false);
  const now = setChosen(sets, chosen, choices);
  const canKeep = !readOnly && now === undefined && chosen !== null && chosen.size > 0;
  return (
    <section className="set-choices" aria-label={t('sets.many')}>
      {sets.length > 0 && (
        <ul>
          {sets.map((set) => {
            const members = membersAmong(set, choices);
            const isOn = set === now;
            return (
              <li key={set.id}>
                <button
                  type="button"
                  className="set-choice"
                  aria-pressed={isOn}
                  onClick={() => (isOn ? onChoose(null, null) : onChoose(members, set))}
                >
                  <Bookmark size={14} aria-hidden />
                  <span className="set-choice-name">{set.name}</span>
                  <span className="set-choice-count">{number(members.length)}</span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {naming ? (
        <NameInput
          label={t('sets.name')}
          value=""
          placeholder={t('sets.name')}
          onDone={(name) => {
            setNaming(false);
            if (name !== null && chosen !== null) void keepSet(kind, name, [...chosen]);
          }}
        />
      ) : (
        <div className="set-choices-foot">
          {canKeep && (
            <Button size="small" variant="quiet" icon={Bookmark} onPress={() => setNaming(true)}>
              {t('sets.keep')}
            </Button>
          )}
          <Button size="small" variant="quiet" onPress={() => openSets(kind)}>
            {t('sets.manage')}
          </Button>
        </div>
      )}
    </section>
  );
}
