import { Plus, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { NamedSet, SetKind } from '../../../src/sets/contract.ts';
import { useSession } from '../../app/session.ts';
import { useCall } from '../../app/use-call.ts';
import { runCommand } from '../../app/use-command.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { NameInput } from '../coder/name-input.tsx';
import { Checklist } from '../frequencies/condition-pill.tsx';
import { TextCell } from '../project/text-cell.tsx';
import { COUNTED, keepSet, removeSet } from './set-commands.ts';
import { closeSets, useSetsDialog } from './sets-dialog-state.ts';
import { useSets } from './use-sets.ts';
import './sets.css';

const KINDS: readonly SetKind[] = ['codes', 'documents', 'participants'];
const NAMES = {
  codes: 'sets.kindCodes',
  documents: 'sets.kindDocuments',
  participants: 'sets.kindParticipants',
} as const;

/** The sets of the project: made, renamed, their members ticked, deleted. Every change is a step. */
export function SetsDialog(): ReactNode {
  const { t } = useI18n();
  const kind = useSetsDialog((state) => state.kind) ?? 'codes';
  const sets = useSets(kind);
  const [chosenId, setChosenId] = useState<number | null>(null);
  const chosen = sets.find(({ id }) => id === chosenId) ?? sets[0];
  return (
    <Dialog title={t('sets.many')} size="large" isOpen onClose={closeSets}>
      <div className="sets-columns">
        <div className="sets-side">
          <Segmented
            label={t('sets.kind')}
            fill
            options={KINDS.map((id) => ({ id, label: t(NAMES[id]) }))}
            value={kind}
            onChange={(value) => useSetsDialog.setState({ kind: value ?? kind })}
          />
          <SetList kind={kind} sets={sets} chosen={chosen} onChoose={setChosenId} />
        </div>
        {chosen === undefined ? (
          <p className="sets-none">{t('sets.noneYet')}</p>
        ) : (
          <SetMembers key={chosen.id} set={chosen} />
        )}
      </div>
    </Dialog>
  );
}

interface ListProps {
  readonly kind: SetKind;
  readonly sets: readonly NamedSet[];
  readonly chosen: NamedSet | undefined;
  readonly onChoose: (setId: number) => void;
}

function SetList({ kind, sets, chosen, onChoose }: ListProps): ReactNode {
  const { t } = useI18n();
  const [naming, setNaming] = useState(false);
  const readOnly = useSession((state) => state.project?.readOnly ?? false);
  const make = async (name: string): Promise<void> => {
    const made = await keepSet(kind, name, []);
    if (made !== null) onChoose(made);
  };
  return (
    <>
      <ul className="sets-list" aria-label={t(NAMES[kind])}>
        {sets.map((set) => (
          <li key={set.id}>
            <button
              type="button"
              className="set-choice"
              aria-pressed={set === chosen}
              onClick={() => onChoose(set.id)}
            >
              <span className="set-choice-name">{set.name}</span>
              <span className="set-choice-count">{t(COUNTED[kind], { count: set.memberIds.length })}</span>
            </button>
          </li>
        ))}
      </ul>
      {naming ? (
        <NameInput
          label={t('sets.name')}
          value=""
          placeholder={t('sets.name')}
          onDone={(name) => {
            setNaming(false);
            if (name !== null) void make(name);
          }}
        />
      ) : (
        <Button size="small" icon={Plus} isDisabled={readOnly} onPress={() => setNaming(true)}>
          {t('sets.new')}
        </Button>
      )}
    </>
  );
}

/** The name of a set, and everything of its kind to tick. */
function SetMembers({ set }: { readonly set: NamedSet }): ReactNode {
  const { t } = useI18n();
  const choices = useChoices(set.kind);
  const readOnly = useSession((state) => state.project?.readOnly ?? false);
  const members = new Set(set.memberIds.map(String));
  const keep = (ids: ReadonlySet<string> | null): void => {
    const memberIds = (ids === null ? choices.map(({ id }) => id) : [...ids]).map(Number);
    void runCommand('sets.update', { setId: set.id, memberIds });
  };
  return (
    <section className="sets-members" aria-label={set.name} inert={readOnly}>
      <div className="sets-head">
        <TextCell
          label={t('sets.name')}
          value={set.name}
          required
          onSave={async (name) => (await runCommand('sets.update', { setId: set.id, name })).ok}
        />
        <Button size="small" variant="quiet" icon={Trash2} onPress={() => void removeSet(set)}>
          {t('common.delete')}
        </Button>
      </div>
      <Checklist condition={{ choices, chosen: members }} onChange={keep} />
    </section>
  );
}

function useChoices(kind: SetKind): readonly { readonly id: string; readonly label: string }[] {
  const codes = useCall('codes.list', {}, { enabled: kind === 'codes' }).data ?? [];
  const documents = useCall('documents.list', {}, { enabled: kind === 'documents' }).data ?? [];
  const people = useCall('participants.list', {}, { enabled: kind === 'participants' }).data ?? [];
  switch (kind) {
    case 'codes':
      return codes.map(({ id, path }) => ({ id: String(id), label: path }));
    case 'documents':
      return documents.map(({ id, name }) => ({ id: String(id), label: name }));
    case 'participants':
      return people.map(({ id, name }) => ({ id: String(id), label: name }));
  }
}
