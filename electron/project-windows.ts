import type { WebContents } from 'electron';
import type { SupervisedCore } from '../src/host/supervised-core.ts';
import type { ProjectWindow } from './project-window.ts';

/** Makes a window, with a core of its own when none is given. */
export type OpenWindow = (path: string | null, core: SupervisedCore | null) => Promise<ProjectWindow>;

/** All windows that are open. Each project has its core; several windows may show the same. */
export class ProjectWindows {
  readonly #open: OpenWindow;
  readonly #windows = new Set<ProjectWindow>();

  /** `open` makes a window. */
  constructor(open: OpenWindow) {
    this.#open = open;
  }

  get all(): readonly ProjectWindow[] {
    return [...this.#windows];
  }

  /** The window whose page sends, or `null`. */
  of(sender: WebContents): ProjectWindow | null {
    return this.all.find(({ browser }) => !browser.isDestroyed() && browser.webContents === sender) ?? null;
  }

  /** The window in front, or any. */
  get front(): ProjectWindow | null {
    return this.all.find(({ browser }) => browser.isFocused()) ?? this.all.at(-1) ?? null;
  }

  /** Shows a project: in its window where it is open, in one without a project, or in a new one. */
  async show(path: string | null): Promise<void> {
    const there = path === null ? this.front : this.all.find((window) => window.holds(path));
    if (there !== undefined && there !== null) return there.bringForward();
    const free = this.all.find(({ isFree }) => isFree);
    if (free !== undefined) return free.bringForward(path);
    await this.add(path);
  }

  /** The windows of a core. */
  on(core: SupervisedCore): readonly ProjectWindow[] {
    return this.all.filter((window) => window.core === core);
  }

  /** A new window: with a core of its own, or on the project of the one that is given. */
  async add(path: string | null, core: SupervisedCore | null = null): Promise<void> {
    const window = await this.#open(path, core);
    this.#windows.add(window);
    window.browser.once('closed', () => this.#windows.delete(window));
    await window.load();
  }
}
