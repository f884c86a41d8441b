import { i18nNow } from '../i18n/use-i18n.ts';
import { toast } from '../ui/toasts.ts';
import { currentProject } from './session.ts';
import { getShell } from './shell.ts';
import { hasUnsaved } from './unsaved.ts';
import { runCommand } from './use-command.ts';

/** Asks where, and writes the whole project there as one new file. `addition` is put behind its name. */
export async function saveProjectCopy(addition: 'copy' | 'found' = 'copy'): Promise<void> {
  const project = currentProject();
  if (project === null) return;
  const { t } = i18nNow();
  const words = t(addition === 'copy' ? 'app.copyAddition' : 'app.foundAddition');
  const { suggested, folder } = suggestedCopy(project.path, words);
  const path = await getShell().pickNewProjectPath(suggested, folder);
  if (path === null) return;
  const saved = await runCommand('project.saveCopy', { path });
  if (!saved.ok) return;
  const text = t('app.copySaved', { path: saved.value.path });
  toast(hasUnsaved() ? { kind: 'warn', text: `${text} ${t('unsaved.notInCopy')}` } : { kind: 'ok', text });
}

/** A name for a project made from another: beside it, with words in brackets that say what it is. */
export function suggestedCopy(
  path: string,
  words: string,
): { readonly suggested: string; readonly folder: string | null } {
  const [, folder = '', file = ''] = /^(.*?)([^/\\]*)$/su.exec(path) ?? [];
  return {
    suggested: `${file.replace(/\.repere$/iu, '')} (${words}).repere`,
    folder: folder === '' ? null : folder,
  };
}
