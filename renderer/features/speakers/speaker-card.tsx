import { useState, type ReactNode } from 'react';
import type { SpeakerRole } from '../../../src/contract/common.ts';
import type { Speaker } from '../../../src/documents/contract.ts';
import { useCall } from '../../app/use-call.ts';
import { runCommand } from '../../app/use-command.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Select } from '../../ui/select.tsx';
import { ROLES, roleName } from './role-name.ts';
import { SpeakerMenu } from './speaker-menu.tsx';
import { NameInput } from '../coder/name-input.tsx';

interface SpeakerCardProps {
  readonly speaker: Speaker;
  readonly turns: number;
  readonly canMerge: boolean;
  readonly onMerge: () => void;
  readonly readOnly: boolean;
}

const NOBODY = 'none';
const NEW = 'new';

/** A speaker: the name in the column, whose role, and which participant the words belong to. */
export function SpeakerCard(props: SpeakerCardProps): ReactNode {
  const { speaker, turns, readOnly } = props;
  const { t } = useI18n();
  const [renaming, setRenaming] = useState(false);
  return (
    <div className="speaker-card">
      <div className="speaker-line">
        {renaming ? (
          <NameInput
            label={t('documents.speakerName')}
            value={speaker.name}
            onDone={(name) => {
              setRenaming(false);
              if (name !== null) void runCommand('speakers.update', { speakerId: speaker.id, name });
            }}
          />
        ) : (
          <button
            type="button"
            className="speaker-name"
            title={t('common.rename')}
            disabled={readOnly}
            onClick={() => setRenaming(true)}
          >
            {speaker.name}
          </button>
        )}
        <span className="speaker-turns">{t('documents.turnCount', { count: turns })}</span>
        {!readOnly && (
          <SpeakerMenu
            speaker={speaker}
            canMerge={props.canMerge}
            onRename={() => setRenaming(true)}
            onMerge={props.onMerge}
          />
        )}
      </div>
      <div className="speaker-choices">
        <Select<SpeakerRole>
          label={t('documents.role')}
          hideLabel
          value={speaker.role}
          isDisabled={readOnly}
          options={ROLES.map((id) => ({ id, label: t(roleName(id)) }))}
          onChange={(role) => void runCommand('speakers.update', { speakerId: speaker.id, role })}
        />
        {speaker.role === 'participant' && <Binding speaker={speaker} readOnly={readOnly} />}
      </div>
    </div>
  );
}

function Binding({
  speaker,
  readOnly,
}: {
  readonly speaker: Speaker;
  readonly readOnly: boolean;
}): ReactNode {
  const { t } = useI18n();
  const participants = useCall('participants.list', {}).data ?? [];
  const isKnown = participants.some((participant) => participant.name === speaker.name);
  const bind = async (id: string): Promise<void> => {
    if (id === NEW) {
      const made = await runCommand('participants.create', { name: speaker.name });
      if (made.ok)
        await runCommand('speakers.update', {
          speakerId: speaker.id,
          participantId: made.value.participantId,
        });
      return;
    }
    await runCommand('speakers.update', {
      speakerId: speaker.id,
      participantId: id === NOBODY ? null : Number(id),
    });
  };
  return (
    <Select
      label={t('documents.boundTo')}
      hideLabel
      value={speaker.participantId === null ? NOBODY : String(speaker.participantId)}
      isDisabled={readOnly}
      options={[
        { id: NOBODY, label: t('documents.unbound') },
        ...participants.map((participant) => ({ id: String(participant.id), label: participant.name })),
        ...(isKnown ? [] : [{ id: NEW, label: t('documents.newParticipant', { name: speaker.name }) }]),
      ]}
      onChange={(id) => void bind(id)}
    />
  );
}
