import type { ReactNode } from 'react';
import { askForPath } from '../../app/path-question.ts';
import { setPreferences, usePreferences } from '../../app/preferences.ts';
import { useCall } from '../../app/use-call.ts';
import { runCommand } from '../../app/use-command.ts';
import { i18nNow, useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { confirm } from '../../ui/confirm-question.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { toast } from '../../ui/toasts.ts';
import { limitBytes } from './limit-bytes.ts';
import { SettingRow } from '../settings/setting-row.tsx';
import './backups.css';

const LIMITS_MB = ['512', '1024', '2048', '5120', '10240'] as const;

/** Where backups go, and how much room they may take. */
export function BackupSettings(): ReactNode {
  const { t, bytes } = useI18n();
  const { backupLimitMb } = usePreferences();
  const { data } = useCall('backups.place', {});
  const place = data?.place ?? '';
  return (
    <>
      <SettingRow
        label={t('backups.place')}
        hint={t('backups.placeHint')}
        sample={
          <p className="backups-place">
            {place}
            {data?.isThere === false && ` · ${t('backups.placeGone')}`}
          </p>
        }
      >
        <span className="backups-place-buttons">
          <Button onPress={() => void choosePlace()}>{t('backups.placeChoose')}</Button>
          {data?.isUsual === false && (
            <Button variant="quiet" onPress={() => void setPlace(null)}>
              {t('backups.placeBack')}
            </Button>
          )}
        </span>
      </SettingRow>
      <SettingRow label={t('backups.limit')} hint={t('backups.limitHint')}>
        <Segmented
          label={t('backups.limit')}
          options={LIMITS_MB.map((id) => ({ id, label: bytes(limitBytes(Number(id))) }))}
          value={LIMITS_MB.find((id) => Number(id) === backupLimitMb) ?? null}
          onChange={(chosen) => {
            if (chosen !== null) void setPreferences({ backupLimitMb: Number(chosen) });
          }}
        />
      </SettingRow>
    </>
  );
}

async function choosePlace(): Promise<void> {
  const place = await askForPath({ kind: 'folder' });
  if (place !== null) await setPlace(place);
}

async function setPlace(place: string | null): Promise<void> {
  const { t } = i18nNow();
  const move = await confirm({
    title: t('backups.placeMoveTitle'),
    text: t('backups.placeMoveText'),
    confirm: t('backups.placeMove'),
    refuse: t('backups.placeLeave'),
  });
  const done = await runCommand('backups.setPlace', { place, move });
  if (!done.ok) return;
  const moved = done.value.moved === 0 ? '' : ` ${t('backups.placeMoved', { count: done.value.moved })}`;
  toast({ kind: 'ok', text: `${t('backups.placeDone', { place: done.value.place })}${moved}` });
}
