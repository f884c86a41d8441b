import type { WebContents } from 'electron';
import type { ProjectWindow } from './project-window.ts';

/** All windows that are open, one for each project. */
export class ProjectWindows {
  readonly #open: (path: string | null) => Promise<ProjectWindow>;
  readonly #windows = new Set<ProjectWindow>();

  /** `open` makes a window with a core of its own. */
  constructor(open: (path: string | null) => Promise<ProjectWindow>) {
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

  async add(path: string | null): Promise<void> {
    const window = await this.#open(path);
    this.#windows.add(window);
    window.browser.once('closed', () => this.#windows.delete(window));
    await window.load();
  }
}
