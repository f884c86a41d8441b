import { Plus, Table2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useCall } from '../../app/use-call.ts';
import { runCommand } from '../../app/use-command.ts';
import { openTables } from '../../app/windows.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { membersAmong } from '../sets/match-set.ts';
import { SetPill } from '../sets/set-pill.tsx';
import { useSets } from '../sets/use-sets.ts';
import { NewVariable } from './new-variable.tsx';
import { ValueGrid, type GridRow } from './value-grid.tsx';
import { Withdrawing } from './withdraw-dialog.tsx';
import './participants.css';

type Scope = 'participant' | 'document';

/** Participants (or documents) down, variables across; every cell can be written in. */
export function ParticipantsPart(): ReactNode {
  const { t } = useI18n();
  const [scope, setScope] = useState<Scope>('participant');
  const variables = (useCall('variables.list', {}).data ?? []).filter((variable) => variable.scope === scope);
  const all = useRows(scope);
  const [setId, setSetId] = useState<number | null>(null);
  const kind = scope === 'participant' ? 'participants' : 'documents';
  const set = useSets(kind).find(({ id }) => id === setId);
  const members =
    set === undefined
      ? null
      : new Set(
          membersAmong(
            set,
            all.map(({ id }) => id),
          ),
        );
  const rows = all.filter(({ id }) => members?.has(id) ?? true);
  const empty = all.length === 0 ? 'settings.noParticipants' : 'settings.noVariables';
  return (
    <div className="participants">
      <div className="participants-bar">
        <Segmented
          label={t('settings.participants')}
          options={[
            { id: 'participant', label: t('settings.participantsVariables') },
            { id: 'document', label: t('settings.documentsVariables') },
          ]}
          value={scope}
          onChange={(chosen) => setScope(chosen ?? scope)}
        />
        <SetPill
          kind={kind}
          choices={all.map(({ id }) => id)}
          chosen={members}
          onChoose={(_ids, chosen) => setSetId(chosen?.id ?? null)}
        />
        <span className="participants-space" />
        {scope === 'participant' && (
          <Button icon={Table2} onPress={() => openTables([], { kind: 'project', part: 'participants' })}>
            {t('tables.open')}
          </Button>
        )}
        {scope === 'participant' && (
          <Button icon={Plus} onPress={() => void addParticipant(all, t('settings.newParticipant'))}>
            {t('settings.addParticipant')}
          </Button>
        )}
        <NewVariable scope={scope} />
      </div>
      {(all.length === 0 || variables.length === 0) && <p className="participants-hint">{t(empty)}</p>}
      <Withdrawing />
      {rows.length > 0 && <ValueGrid scope={scope} rows={rows} variables={variables} />}
    </div>
  );
}

function useRows(scope: Scope): readonly GridRow[] {
  const participants = useCall('participants.list', {}).data ?? [];
  const documents = useCall('documents.list', {}).data ?? [];
  const values = useCall('variables.documentValues', {}).data ?? {};
  if (scope === 'document') {
    return documents.map(({ id, name }) => ({ id, name, note: '', values: values[String(id)] ?? {} }));
  }
  const names = new Map(documents.map(({ id, name }) => [id, name]));
  return participants.map(({ id, name, values: own, documentIds }) => ({
    id,
    name,
    note: documentIds.map((documentId) => names.get(documentId) ?? '').join(', '),
    values: own,
  }));
}

async function addParticipant(rows: readonly GridRow[], base: string): Promise<void> {
  const taken = new Set(rows.map(({ name }) => name));
  const free = Array.from({ length: rows.length + 1 }, (_, index) =>
    index === 0 ? base : `${base} ${index + 1}`,
  ).find((name) => !taken.has(name));
  await runCommand('participants.create', { name: free ?? base });
}
