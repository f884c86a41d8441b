import { Link2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCall } from '../../app/use-call.ts';
import type { MessageKey } from '../../i18n/areas.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { MenuButton, MenuItem, MenuSeparator } from '../../ui/menu.tsx';
import { Select } from '../../ui/select.tsx';
import type { DraftState } from './import-model.ts';
import type { ImportSession } from './import-store.ts';
import type { RoleChoice, SpeakerChoice } from './speaker-choices.ts';

const ROLES = {
  participant: 'import.roleParticipant',
  interviewer: 'import.roleInterviewer',
  ignored: 'import.roleIgnored',
  none: 'import.roleNone',
} as const satisfies Record<RoleChoice, MessageKey>;

const ROLE_IDS = Object.keys(ROLES) as readonly RoleChoice[];

export interface SpeakerTableProps {
  readonly session: ImportSession;
  readonly fileKey: number;
  readonly state: DraftState;
}

/** Who speaks: name, label in the text, number of turns, role. */
export function SpeakerTable({ session, fileKey, state }: SpeakerTableProps): ReactNode {
  const { speakers, rejected } = state.draft;
  const turns = new Map([...speakers, ...rejected].map(({ label, turns: count }) => [label, count]));
  return (
    <ul className="speaker-table">
      {state.choices.speakers.map((speaker) => (
        <SpeakerRow
          key={speaker.label}
          speaker={speaker}
          turns={turns.get(speaker.label) ?? 0}
          onChange={(change) => session.chooseSpeaker(fileKey, speaker.label, change)}
        />
      ))}
    </ul>
  );
}

interface SpeakerRowProps {
  readonly speaker: SpeakerChoice;
  readonly turns: number;
  readonly onChange: (change: Partial<SpeakerChoice>) => void;
}

function SpeakerRow({ speaker, turns, onChange }: SpeakerRowProps): ReactNode {
  const { t } = useI18n();
  const { label, name, role, participantId } = speaker;
  return (
    <li className="draft-speaker-row" data-role={role}>
      <span className="draft-speaker-badge" aria-hidden>
        {initialOf(name, label)}
      </span>
      <Field
        label={t('import.speakerName', { label })}
        hideLabel
        className="draft-speaker-name"
        value={name}
        maxLength={200}
        isDisabled={role === 'none'}
        onChange={(text) => onChange({ name: text, participantId: null })}
      />
      {role === 'participant' ? (
        <BindMenu label={label} participantId={participantId} onChange={onChange} />
      ) : (
        <span />
      )}
      <span className="draft-speaker-label" title={label}>
        {label}
      </span>
      <span className="draft-speaker-turns">{t('common.turns', { count: turns })}</span>
      <Select
        label={t('import.speakerRole', { label })}
        hideLabel
        className="draft-speaker-role"
        options={ROLE_IDS.map((id) => ({ id, label: t(ROLES[id]) }))}
        value={role}
        onChange={(chosen) =>
          onChange({ role: chosen, ...(chosen === 'participant' ? {} : { participantId: null }) })
        }
      />
    </li>
  );
}

function initialOf(name: string, label: string): string {
  const first = /\p{L}/u.exec(name.trim() === '' ? label : name)?.[0];
  return first?.toLocaleUpperCase() ?? '?';
}

interface BindMenuProps {
  readonly label: string;
  readonly participantId: number | null;
  readonly onChange: (change: Partial<SpeakerChoice>) => void;
}

/** Binds a speaker to a participant that the project has already. */
function BindMenu({ label, participantId, onChange }: BindMenuProps): ReactNode {
  const { t } = useI18n();
  const participants = useCall('participants.list', {}).data ?? [];
  if (participants.length === 0) return <span />;
  return (
    <MenuButton
      label={t('import.bind', { label })}
      trigger={
        <IconButton
          icon={Link2}
          size="small"
          label={t('import.bind', { label })}
          active={participantId !== null}
        />
      }
    >
      <MenuItem
        label={t('import.bindNew')}
        checked={participantId === null}
        onAction={() => onChange({ participantId: null })}
      />
      <MenuSeparator />
      {participants.map(({ id, name }) => (
        <MenuItem
          key={id}
          label={name}
          checked={id === participantId}
          onAction={() => onChange({ participantId: id, name })}
        />
      ))}
    </MenuButton>
  );
}
