import { useState, type ReactNode } from 'react';
import { useSession } from '../../app/session.ts';
import { useCall } from '../../app/use-call.ts';
import { runCommand } from '../../app/use-command.ts';
import { i18nNow, useI18n } from '../../i18n/use-i18n.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { toast } from '../../ui/toasts.ts';
import { closeBackups, openBackups } from './backups-store.ts';
import { CopyRow } from './copy-row.tsx';
import { limitBytes } from './limit-bytes.ts';
import { lookAt, restoreBeside, restoreInPlace } from './restore.ts';

/** The backups of one project, newest first; one of them is chosen, and taken back or looked at. */
export function CopiesPart({ path }: { readonly path: string }): ReactNode {
  const { t, bytes } = useI18n();
  const { data, error } = useCall('backups.list', { path });
  const canMake = useSession(({ project }) => project?.path === path && !project.readOnly);
  const [chosenFile, setChosenFile] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const copies = data?.copies ?? [];
  const chosen = copies.find(({ file }) => file === chosenFile) ?? copies[0];
  const act = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    try {
      await work();
    } finally {
      setBusy(false);
    }
  };
  const isIdle = chosen !== undefined && data !== undefined && !isBusy;
  return (
    <Dialog
      title={t('backups.titleOf', { name: data?.name ?? '' })}
      isOpen
      onClose={closeBackups}
      size="large"
      footerStart={
        <Button variant="quiet" onPress={() => openBackups(null)}>
          {t('backups.allProjects')}
        </Button>
      }
      footer={
        <>
          <Button
            isDisabled={!isIdle}
            onPress={() => void (chosen !== undefined && act(() => lookAt(chosen.file)))}
          >
            {t('backups.look')}
          </Button>
          <Button
            isDisabled={!isIdle}
            onPress={() => void (isIdle && act(() => restoreBeside(data, chosen)))}
          >
            {t('backups.beside')}
          </Button>
          <Button
            variant="primary"
            isDisabled={!isIdle}
            onPress={() => void (isIdle && act(() => restoreInPlace(data, chosen)))}
          >
            {t('backups.inPlace')}
          </Button>
        </>
      }
    >
      {error !== null && <p>{error.message}</p>}
      {data !== undefined && !data.placeIsThere && (
        <Banner kind="warn">{t('backups.noPlace', { place: data.place })}</Banner>
      )}
      <div className="backups-head">
        <p>{t('backups.intro')}</p>
        {canMake && (
          <Button isDisabled={isBusy} onPress={() => void act(makeNow)}>
            {t('backups.makeNow')}
          </Button>
        )}
      </div>
      {data !== undefined && copies.length === 0 && (
        <p className="backups-none">{t(canMake ? 'backups.none' : 'backups.noneHere')}</p>
      )}
      {data !== undefined && copies.length > 0 && (
        <>
          <div className="backups-list" role="radiogroup" aria-label={t('backups.list')}>
            {copies.map((copy) => (
              <CopyRow
                key={copy.file}
                copy={copy}
                isChosen={copy.file === chosen?.file}
                onChoose={() => setChosenFile(copy.file)}
              />
            ))}
          </div>
          <p className="backups-summary">
            {t('backups.summary', {
              copies: t('backups.copies', { count: copies.length }),
              size: bytes(data.bytes),
              limit: bytes(limitBytes(data.limitMb)),
              folder: data.folder ?? data.place,
            })}
          </p>
        </>
      )}
    </Dialog>
  );
}

async function makeNow(): Promise<void> {
  const made = await runCommand('project.backup', {});
  if (made.ok) toast({ kind: 'ok', text: i18nNow().t('backups.made') });
}
