import { useState, type ReactNode } from 'react';
import { openProject } from '../../app/boot.ts';
import { suggestedCopy } from '../../app/save-copy.ts';
import { getShell } from '../../app/shell.ts';
import { runCommand } from '../../app/use-command.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { toast } from '../../ui/toasts.ts';
import { openBackups } from '../backups/backups-store.ts';
import { askAboutDamaged, useDamaged } from './damaged-store.ts';

/** Three ways out of damage: look into what can be read, take a backup back, recover all that can be read. */
export function DamagedDialog(): ReactNode {
  const { t } = useI18n();
  const damaged = useDamaged((state) => state.damaged);
  const [busy, setBusy] = useState(false);
  if (damaged === null) return null;
  const { path, message } = damaged;
  const close = (): void => askAboutDamaged(null);
  const recover = async (): Promise<void> => {
    const { suggested, folder } = suggestedCopy(path, t('home.damagedAddition'));
    const out = await getShell().pickNewProjectPath(suggested, folder);
    if (out === null) return;
    setBusy(true);
    const done = await runCommand('salvage.run', { path, out });
    setBusy(false);
    if (!done.ok) return;
    close();
    const { complete, tables } = done.value;
    const sum = (of: (table: (typeof tables)[number]) => number): number =>
      tables.reduce((total, table) => total + of(table), 0);
    const read = sum((table) => table.read - table.left);
    const expected = sum((table) => Math.max(table.expected ?? 0, table.read));
    if (await openProject(done.value.path))
      toast({
        kind: complete ? 'ok' : 'warn',
        text: complete ? t('home.salvagedAll') : t('home.salvagedPart', { read, expected }),
      });
  };
  return (
    <Dialog
      title={t('home.damagedTitle')}
      isOpen
      onClose={close}
      role="alertdialog"
      size="medium"
      footer={
        <>
          <Button onPress={close}>{t('common.cancel')}</Button>
          <Button
            onPress={() => {
              close();
              void openProject(path, { readOnly: true });
            }}
          >
            {t('home.damagedReadOnly')}
          </Button>
          <Button isDisabled={busy} onPress={() => void recover()}>
            {t('home.damagedSalvage')}
          </Button>
          <Button
            variant="primary"
            autoFocus
            onPress={() => {
              close();
              openBackups({ path });
            }}
          >
            {t('home.damagedBackups')}
          </Button>
        </>
      }
    >
      <p>{message}</p>
      <p>{t('home.damagedWhat')}</p>
    </Dialog>
  );
}
