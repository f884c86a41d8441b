import { useState, type ReactNode } from 'react';
import type { ProjectSettingsPart } from '../../app/windows.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { CodersPart } from './coders-part.tsx';
import { ProjectPart } from './project-part.tsx';
import { ParticipantsPart } from './participants-part.tsx';
import './project.css';

export interface ProjectDialogProps {
  readonly part: ProjectSettingsPart;
  readonly onClose: () => void;
}

/** What belongs to the project: its name and facts, its participants with their variables, its coders. */
export function ProjectDialog({ part, onClose }: ProjectDialogProps): ReactNode {
  const { t } = useI18n();
  const [shown, setShown] = useState<ProjectSettingsPart>(part);
  return (
    <Dialog title={t('settings.projectTitle')} isOpen onClose={onClose} size="huge" flush>
      <div className="project-parts">
        <Segmented
          label={t('settings.projectTitle')}
          options={[
            { id: 'project', label: t('settings.partProject') },
            { id: 'participants', label: t('settings.participants') },
            { id: 'coders', label: t('settings.partCoders') },
          ]}
          value={shown}
          onChange={(chosen) => setShown(chosen ?? shown)}
        />
      </div>
      <div className="project-part">
        {shown === 'project' && <ProjectPart />}
        {shown === 'participants' && <ParticipantsPart />}
        {shown === 'coders' && <CodersPart />}
      </div>
    </Dialog>
  );
}
