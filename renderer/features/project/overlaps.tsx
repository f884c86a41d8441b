import type { ReactNode } from 'react';
import { useCall } from '../../app/use-call.ts';
import { runCommand } from '../../app/use-command.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Radios } from '../../ui/radios.tsx';

const KEY = 'codings.overlaps';

type Treatment = 'keep' | 'join';

/** What becomes of two segments of one code that overlap. */
export function Overlaps({ isReadOnly }: { readonly isReadOnly: boolean }): ReactNode {
  const { t } = useI18n();
  const settings = useCall('settings.project', {}).data;
  if (settings === undefined) return null;
  const value: Treatment = settings[KEY] === '"join"' ? 'join' : 'keep';
  return (
    <Radios<Treatment>
      label={t('settings.overlaps')}
      value={value}
      isDisabled={isReadOnly}
      onChange={(chosen) => {
        if (chosen !== value)
          void runCommand('settings.setProject', { key: KEY, value: JSON.stringify(chosen) });
      }}
      options={[
        { id: 'keep', label: t('settings.overlapsKeep'), hint: t('settings.overlapsKeepHint') },
        { id: 'join', label: t('settings.overlapsJoin'), hint: t('settings.overlapsJoinHint') },
      ]}
    />
  );
}
