import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { closeBackups, useBackupsWindow } from './backups-store.ts';
import { CopiesPart } from './copies-part.tsx';
import { ProjectsPart } from './projects-part.tsx';
import './backups.css';

/** The backups of a project, to look at and to take back; or the projects that have some. */
export function BackupsDialog(): ReactNode {
  const { t } = useI18n();
  const subject = useBackupsWindow((state) => state.subject);
  if (subject !== null) return <CopiesPart key={subject.path} path={subject.path} />;
  return (
    <Dialog title={t('backups.title')} isOpen onClose={closeBackups} size="large">
      <ProjectsPart />
    </Dialog>
  );
}
