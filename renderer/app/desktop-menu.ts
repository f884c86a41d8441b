import { useEffect } from 'react';
import type { MenuAction } from '../desktop-bridge.ts';
import { useLocaleStore } from '../i18n/use-i18n.ts';
import { useBoundKeys } from '../ui/bound-keys.ts';
import { pickAndOpenProject } from './boot.ts';
import { redo, undo } from './history.ts';
import { saveProjectCopy } from './save-copy.ts';
import { useSession } from './session.ts';
import { getShell } from './shell.ts';
import type { ShortcutId } from './shortcut-list.ts';
import { useCall } from './use-call.ts';
import { runCommand } from './use-command.ts';
import { openImport, openTables, useWindows } from './windows.ts';

/** Does what the desktop's menu asks, and tells it what can be done. Nothing in the browser. */
export function useDesktopMenu(): void {
  const { bridge } = getShell();
  const isOpen = useSession((state) => state.project !== null);
  const locale = useLocaleStore((state) => state.locale);
  const bound = useBoundKeys();
  const history = useCall('history.state', {}).data;
  const canUndo = isOpen && history?.undo != null;
  const canRedo = isOpen && history?.redo != null;
  useEffect(() => {
    bridge?.setMenuState?.({ projectOpen: isOpen, canUndo, canRedo, locale, keys: menuKeys(bound) });
  }, [bridge, isOpen, canUndo, canRedo, locale, bound]);
  useEffect(() => bridge?.onMenu?.(act), [bridge]);
}

const MENU_SHORTCUTS: Readonly<Partial<Record<MenuAction, ShortcutId>>> = {
  'new-project': 'app.new',
  'open-project': 'app.open',
  import: 'app.import',
  settings: 'app.settings',
  undo: 'app.undo',
  redo: 'app.redo',
  help: 'app.help',
};

/** The keys of the menu's entries as the desktop writes them: `CmdOrCtrl+Shift+Z`. */
function menuKeys(bound: Readonly<Record<string, readonly string[]>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(MENU_SHORTCUTS).map(([action, id]) => [
      action,
      (bound[id]?.[0] ?? '').replace('Mod', 'CmdOrCtrl').replace('Arrow', ''),
    ]),
  );
}

function act(action: MenuAction): void {
  const { show } = useWindows.getState();
  switch (action) {
    case 'new-project':
      return show({ kind: 'new-project', files: [] });
    case 'open-project':
      return void pickAndOpenProject();
    case 'new-window':
      return getShell().openWindow();
    case 'close-project':
      return void runCommand('project.close', {});
    case 'save-copy':
      return void saveProjectCopy();
    case 'import':
      return openImport();
    case 'import-table':
      return openTables();
    case 'settings':
      return show({ kind: 'settings' });
    case 'undo':
      return fieldOr('undo', undo);
    case 'redo':
      return fieldOr('redo', redo);
    case 'help':
      return show({ kind: 'help', page: 'start' });
  }
}

/** In a text field the menu undoes typing; elsewhere the last step of the project. */
function fieldOr(command: 'undo' | 'redo', project: () => Promise<void>): void {
  const focused = document.activeElement;
  const inField = focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement;
  // The one way a page has to reach a field's own undo.
  if (inField) document.execCommand(command);
  else void project();
}
