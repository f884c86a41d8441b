import { i18nNow } from '../i18n/use-i18n.ts';
import { toast } from '../ui/toasts.ts';
import { currentProject } from './session.ts';
import { getShell } from './shell.ts';
import { runCommand } from './use-command.ts';

/** Asks where, and writes the whole project there as one new file. `addition` is put behind its name. */
export async function saveProjectCopy(addition: 'copy' | 'found' = 'copy'): Promise<void> {
  const project = currentProject();
  if (project === null) return;
  const { t } = i18nNow();
  const [, folder = '', file = ''] = /^(.*?)([^/\\]*)$/su.exec(project.path) ?? [];
  const stem = file.replace(/\.repere$/iu, '');
  const suggested = `${stem} (${t(addition === 'copy' ? 'app.copyAddition' : 'app.foundAddition')}).repere`;
  const path = await getShell().pickNewProjectPath(suggested, folder === '' ? null : folder);
  if (path === null) return;
  const saved = await runCommand('project.saveCopy', { path });
  if (saved.ok) toast({ kind: 'ok', text: t('app.copySaved', { path: saved.value.path }) });
}
