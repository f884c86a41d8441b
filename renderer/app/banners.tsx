import { useState, type ReactNode } from 'react';
import { useI18n } from '../i18n/use-i18n.ts';
import type { MessageKey } from '../i18n/areas.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { useSession } from './session.ts';

const WARNINGS: Readonly<Record<string, MessageKey>> = {
  'synchronised-folder': 'app.syncedBanner',
  'network-drive': 'app.networkBanner',
  'erasure-resumed': 'app.erasureResumedBanner',
  'erasure-pending': 'app.erasurePendingBanner',
  'locked-elsewhere': 'app.lockedBanner',
  'file-read-only': 'app.readOnlyBanner',
  'opened-read-only': 'app.readOnlyBanner',
};

/** What stays said above the screens: a lost connection, and what is worth knowing about the project's place. */
export function Banners(): ReactNode {
  const connection = useSession((state) => state.connection);
  const { t } = useI18n();
  return (
    <>
      {connection === 'lost' && <Banner kind="error">{t('errors.lostBanner')}</Banner>}
      {connection === 'refused' && <Banner kind="error">{t('errors.refusedBanner')}</Banner>}
      <ProjectWarnings />
    </>
  );
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
          <Button size="small" variant="quiet" onPress={() => setDismissed((ids) => [...ids, id])}>
            {t('app.dismiss')}
          </Button>
        }
      >
        {t(key)}
      </Banner>
    );
  });
}
