import { useState, type ReactNode } from 'react';
import { folderOf, joinPath, projectFileName, shortPath } from '../../app/file-kinds.ts';
import { getShell } from '../../app/shell.ts';
import { useCall } from '../../app/use-call.ts';
import { useCommand } from '../../app/use-command.ts';
import { openFiles } from '../../app/receive-files.ts';
import type { IncomingFile } from '../../app/windows.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import './project.css';

export interface NewProjectDialogProps {
  /** Transcripts and tables to import into the project once it is there. */
  readonly files: readonly IncomingFile[];
  readonly onClose: () => void;
}

/** A name and a place: that is all a project needs. */
export function NewProjectDialog({ files, onClose }: NewProjectDialogProps): ReactNode {
  const { t } = useI18n();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const create = useCommand('project.create');
  const places = useCall('files.browse', {}).data;
  const home = places?.places.find(({ kind }) => kind === 'home')?.path ?? null;
  const named = name.trim() === '' ? t('settings.newProjectDefault') : name.trim();
  const path = chosen ?? (places === undefined ? null : joinPath(places.path, projectFileName(named)));
  const submit = async (): Promise<void> => {
    if (path === null || create.pending) return;
    const made = await create.run({ path, name: named }, { silent: true });
    if (!made.ok) setError(made.error.message);
    else if (files.length > 0) openFiles(files);
    else onClose();
  };
  const changePlace = async (): Promise<void> => {
    const picked = await getShell().pickNewProjectPath(
      projectFileName(named),
      path === null ? null : folderOf(path),
    );
    if (picked !== null) setChosen(picked);
    setError(null);
  };
  return (
    <Dialog
      title={t('settings.newProjectTitle')}
      isOpen
      onClose={onClose}
      footerStart={files.length > 0 ? t('settings.filesWaiting', { count: files.length }) : undefined}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={path === null || create.pending}
            onPress={() => void submit()}
          >
            {t('settings.createProject')}
          </Button>
        </>
      }
    >
      <div className="project-form">
        <Field
          label={t('settings.newProjectName')}
          value={name}
          placeholder={t('settings.newProjectPlaceholder')}
          autoFocus
          maxLength={200}
          error={error}
          onChange={(value) => {
            setName(value);
            setError(null);
          }}
          onSubmit={() => void submit()}
        />
        <div className="project-place">
          <span className="field-label">{t('settings.where')}</span>
          <span className="project-path" title={path ?? ''}>
            {path === null ? '' : shortPath(path, home)}
          </span>
          <Button size="small" onPress={() => void changePlace()}>
            {t('settings.changeFolder')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
