import { i18nNow } from '../i18n/use-i18n.ts';
import { toast } from '../ui/toasts.ts';
import { openProject, pickAndOpenProject } from './boot.ts';
import { isProjectFile, isTableFile } from './file-kinds.ts';
import { useIncoming } from './incoming-files.ts';
import { useSession } from './session.ts';
import { getShell, incoming } from './shell.ts';
import { openImport, openTables, useWindows, type IncomingFile } from './windows.ts';

/**
 * Takes files dropped on the window: a project is opened, transcripts go to the import window and tables to theirs, and where no project is
 * open yet, to a new one.
 */
export async function receiveFiles(files: readonly File[]): Promise<void> {
  const project = files.find((file) => isProjectFile(file.name));
  if (project !== undefined) return openDropped(project);
  if (files.length === 0) return sayNothingFound();
  const waiting = incoming(files);
  const { open, show } = useWindows.getState();
  if (open?.kind === 'import' || open?.kind === 'tables') useIncoming.getState().add(waiting);
  else if (useSession.getState().project === null) show({ kind: 'new-project', files: waiting });
  else openFiles(waiting);
}

/** Opens the window for tables when there is nothing else, or else the import window, which hands its tables on. */
export function openFiles(files: readonly IncomingFile[]): void {
  if (files.every(({ name }) => isTableFile(name))) openTables(files);
  else openImport(files);
}

/** Says that a folder holds nothing to import. */
export function sayNothingFound(): void {
  toast({ kind: 'info', text: i18nNow().t('import.folderEmpty') });
}

async function openDropped(file: File): Promise<void> {
  const path = getShell().pathOf(file);
  if (path !== null) {
    await openProject(path);
    return;
  }
  // A browser does not tell where a file lies, so the person shows it once more.
  toast({ kind: 'info', text: i18nNow().t('home.dropNeedsPath', { name: file.name }) });
  await pickAndOpenProject();
}
