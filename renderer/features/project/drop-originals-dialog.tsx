import { useState, type ReactNode } from 'react';
import { useCommand } from '../../app/use-command.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choices.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { toast } from '../../ui/toasts.ts';
import { otherFilesSaid } from '../pseudonyms/other-files-said.ts';

interface DropOriginalsDialogProps {
  readonly files: number;
  readonly onClose: () => void;
}

/** Asks before the imported files go for good, naming what goes with them and what stays. */
export function DropOriginalsDialog({ files, onClose }: DropOriginalsDialogProps): ReactNode {
  const { t } = useI18n();
  const [keepBackups, setKeepBackups] = useState(false);
  const drop = useCommand('documents.dropOriginals');
  const run = async (): Promise<void> => {
    const done = await drop.run({ confirmed: true, keepBackups });
    if (!done.ok) return;
    const { dropped, backupsRemoved, backupsKept, otherFiles } = done.value;
    const backups = keepBackups
      ? t('settings.backupsKept', { count: backupsKept })
      : t('pseudonyms.removedBackups', { count: backupsRemoved });
    const text = [
      t('pseudonyms.droppedOriginals', { count: dropped }),
      backups,
      ...otherFilesSaid(otherFiles),
    ];
    toast({ kind: otherFiles.length > 0 ? 'warn' : 'ok', text: text.join(' · ') });
    onClose();
  };
  return (
    <Dialog
      title={t('settings.originalsTitle')}
      isOpen
      onClose={onClose}
      size="medium"
      role="alertdialog"
      holds
      footer={
        <>
          <Button autoFocus isDisabled={drop.pending} onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button variant="danger" isDisabled={drop.pending} onPress={() => void run()}>
            {t('settings.originalsForGood')}
          </Button>
        </>
      }
    >
      <div className="project-part-form">
        <p>{t('settings.originalsLost', { count: files })}</p>
        <p>{t('settings.originalsStay')}</p>
        <p>{t(keepBackups ? 'settings.originalsInBackups' : 'settings.originalsBackups')}</p>
        <Checkbox isSelected={keepBackups} onChange={setKeepBackups}>
          {t('settings.keepBackups')}
        </Checkbox>
        <p>{t('pseudonyms.sealFinal')}</p>
      </div>
    </Dialog>
  );
}
