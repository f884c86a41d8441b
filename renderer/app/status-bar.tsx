import { Check, CircleAlert, Lock, Undo2, UserRound, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useI18n } from '../i18n/use-i18n.ts';
import { Kbd } from '../ui/kbd.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import { undo } from './history.ts';
import { setPreferences } from './preferences.ts';
import { queryClient } from './query-client.ts';
import { Region } from './region.tsx';
import { useSaving } from './saving.ts';
import { useSession } from './session.ts';
import { keysOf } from './shortcut-list.ts';
import { StatusHost } from './status-slot.tsx';
import { useCall } from './use-call.ts';
import { useWindows } from './windows.ts';
import './status-bar.css';

/** The bar at the bottom: 28 pixels. */
export function StatusBar(): ReactNode {
  const { t } = useI18n();
  const isOpen = useSession((state) => state.project !== null);
  return (
    <Region name={t('app.statusBar')} className="status-bar">
      {isOpen ? <ProjectStatus /> : <HomeStatus />}
    </Region>
  );
}

function HomeStatus(): ReactNode {
  const { t } = useI18n();
  const show = useWindows((state) => state.show);
  return (
    <>
      <span className="status-item">
        <WifiOff size={14} aria-hidden />
        {t('status.offline')}
      </span>
      <span className="status-space" />
      <button type="button" className="status-item" onClick={() => show({ kind: 'help', page: 'start' })}>
        {t('common.help')}
        <Kbd keys={keysOf('app.help')} />
      </button>
    </>
  );
}

function ProjectStatus(): ReactNode {
  return (
    <>
      <Saved />
      <WhatUndoDoes />
      <StatusHost side="left" />
      <span className="status-space" />
      <StatusHost side="right" />
      <Coder />
      <Language />
    </>
  );
}

function Saved(): ReactNode {
  const { t, time } = useI18n();
  const { slow, failure } = useSaving();
  const readOnly = useSession((state) => state.project?.readOnly ?? false);
  const savedAt = useCall('history.state', {}).data?.savedAt ?? null;
  if (readOnly) {
    return (
      <span className="status-item">
        <Lock size={14} aria-hidden />
        {t('status.readOnly')}
      </span>
    );
  }
  if (failure !== null) {
    const isDisk = failure.startsWith('disk.');
    return (
      <button type="button" className="status-item status-failure" onClick={() => void retry()}>
        <CircleAlert size={14} aria-hidden />
        {t(isDisk ? 'status.notSavedDisk' : 'status.notSaved')}
      </button>
    );
  }
  return (
    <span className="status-item">
      {slow ? (
        <i className="status-spinner" aria-hidden />
      ) : (
        <Check className="status-ok" size={14} aria-hidden />
      )}
      {slow
        ? t('status.saving')
        : savedAt === null
          ? t('status.saved')
          : t('status.savedAt', { time: time(savedAt) })}
    </span>
  );
}

/** Each action is saved as it is made; what failed was taken back whole, so trying again is asking what is true now. */
async function retry(): Promise<void> {
  await queryClient.invalidateQueries();
  useSaving.setState({ failure: null });
}

function WhatUndoDoes(): ReactNode {
  const { t } = useI18n();
  const readOnly = useSession((state) => state.project?.readOnly ?? false);
  const label = useCall('history.state', {}).data?.undo?.label;
  if (label === undefined || readOnly) return null;
  return (
    <button type="button" className="status-item status-undo" onClick={() => void undo()}>
      <Undo2 size={14} aria-hidden />
      <span className="status-text">{t('status.undo', { label })}</span>
      <Kbd keys={keysOf('app.undo')} />
    </button>
  );
}

function Coder(): ReactNode {
  const { t } = useI18n();
  const name = useSession((state) => state.project?.coderName ?? '');
  const show = useWindows((state) => state.show);
  const shown = name === '' ? t('status.noCoder') : name;
  return (
    <Tooltip plain placement="top" text={t('status.coder', { name: shown })}>
      <button
        type="button"
        className="status-item"
        aria-label={t('status.coder', { name: shown })}
        onClick={() => show({ kind: 'project', part: 'coders' })}
      >
        <UserRound size={14} aria-hidden />
        <span className="status-text">{shown}</span>
      </button>
    </Tooltip>
  );
}

function Language(): ReactNode {
  const { t, locale } = useI18n();
  const other = locale === 'fr' ? 'en' : 'fr';
  const names = { fr: t('status.french'), en: t('status.english') } as const;
  const label = t('status.language', { name: names[locale], other: names[other] });
  return (
    <Tooltip plain placement="top" text={label}>
      <button
        type="button"
        className="status-item"
        aria-label={`${locale.toUpperCase()}. ${label}`}
        onClick={() => void setPreferences({ language: other })}
      >
        {locale.toUpperCase()}
      </button>
    </Tooltip>
  );
}
