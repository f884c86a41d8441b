import { askAboutDamaged } from '../features/project/damaged-store.ts';
import { askAboutLocked } from '../features/project/locked-store.ts';
import type { CoreEvent } from '../../src/contract/wire.ts';
import { openBackups } from '../features/backups/backups-store.ts';
import { setPanelProject } from '../ui/panel-memory.ts';
import { i18nNow } from '../i18n/use-i18n.ts';
import { setFieldKeeper } from '../ui/typed-fields.ts';
import { toast } from '../ui/toasts.ts';
import { client, door } from './client.ts';
import { isProjectFile } from './file-kinds.ts';
import { useNavigation } from './navigation.ts';
import { forgetProject } from './per-project.ts';
import { isChangingProject } from './own-calls.ts';
import { applyEvent, queryClient } from './query-client.ts';
import { useSession } from './session.ts';
import { getShell } from './shell.ts';
import { forgetTyped, typed, watchLeaving, writeAllTyped } from './typed.ts';
import {
  dropWords,
  forgetAllWords,
  keepWords,
  leaveAllWords,
  refreshUnsaved,
  retryUnwritten,
  watchWords,
} from './unsaved.ts';
import { fetchCall } from './use-call.ts';
import { runCommand } from './use-command.ts';
import { useWindows } from './windows.ts';

/** Tables that the kept project information shows; its counts are as of the last time one of them changed. */
const INFO_TABLES: ReadonlySet<string> = new Set(['project', 'coder', 'document', 'participant']);

/** Failures of opening after which a backup may help. */
const MAY_NEED_BACKUP: ReadonlySet<string> = new Set([
  'project.damaged',
  'project.truncated',
  'project.not-sqlite',
  'project.schema',
  'project.missing',
]);

/** Damage, for which there are ways out; of some of it SQLite can still read. */
const CAN_BE_READ: ReadonlySet<string> = new Set(['project.damaged', 'project.truncated']);
const DAMAGED: ReadonlySet<string> = new Set([...CAN_BE_READ, 'project.beginning-lost']);
/** What a file that is called a project may be after damage. */
const UNREADABLE: ReadonlySet<string> = new Set(['project.not-sqlite', 'project.schema']);

/** After so long without a key, what is typed in a window is kept on this machine until the window is done with. */
const PAUSE_MS = 1_200;

/** Joins the window to the core: listens to its events and asks where it stands. Once, at the start. */
export function boot(): void {
  door.subscribe(hear);
  watchLeaving();
  watchWords();
  setFieldKeeper({
    typed: (field, words) => typed(field, () => keepWords(field, words()), PAUSE_MS),
    gone: (field) => {
      forgetTyped(field);
      dropWords(field);
    },
  });
  useSession.subscribe((now, before) => {
    if (now.connection === 'connected' && before.connection === 'lost') void resume();
  });
  void start();
}

async function start(): Promise<void> {
  // Language and theme first, so that nothing is drawn in one and then in the other.
  const settings = fetchCall('settings.app', {}).then(
    () => true,
    () => false,
  );
  await refreshProject();
  if (!(await settings)) return;
  useSession.setState({ ready: true });
  const { bridge } = getShell();
  bridge?.onOpenPath?.((path) => void openProject(path));
  const path = (await bridge?.openPath?.()) ?? null;
  if (path !== null) await openProject(path);
}

function hear(event: CoreEvent): void {
  if (event.type === 'closing') return void writeAllTyped().finally(() => door.written?.());
  if (event.type === 'project') {
    tellOfOthers(event.path);
    forgetView(event.path);
  }
  applyEvent(event);
  // What goes for good is outside of the history.
  if (event.type === 'changed' && event.stepId === 0) forgetAllWords();
  if (event.type === 'project' || event.type === 'backups') void refreshProject();
  if (event.type === 'changed' && event.tables.some((table) => INFO_TABLES.has(table))) void refreshProject();
  if (event.type === 'lost')
    toast({ kind: 'error', text: i18nNow().t('errors.coreLost', { reason: event.reason }) });
}

/** Says why the project is another one, or none, when somebody did that in another window. */
function tellOfOthers(path: string | null): void {
  const { project } = useSession.getState();
  if (project === null || project.path === path || isChangingProject()) return;
  const { t } = i18nNow();
  const { name } = project;
  toast({ text: t(path === null ? 'app.closedElsewhere' : 'app.changedElsewhere', { name }) });
}

/** What was in hand belongs to the project that was open. */
function forgetView(path: string | null): void {
  if (useSession.getState().project?.path === path) return;
  leaveAllWords();
  useNavigation.getState().reset();
  useWindows.getState().close();
  forgetProject();
}

let asked = 0;

async function refreshProject(): Promise<void> {
  asked += 1;
  const mine = asked;
  try {
    const project = await client.project.current({});
    // A newer question is on its way: its answer counts.
    if (mine !== asked) return;
    // A backup that was put in its place has the path of the project, and may be another one.
    const isOther = useSession.getState().project?.guid !== project?.guid;
    if (isOther) forgetProject();
    setPanelProject(project?.guid ?? null);
    useSession.setState({ project });
    if (isOther) await refreshUnsaved(true);
  } catch {
    // The connection is gone; it is asked again when it is back.
  }
}

/** After a broken connection everything shown may be old. */
async function resume(): Promise<void> {
  await refreshProject();
  useSession.setState({ ready: true });
  await retryUnwritten();
  await refreshUnsaved();
  await queryClient.invalidateQueries();
}

export interface OpenHow {
  readonly readOnly?: boolean;
  /** Take it from whoever has it; after a question. */
  readonly takeOver?: boolean;
}

/** Opens a project file; the core's event brings it into the window. `false` when it failed, with a toast. */
export async function openProject(path: string, how: OpenHow = {}): Promise<boolean> {
  // What is typed belongs to the project that is still open.
  await writeAllTyped();
  const opened = await runCommand('project.open', { path, ...how }, { silent: true });
  if (opened.ok) return true;
  const { code, message } = opened.error;
  if (code === 'project.locked') askAboutLocked({ path, message });
  else if (DAMAGED.has(code) || (UNREADABLE.has(code) && isProjectFile(path)))
    askAboutDamaged({ path, message, canBeRead: CAN_BE_READ.has(code) });
  else
    toast({
      kind: 'error',
      text: message,
      ...(MAY_NEED_BACKUP.has(code)
        ? { action: { label: i18nNow().t('backups.open'), onAction: () => openBackups({ path }) } }
        : {}),
    });
  return false;
}

/** Asks for a project file and opens it. */
export async function pickAndOpenProject(): Promise<void> {
  const path = await getShell().pickProject();
  if (path !== null && isProjectFile(path)) await openProject(path);
  else if (path !== null) toast({ kind: 'error', text: i18nNow().t('home.notAProject') });
}
