import type { MenuItemConstructorOptions } from 'electron';
import { LABELS } from './labels.ts';
import type { MenuAction, MenuState } from './messages.ts';
import type { ZoomStep } from './zoom.ts';

interface MenuSetup {
  readonly platform: NodeJS.Platform;
  readonly state: MenuState;
  /** Tells the window in front what was chosen. */
  readonly act: (action: MenuAction) => void;
  /** Makes everything in the window in front smaller or larger. */
  readonly zoom: (by: ZoomStep) => void;
}

/** The state of a window that has said nothing yet. */
export function emptyMenuState(locale: MenuState['locale']): MenuState {
  return { projectOpen: false, canUndo: false, canRedo: false, locale };
}

/** The menu of the program, in the person's language; what a window does itself is passed on to it. */
export function menuTemplate(setup: MenuSetup): MenuItemConstructorOptions[] {
  const onMac = setup.platform === 'darwin';
  return [
    ...(onMac ? [appMenu(setup)] : []),
    fileMenu(setup),
    editMenu(setup),
    viewMenu(setup),
    ...(onMac ? [windowMenu(setup)] : []),
    helpMenu(setup),
  ];
}

function appMenu(setup: MenuSetup): MenuItemConstructorOptions {
  const label = LABELS[setup.state.locale];
  return {
    label: 'Repère',
    submenu: [
      { role: 'about', label: label.about },
      { type: 'separator' },
      item(setup, 'settings', label.settings, 'CmdOrCtrl+,'),
      { type: 'separator' },
      { role: 'services', label: label.services },
      { type: 'separator' },
      { role: 'hide', label: label.hide },
      { role: 'hideOthers', label: label.hideOthers },
      { role: 'unhide', label: label.showAll },
      { type: 'separator' },
      { role: 'quit', label: label.quit },
    ],
  };
}

function fileMenu(setup: MenuSetup): MenuItemConstructorOptions {
  const { locale, projectOpen } = setup.state;
  const label = LABELS[locale];
  const onMac = setup.platform === 'darwin';
  return {
    label: label.file,
    submenu: [
      item(setup, 'new-project', label.newProject, 'CmdOrCtrl+N'),
      item(setup, 'open-project', label.openProject, 'CmdOrCtrl+O'),
      { type: 'separator' },
      item(setup, 'import', label.import, 'CmdOrCtrl+I', projectOpen),
      item(setup, 'import-table', label.importTable, undefined, projectOpen),
      { type: 'separator' },
      item(setup, 'save-copy', label.saveCopy, undefined, projectOpen),
      item(setup, 'new-window', label.newWindow, 'CmdOrCtrl+Shift+N', projectOpen),
      item(setup, 'close-project', label.closeProject, 'CmdOrCtrl+Shift+W', projectOpen),
      { role: 'close', label: label.closeWindow },
      ...(onMac
        ? []
        : ([
            { type: 'separator' },
            item(setup, 'settings', label.settings, 'CmdOrCtrl+,'),
            { type: 'separator' },
            { role: 'quit', label: label.quit },
          ] satisfies MenuItemConstructorOptions[])),
    ],
  };
}

function editMenu(setup: MenuSetup): MenuItemConstructorOptions {
  const { locale, canUndo, canRedo } = setup.state;
  const label = LABELS[locale];
  // The window undoes typing where the caret is in a field, and otherwise the project's last step. On macOS keys reach
  // a field through the menu only, so there the items are never grey.
  const always = setup.platform === 'darwin';
  return {
    label: label.edit,
    submenu: [
      { ...item(setup, 'undo', label.undo, 'CmdOrCtrl+Z', canUndo || always), registerAccelerator: false },
      {
        ...item(setup, 'redo', label.redo, 'CmdOrCtrl+Shift+Z', canRedo || always),
        registerAccelerator: false,
      },
      { type: 'separator' },
      { role: 'cut', label: label.cut },
      { role: 'copy', label: label.copy },
      { role: 'paste', label: label.paste },
      { role: 'selectAll', label: label.selectAll },
    ],
  };
}

function viewMenu({ state, zoom }: MenuSetup): MenuItemConstructorOptions {
  const label = LABELS[state.locale];
  return {
    label: label.view,
    submenu: [
      // The system's own items know no limits.
      { label: label.zoomIn, accelerator: 'CmdOrCtrl+Plus', click: () => zoom(1) },
      // The same key without Shift, on keyboards where it takes one.
      { label: label.zoomIn, accelerator: 'CmdOrCtrl+=', visible: false, click: () => zoom(1) },
      { label: label.zoomOut, accelerator: 'CmdOrCtrl+-', click: () => zoom(-1) },
      { label: label.resetZoom, accelerator: 'CmdOrCtrl+0', click: () => zoom(0) },
      { type: 'separator' },
      { role: 'togglefullscreen', label: label.fullScreen },
    ],
  };
}

function windowMenu({ state }: MenuSetup): MenuItemConstructorOptions {
  const label = LABELS[state.locale];
  return {
    label: label.window,
    role: 'window',
    submenu: [
      { role: 'minimize', label: label.minimise },
      { role: 'zoom', label: label.zoom },
      { type: 'separator' },
      { role: 'front', label: label.allToFront },
    ],
  };
}

function helpMenu(setup: MenuSetup): MenuItemConstructorOptions {
  const label = LABELS[setup.state.locale];
  return { label: label.help, role: 'help', submenu: [item(setup, 'help', label.helpPage, 'F1')] };
}

function item(
  { act, state }: MenuSetup,
  action: MenuAction,
  label: string,
  accelerator: string | undefined,
  enabled = true,
): MenuItemConstructorOptions {
  const chosen = state.keys?.[action] ?? accelerator;
  const keys = chosen === undefined || chosen === '' ? {} : { accelerator: chosen };
  return { id: action, label, ...keys, enabled, click: () => act(action) };
}
