import { BrowserWindow, nativeTheme, screen } from 'electron';
import { join } from 'node:path';
import { Carrier } from '../src/host/carrier.ts';
import type { SupervisedCore } from '../src/host/supervised-core.ts';
import { pickFiles, pickSavePath } from './dialogs.ts';
import { isForEveryWindow, type Desk } from './ipc.ts';
import { emptyMenuState } from './menu.ts';
import { EVENT_CHANNEL, type DesktopEvent, type MenuState, type ShellRequest } from './messages.ts';
import { START_PAGE } from './protocol.ts';
import { readWindowState, shifted, writeWindowState } from './window-state.ts';
import { titleBarOverlay, windowOptions } from './window.ts';

/** How long a closing window waits for its core, which may be in the middle of an import. */
const CLOSE_WITHIN_MS = 20_000;

export interface ProjectWindowSetup {
  readonly core: SupervisedCore;
  /** A project that the window opens by itself once its page is there. */
  readonly path: string | null;
  readonly locale: MenuState['locale'];
  readonly documentsDir: string;
  readonly stateFile: string;
  readonly devTools: boolean;
  readonly onMenuState: () => void;
  /** Makes another window with the same core, and so the same project. */
  readonly openBeside: () => void;
  /** Whether another window has the same core, which then goes on. */
  readonly isShared: () => boolean;
  /** How far the window stands from where the last one stood, in pixels, so that both are seen. */
  readonly offset: number;
}

/** One window, the core behind it, and the project that is open in both. */
export class ProjectWindow implements Desk {
  readonly browser: BrowserWindow;
  readonly carrier: Carrier;
  readonly #setup: ProjectWindowSetup;
  #pendingPath: string | null;
  /** What the window was told to open; forgotten as soon as a project is open or closed. */
  #expectedPath: string | null;
  #menuState: MenuState;
  /** Whether the page has asked what to open; before that it would not hear of it. */
  #asked = false;
  #leaving = false;
  #ended = false;

  constructor(setup: ProjectWindowSetup) {
    this.#setup = setup;
    this.#pendingPath = setup.path;
    this.#expectedPath = setup.path;
    this.#menuState = emptyMenuState(setup.locale);
    this.browser = makeBrowser(setup);
    this.carrier = new Carrier(setup.core, (event) => this.tell(event));
    const unsubscribe = setup.core.subscribe((event) => {
      if (event.type === 'project') this.#expectedPath = null;
      if (isForEveryWindow(event)) this.tell(event);
    });
    this.browser.once('ready-to-show', () => this.browser.show());
    this.browser.on('close', (event) => {
      if (this.#ended) return;
      event.preventDefault();
      if (this.#leaving) return;
      this.#leaving = true;
      void this.#end().finally(unsubscribe);
    });
    // A page that is loaded again forgot what it asked.
    this.browser.webContents.on('did-start-navigation', (event) => {
      if (!event.isMainFrame || event.isSameDocument) return;
      this.#asked = false;
      this.carrier.abandon();
    });
    this.browser.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason !== 'clean-exit' && !this.#ended) this.browser.reload();
    });
  }

  get core(): SupervisedCore {
    return this.#setup.core;
  }

  /** Whether it was closed and only waits for its core. */
  get isLeaving(): boolean {
    return this.#leaving;
  }

  get menuState(): MenuState {
    return this.#menuState;
  }

  /** Whether a project may be opened here without closing another. */
  get isFree(): boolean {
    return this.core.projectPath === null && this.#expectedPath === null;
  }

  /** Whether this project is open here, or about to be. */
  holds(path: string): boolean {
    return this.core.projectPath === path || this.#expectedPath === path;
  }

  load(): Promise<void> {
    return this.browser.loadURL(START_PAGE);
  }

  tell(event: DesktopEvent): void {
    if (!this.browser.isDestroyed()) this.browser.webContents.send(EVENT_CHANNEL, event);
  }

  /** Comes to the front, with a project to open when one is given. */
  bringForward(path: string | null = null): void {
    if (path !== null) {
      this.#expectedPath = path;
      if (this.#asked) this.tell({ type: 'open-path', path });
      else this.#pendingPath = path;
    }
    if (this.browser.isMinimized()) this.browser.restore();
    this.browser.focus();
  }

  showTheme(dark: boolean, platform: NodeJS.Platform): void {
    if (platform !== 'darwin') this.browser.setTitleBarOverlay(titleBarOverlay(dark));
  }

  async shell(request: ShellRequest): Promise<unknown> {
    const { locale } = this.#menuState;
    switch (request.type) {
      case 'pick-files':
        return pickFiles(this.browser, request.kind, locale);
      case 'pick-save-path': {
        const { documentsDir } = this.#setup;
        return pickSavePath(this.browser, request.suggested, request.kind, { locale, documentsDir });
      }
      case 'open-path': {
        this.#asked = true;
        const path = this.#pendingPath;
        this.#pendingPath = null;
        return path;
      }
      case 'new-window':
        this.#setup.openBeside();
        return null;
      case 'menu-state':
        this.#menuState = request.state;
        this.#setup.onMenuState();
        return null;
    }
  }

  /** The last window of a core goes only when that has closed the project, or does not answer. */
  async #end(): Promise<void> {
    // The page writes what is typed in it before anything is closed behind it.
    if (this.#asked) await this.carrier.askToWrite();
    this.carrier.abandon();
    const { bounds, maximised } = {
      bounds: this.browser.getNormalBounds(),
      maximised: this.browser.isMaximized(),
    };
    writeWindowState(this.#setup.stateFile, { bounds, maximised });
    const late = new Promise<void>((done) => void setTimeout(done, CLOSE_WITHIN_MS).unref());
    if (!this.#setup.isShared()) await Promise.race([this.core.close().catch(() => undefined), late]);
    this.#ended = true;
    this.browser.destroy();
  }
}

function makeBrowser(setup: ProjectWindowSetup): BrowserWindow {
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
  const state = shifted(readWindowState(setup.stateFile, screens), setup.offset);
  const preload = join(import.meta.dirname, 'preload.cjs');
  const { platform } = process;
  const { devTools } = setup;
  const browser = new BrowserWindow(
    windowOptions({ platform, dark: nativeTheme.shouldUseDarkColors, state, preload, devTools }),
  );
  if (state.maximised) browser.maximize();
  return browser;
}
