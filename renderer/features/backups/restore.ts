import { openProject } from '../../app/boot.ts';
import { fileNameOf, PROJECT_EXTENSION } from '../../app/file-kinds.ts';
import { currentProject } from '../../app/session.ts';
import { getShell } from '../../app/shell.ts';
import { runCommand } from '../../app/use-command.ts';
import { i18nNow } from '../../i18n/use-i18n.ts';
import { confirm } from '../../ui/confirm-question.ts';
import { toast } from '../../ui/toasts.ts';
import { closeBackups } from './backups-store.ts';
import type { BackupCopy, BackupList } from './copy-row.tsx';

/** Opens a backup to be read. The project that was open is closed; it is one of the recent ones. */
export async function lookAt(file: string): Promise<void> {
  if (await openProject(file, { readOnly: true })) closeBackups();
}

/** Makes a new project of a backup, where the person says. */
export async function restoreBeside({ path, name }: BackupList, { file, at }: BackupCopy): Promise<void> {
  const { t } = i18nNow();
  const date = new Date(at).toLocaleString('sv-SE', { dateStyle: 'short', timeStyle: 'short' });
  const suggested = t('backups.suggested', { name, date: date.replace(':', 'h') });
  const fileName = `${suggested}${PROJECT_EXTENSION}`.replaceAll(/[\\/:*?"<>|]/gu, '-');
  const out = await getShell().pickNewProjectPath(fileName, folderOf(path));
  if (out === null) return;
  const done = await runCommand('backups.restore', { path, file, to: 'beside', out });
  if (!done.ok) return;
  const made = done.value.path;
  toast({
    kind: 'ok',
    text: t('backups.besideDone', { file: fileNameOf(made) }),
    action: { label: t('common.open'), onAction: () => void openProject(made) },
  });
  closeBackups();
}

/** Puts a backup where the project is, once the person agreed, and opens it. */
export async function restoreInPlace({ path, name }: BackupList, { file, at }: BackupCopy): Promise<void> {
  const { t, dateTime } = i18nNow();
  const agreed = await confirm({
    title: t('backups.askTitle'),
    text: t('backups.askText', { name, date: dateTime(at) }),
    confirm: t('backups.askConfirm'),
    danger: true,
  });
  if (!agreed) return;
  const done = await runCommand('backups.restore', { path, file, to: 'in-place' });
  if (!done.ok) return;
  closeBackups();
  if (currentProject()?.path !== done.value.path) await openProject(done.value.path);
  const { kept } = done.value;
  toast({
    kind: 'ok',
    text: kept === null ? t('backups.inPlaceDone') : t('backups.inPlaceKept', { file: fileNameOf(kept) }),
  });
}

function folderOf(path: string): string | null {
  const end = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  return end <= 0 ? null : path.slice(0, end);
}
