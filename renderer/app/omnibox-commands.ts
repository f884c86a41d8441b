import { pickAndOpenProject } from './boot.ts';
import { showChooser } from '../features/coder/actions.ts';
import { toggleInspector } from '../features/coder/toggle-inspector.ts';
import { toggleSidebar } from '../features/coder/toggle-sidebar.ts';
import { toggleBeside } from '../features/coder/beside.ts';
import { toggleUnits } from '../features/coder/units/unit-actions.ts';
import { openBackups } from '../features/backups/backups-store.ts';
import { openSearch } from '../features/search/state.ts';
import { openSets } from '../features/sets/sets-dialog-state.ts';
import { startTour } from '../features/tour/tour-store.ts';
import { redo, undo } from './history.ts';
import { useNavigation } from './navigation.ts';
import type { OmniboxCommand } from './omnibox-items.ts';
import { saveProjectCopy } from './save-copy.ts';
import { setPreferences } from './preferences.ts';
import { getShell } from './shell.ts';
import { currentProject } from './session.ts';
import { keysOf, type ShortcutId } from './shortcut-list.ts';
import { runCommand } from './use-command.ts';
import { openAutoCode, openImport, openTables, useWindows } from './windows.ts';

const { show } = useWindows.getState();
const { show: goTo, step, swapPanes } = useNavigation.getState();

const command = (label: OmniboxCommand['label'], run: () => void, shortcut?: ShortcutId): OmniboxCommand => ({
  id: label,
  label,
  run,
  ...(shortcut === undefined ? {} : { keys: keysOf(shortcut) }),
});

/** What the omnibox can be told to do. */
export const OMNIBOX_COMMANDS: readonly OmniboxCommand[] = [
  command('app.importTranscripts', () => openImport(), 'app.import'),
  command('tables.title', () => openTables()),
  command('help.coder', () => goTo('coder'), 'app.coder'),
  command('help.quotations', () => goTo('quotations'), 'app.quotations'),
  command('help.frequencies', () => goTo('frequencies'), 'app.frequencies'),
  command('help.hypotheses', () => goTo('hypotheses'), 'app.hypotheses'),
  command('sets.many', () => openSets()),
  command('help.memos', () => goTo('memos'), 'app.memos'),
  command('help.back', () => void step(-1), 'app.back'),
  command('help.forward', () => void step(1), 'app.forward'),
  command('help.beside', toggleBeside, 'coder.beside'),
  command('coder.swapReaders', swapPanes),
  command('help.sidebar', toggleSidebar, 'coder.sidebar'),
  command('help.inspector', toggleInspector, 'coder.inspector'),
  command('help.searchAll', () => openSearch(false), 'search.all'),
  command('autoCoding.open', () => openAutoCode()),
  command('units.begin', toggleUnits, 'units.toggle'),
  command('help.saidBy', () => showChooser('speaker'), 'reader.saidBy'),
  command('help.answers', () => showChooser('topic'), 'reader.answers'),
  command('help.undo', () => void undo(), 'app.undo'),
  command('help.redo', () => void redo(), 'app.redo'),
  command('app.saveCopy', () => void saveProjectCopy()),
  command('app.exportData', () => show({ kind: 'export' })),
  command('app.projectSettings', () => show({ kind: 'project', part: 'project' })),
  command('settings.participants', () => show({ kind: 'project', part: 'participants' })),
  command('settings.withdrawFrom', () => show({ kind: 'project', part: 'participants' })),
  command('guide.title', () => show({ kind: 'guide' })),
  command('pseudonyms.title', () => show({ kind: 'pseudonyms' })),
  command('app.historyTitle', () => show({ kind: 'history' }), 'app.history'),
  command('history.partChanges', () => show({ kind: 'history', part: 'changes' })),
  command('backups.title', () => {
    const project = currentProject();
    openBackups(project === null ? null : { path: project.path });
  }),
  command('app.renameProject', () => show({ kind: 'rename-project' })),
  command('app.newProject', () => show({ kind: 'new-project', files: [] }), 'app.new'),
  command('app.openProject', () => void pickAndOpenProject(), 'app.open'),
  command('app.newWindow', () => getShell().openWindow()),
  command('app.closeProject', () => void runCommand('project.close', {})),
  command('common.settings', () => show({ kind: 'settings' }), 'app.settings'),
  command('shortcuts.title', () => show({ kind: 'shortcuts' })),
  command('app.themeLight', () => void setPreferences({ theme: 'light' })),
  command('app.themeDark', () => void setPreferences({ theme: 'dark' })),
  command('app.switchFrench', () => void setPreferences({ language: 'fr' })),
  command('app.switchEnglish', () => void setPreferences({ language: 'en' })),
  command('tour.start', () => void startTour()),
  command('common.help', () => show({ kind: 'help', page: 'start' })),
  command('help.shortcuts', () => show({ kind: 'help' }), 'app.help'),
];
