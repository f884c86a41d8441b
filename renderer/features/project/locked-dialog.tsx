import type { ReactNode } from 'react';
import { openProject } from '../../app/boot.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { askAboutLocked, useLocked } from './locked-store.ts';

/** Three ways for a project that somebody has open: leave it, look into it, or take it over after a plain question. */
export function LockedDialog(): ReactNode {
  const { t } = useI18n();
  const locked = useLocked((state) => state.locked);
  if (locked === null) return null;
  const close = (): void => askAboutLocked(null);
  const open = (how: { readonly readOnly?: boolean; readonly takeOver?: boolean }): void => {
    close();
    void openProject(locked.path, how);
  };
  return (
    <Dialog
      title={t('home.lockedTitle')}
      isOpen
      onClose={close}
      role="alertdialog"
      size="medium"
      footer={
        <>
          <Button onPress={close}>{t('common.cancel')}</Button>
          <Button variant="danger" onPress={() => open({ takeOver: true })}>
            {t('home.openAnyway')}
          </Button>
          <Button variant="primary" autoFocus onPress={() => open({ readOnly: true })}>
            {t('home.openReadOnly')}
          </Button>
        </>
      }
    >
      <p>{locked.message}</p>
      <p>{t('home.openAnywayWhat')}</p>
    </Dialog>
  );
}
