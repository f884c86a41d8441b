import { useRef, useState, type ReactNode } from 'react';
import { openProject } from '../../app/boot.ts';
import { suggestedCopy } from '../../app/save-copy.ts';
import { getShell } from '../../app/shell.ts';
import { runCommand } from '../../app/use-command.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { toast } from '../../ui/toasts.ts';
import { openBackups } from '../backups/backups-store.ts';
import { askAboutDamaged, tellWhatIsMissing, useDamaged } from './damaged-store.ts';

/** Three ways out of damage: look into what can be read, take a backup back, recover all that can be read. */
export function DamagedDialog(): ReactNode {
  const { t } = useI18n();
  const damaged = useDamaged((state) => state.damaged);
  const [reached, setReached] = useState<{ readonly done: number; readonly total: number } | null>(null);
  const stopping = useRef(new AbortController());
  if (damaged === null) return null;
  const { path, message, canBeRead } = damaged;
  const close = (): void => {
    stopping.current.abort();
    askAboutDamaged(null);
  };
  const recover = async (): Promise<void> => {
    const { suggested, folder } = suggestedCopy(path, t('home.damagedAddition'));
    const out = await getShell().pickNewProjectPath(suggested, folder);
    if (out === null) return;
    stopping.current = new AbortController();
    const { signal } = stopping.current;
    setReached({ done: 0, total: 1 });
    const onProgress = (done: number, total: number): void => setReached({ done, total });
    const done = await runCommand('salvage.run', { path, out }, { signal, onProgress });
    setReached(null);
    if (!done.ok || signal.aborted) return;
    askAboutDamaged(null);
    if (!(await openProject(done.value.path))) return;
    if (done.value.complete) toast({ kind: 'ok', text: t('home.salvagedAll') });
    else tellWhatIsMissing(done.value.findings);
  };
  return (
    <Dialog
      title={t(canBeRead ? 'home.damagedTitle' : 'home.unreadableTitle')}
      isOpen
      onClose={close}
      role="alertdialog"
      size="medium"
      footer={
        <>
          <Button onPress={close}>{t('common.cancel')}</Button>
          {canBeRead && (
            <Button
              onPress={() => {
                close();
                void openProject(path, { readOnly: true });
              }}
            >
              {t('home.damagedReadOnly')}
            </Button>
          )}
          <Button isDisabled={reached !== null} onPress={() => void recover()}>
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
      {reached !== null && (
        <ProgressBar label={t('home.salvaging')} value={reached.done / Math.max(1, reached.total)} />
      )}
    </Dialog>
  );
}
