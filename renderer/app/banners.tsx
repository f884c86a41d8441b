import { useState, type ReactNode } from 'react';
import { openBackups } from '../features/backups/backups-store.ts';
import { useI18n } from '../i18n/use-i18n.ts';
import type { MessageKey } from '../i18n/areas.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { saveProjectCopy } from './save-copy.ts';
import { useSession } from './session.ts';
import { useUnsaved } from './unsaved.ts';

const WARNINGS: Readonly<Record<string, MessageKey>> = {
  'synchronised-folder': 'app.syncedBanner',
  'network-drive': 'app.networkBanner',
  'erasure-resumed': 'app.erasureResumedBanner',
  'erasure-pending': 'app.erasurePendingBanner',
  'locked-elsewhere': 'app.lockedBanner',
  'file-read-only': 'app.readOnlyBanner',
  'opened-read-only': 'app.readOnlyBanner',
  'copied-while-open': 'app.copiedBanner',
  'disk-full': 'app.diskFullBanner',
  'replaced-kept': 'app.replacedKeptBanner',
  'opened-backup': 'backups.openedBanner',
  'backup-failed': 'backups.failedBanner',
};

/** What ends the saving: it stays said as long as the project is open. */
const LOSSES: Readonly<Record<string, MessageKey>> = {
  replaced: 'app.replacedBanner',
  'taken-over': 'app.takenOverBanner',
  damaged: 'app.damagedBanner',
};

const OF_BACKUPS: ReadonlySet<string> = new Set(['opened-backup', 'backup-failed']);

/** What stays said above the screens: a lost connection, and what is worth knowing about the project's place. */
export function Banners(): ReactNode {
  const connection = useSession((state) => state.connection);
  const { t } = useI18n();
  return (
    <>
      {connection === 'lost' && <Banner kind="error">{t('errors.lostBanner')}</Banner>}
      {connection === 'refused' && <Banner kind="error">{t('errors.refusedBanner')}</Banner>}
      <Losses />
      <Unsaved />
      <ProjectWarnings />
    </>
  );
}

function Unsaved(): ReactNode {
  const count = useUnsaved((state) => state.offered.length);
  const { t } = useI18n();
  if (count === 0) return null;
  return (
    <Banner
      kind="warn"
      actions={
        <Button size="small" onPress={() => useUnsaved.setState({ isOpen: true })}>
          {t('unsaved.show')}
        </Button>
      }
    >
      {t('unsaved.banner', { count })}
    </Banner>
  );
}

function Losses(): ReactNode {
  const project = useSession((state) => state.project);
  const { t } = useI18n();
  return (project?.warnings ?? []).map((code) => {
    const key = LOSSES[code];
    if (key === undefined) return null;
    return (
      <Banner
        key={code}
        kind="error"
        actions={
          code === 'replaced' && (
            <Button size="small" onPress={() => void saveProjectCopy('found')}>
              {t('app.saveFound')}
            </Button>
          )
        }
      >
        {t(key)}
      </Banner>
    );
  });
}

function ProjectWarnings(): ReactNode {
  const project = useSession((state) => state.project);
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const { t } = useI18n();
  if (project === null) return null;
  return project.warnings.map((code) => {
    const key = WARNINGS[code];
    const id = `${project.path}:${code}`;
    if (key === undefined || dismissed.includes(id)) return null;
    return (
      <Banner
        key={code}
        kind="warn"
        actions={
          <>
            {OF_BACKUPS.has(code) && (
              <Button size="small" onPress={() => openBackups({ path: project.path })}>
                {t('backups.open')}
              </Button>
            )}
            {/* What is looked at stays marked as long as it is. */}
            {code !== 'opened-backup' && (
              <Button size="small" variant="quiet" onPress={() => setDismissed((ids) => [...ids, id])}>
                {t('app.dismiss')}
              </Button>
            )}
          </>
        }
      >
        {t(key)}
      </Banner>
    );
  });
}
