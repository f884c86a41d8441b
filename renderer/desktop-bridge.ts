import type { Answer, CoreEvent, Request } from '../src/contract/wire.ts';

/** What a file dialog of the desktop is for. */
export type PickKind = 'import' | 'tables' | 'project';

/** What a save dialog of the desktop is for; decides the title and the file types offered. */
export type SaveKind = 'project' | 'csv' | 'png' | 'svg';

/** What the window tells the desktop's menu, so that its items can be greyed. */
export interface MenuState {
  readonly projectOpen: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly locale: 'fr' | 'en';
  /** Accelerators of the menu's entries, as the desktop writes them; an empty one: none. */
  readonly keys?: Readonly<Record<string, string>>;
}

/** What the desktop's menu asks of the window. */
export type MenuAction =
  | 'new-project'
  | 'open-project'
  | 'new-window'
  | 'close-project'
  | 'import'
  | 'import-table'
  | 'save-copy'
  | 'settings'
  | 'undo'
  | 'redo'
  | 'help';

/** What the preload script puts at `window.repere`. Everything crosses as plain data. */
export interface DesktopBridge {
  readonly platform: 'darwin' | 'win32' | 'linux';
  /** Carries a call to the core. A cancel is answered at once; the cancelled call still answers by itself. */
  invoke(request: Request): Promise<Answer>;
  /** Answers a function that ends the subscription. */
  onEvent(listener: (event: CoreEvent) => void): () => void;
  /** Paths chosen in the system's dialog; none when the person cancelled. */
  pickFiles(kind: PickKind): Promise<readonly string[]>;
  pickSavePath(suggested: string, kind: SaveKind): Promise<string | null>;
  /** Where a dropped or chosen file lies on the disk. */
  pathForFile(file: File): string;
  /** Only where the system draws no frame. */
  windowControl?(action: 'minimise' | 'maximise' | 'close'): void;
  /** A project file the system asked to open with the program; asked once at start, then through `onMenu`. */
  openPath?(): Promise<string | null>;
  onOpenPath?(listener: (path: string) => void): () => void;
  /** Another window on the same project. */
  openWindow?(): void;
  onMenu?(listener: (action: MenuAction) => void): () => void;
  setMenuState?(state: MenuState): void;
}

declare global {
  interface Window {
    readonly repere?: DesktopBridge;
  }
}
