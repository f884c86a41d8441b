import { Copy, Ellipsis, Merge, Pencil, WandSparkles } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Speaker } from '../../../src/documents/contract.ts';
import { labelKey } from '../../../src/text/speaker-label.ts';
import { undoToast } from '../../app/history.ts';
import { useCall } from '../../app/use-call.ts';
import { openAutoCode } from '../../app/windows.ts';
import { speakerKey } from '../auto-coding/draft.ts';
import { runCommand } from '../../app/use-command.ts';
import { i18nNow, useI18n } from '../../i18n/use-i18n.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { MenuButton, MenuItem } from '../../ui/menu.tsx';

interface SpeakerMenuProps {
  readonly speaker: Speaker;
  readonly canMerge: boolean;
  readonly onRename: () => void;
  readonly onMerge: () => void;
}

/** What else can be done with a speaker. */
export function SpeakerMenu({ speaker, canMerge, onRename, onMerge }: SpeakerMenuProps): ReactNode {
  const { t } = useI18n();
  const all = useCall('speakers.list', {}).data ?? [];
  const alike = all.filter(
    ({ id, label }) => id !== speaker.id && labelKey(label) === labelKey(speaker.label),
  );
  const differ = alike.filter((other) => !isSame(other, speaker));
  const label = t('speakers.actions', { name: speaker.name });
  return (
    <MenuButton
      label={label}
      placement="bottom end"
      trigger={<IconButton icon={Ellipsis} size="small" label={label} />}
    >
      <MenuItem icon={Pencil} label={t('common.rename')} onAction={onRename} />
      <MenuItem
        icon={WandSparkles}
        label={t('autoCoding.open')}
        onAction={() => openAutoCode({ kind: 'speaker', speaker: speakerKey(speaker) })}
      />
      <MenuItem icon={Merge} label={t('speakers.merge')} isDisabled={!canMerge} onAction={onMerge} />
      <MenuItem
        icon={Copy}
        label={t(speaker.role === 'participant' ? 'speakers.samePerson' : 'speakers.sameRole')}
        hint={alike.length === 0 ? t('speakers.onlyHere') : String(alike.length + 1)}
        isDisabled={differ.length === 0}
        onAction={() => void sameEverywhere(speaker, alike.length + 1)}
      />
    </MenuButton>
  );
}

function isSame(a: Speaker, b: Speaker): boolean {
  return a.name === b.name && a.role === b.role && a.participantId === b.participantId;
}

async function sameEverywhere(speaker: Speaker, documents: number): Promise<void> {
  const done = await runCommand('speakers.update', { speakerId: speaker.id, everywhere: true });
  if (done.ok) undoToast(i18nNow().t('speakers.sameDone', { name: speaker.name, count: documents }));
}
