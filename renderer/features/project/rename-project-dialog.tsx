import { useState, type ReactNode } from 'react';
import { useSession } from '../../app/session.ts';
import { useCommand } from '../../app/use-command.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';

/** The project's name; the file keeps its own. */
export function RenameProjectDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useI18n();
  const current = useSession((state) => state.project?.name ?? '');
  const [name, setName] = useState(current);
  const [error, setError] = useState<string | null>(null);
  const update = useCommand('project.update');
  const submit = async (): Promise<void> => {
    if (name.trim() === current) return onClose();
    const done = await update.run({ name }, { silent: true });
    if (done.ok) onClose();
    else setError(done.error.message);
  };
  return (
    <Dialog
      title={t('app.renameProject').replace('…', '')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" onPress={() => void submit()}>
            {t('common.rename')}
          </Button>
        </>
      }
    >
      <Field
        label={t('app.projectName')}
        value={name}
        onChange={setName}
        autoFocus
        error={error}
        onSubmit={() => void submit()}
      />
    </Dialog>
  );
}
