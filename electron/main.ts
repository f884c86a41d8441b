import { app, dialog, ipcMain, Menu, nativeTheme, protocol, session, webContents } from 'electron';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { builtDir, findPlaces } from '../src/host/paths.ts';
import { superviseCore, type SupervisedCore } from '../src/host/supervised-core.ts';
import { startWorkerCore } from '../src/host/worker-client.ts';
import { keepFilesPrivate } from '../src/host/private-files.ts';
import { themeOf } from './appearance.ts';
import { projectOf } from './arguments.ts';
import { tellRestart } from './dialogs.ts';
import { handleCalls } from './ipc.ts';
import { emptyMenuState, menuTemplate } from './menu.ts';
import { ProjectWindow } from './project-window.ts';
import { ProjectWindows } from './project-windows.ts';
import { registerScheme, servePages } from './protocol.ts';
import { hardenContents, hardenProcess, hardenSession } from './security.ts';
import { zoomed, type ZoomStep } from './zoom.ts';

// The desktop program: puts the parts together and follows the system's events. Whatever can be tested without
// Electron stands in the other files.

const places = findPlaces();
const windows = new ProjectWindows(openWindow);
/** A project that the system named before the program was ready. */
let early = projectOf(process.argv, process.cwd());
/** Whether the program ends when its last window is gone, on macOS too. */
let quitting = false;

app.setName('Repère');
keepFilesPrivate();
mkdirSync(places.dataDir, { recursive: true });
app.setPath('userData', join(places.dataDir, 'desktop'));
hardenProcess(app);
registerScheme(protocol);

if (app.requestSingleInstanceLock()) run();
else app.quit();

function run(): void {
  app.on('second-instance', (_event, argv, workingFolder) => {
    void windows.show(projectOf(argv, workingFolder));
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (app.isReady()) void windows.show(path);
    else early = path;
  });
  app.on('web-contents-created', (_event, contents) => hardenContents(contents));
  app.on('browser-window-focus', showMenu);
  app.on('activate', () => {
    if (windows.all.length === 0) void windows.add(null);
  });
  app.on('before-quit', (event) => {
    if (windows.all.length === 0) return;
    // Every window first writes what is typed in it and closes its project; a close that waits would call quitting off.
    event.preventDefault();
    quitting = true;
    for (const { browser } of windows.all) browser.close();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin' || quitting) app.quit();
  });
  nativeTheme.on('updated', () => {
    for (const window of windows.all) window.showTheme(nativeTheme.shouldUseDarkColors, process.platform);
  });
  void app.whenReady().then(begin);
}

async function begin(): Promise<void> {
  hardenSession(session.defaultSession);
  servePages(session.defaultSession, builtDir(places, 'renderer'));
  handleCalls(ipcMain, (sender) => windows.of(sender));
  showMenu();
  try {
    await windows.add(early);
  } catch (error) {
    dialog.showErrorBox('Repère', error instanceof Error ? error.message : String(error));
    app.quit();
  }
}

async function startCore(): Promise<SupervisedCore> {
  const core = await superviseCore({
    start: () => startWorkerCore({ ...places, documentsDir: documentsDir() }),
    onRestart: (_reason, recovered) => {
      const [window] = windows.on(core);
      if (window !== undefined) void tellRestart(window.browser, recovered, window.menuState.locale);
    },
  });
  nativeTheme.themeSource = await themeOf(core);
  core.subscribe((event) => {
    if (event.type !== 'settings') return;
    void themeOf(core).then((theme) => (nativeTheme.themeSource = theme));
    // Settings are this person's, whatever the window; the other cores do not hear of it.
    for (const other of windows.all) if (other.core !== core) other.tell(event);
  });
  return core;
}

async function openWindow(path: string | null, shared: SupervisedCore | null): Promise<ProjectWindow> {
  const core = shared ?? (await startCore());
  const window: ProjectWindow = new ProjectWindow({
    core,
    path,
    locale: systemLocale(),
    documentsDir: documentsDir(),
    stateFile: join(places.dataDir, 'window.json'),
    devTools: !app.isPackaged,
    onMenuState: showMenu,
    openBeside: () => void windows.add(null, core),
    isShared: () => windows.on(core).some((other) => other !== window && !other.isLeaving),
    offset: windows.all.length * 28,
  });
  return window;
}

/** The system knows best where documents are; what the environment says goes first. */
function documentsDir(): string {
  return process.env['REPERE_DOCUMENTS_DIR'] === undefined ? app.getPath('documents') : places.documentsDir;
}

function showMenu(): void {
  const state = windows.front?.menuState ?? emptyMenuState(systemLocale());
  const act = (action: Parameters<Parameters<typeof menuTemplate>[0]['act']>[0]) => {
    windows.front?.tell({ type: 'menu', action });
  };
  const zoom = (by: ZoomStep): void => {
    const contents = webContents.getFocusedWebContents();
    contents?.setZoomFactor(zoomed(contents.getZoomFactor(), by));
  };
  const template = menuTemplate({ platform: process.platform, state, act, zoom });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

function systemLocale(): 'fr' | 'en' {
  const [first] = app.getPreferredSystemLanguages();
  return (first ?? app.getLocale()).toLowerCase().startsWith('fr') ? 'fr' : 'en';
}
