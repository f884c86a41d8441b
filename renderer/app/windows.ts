import { create } from 'zustand';
import type { Draft } from '../features/auto-coding/draft.ts';
import type { FileSource } from '../../src/imports/contract.ts';

export type ProjectSettingsPart = 'project' | 'participants' | 'coders';

/** Files on their way to the import window, with the name to show while they are read. */
export interface IncomingFile {
  readonly name: string;
  readonly size: number | null;
  /** Where it lies; as far as a browser tells that, and then when it was last changed. The same for the same file. */
  readonly place: string;
  /** Hands the bytes over where the shell needs that. */
  readonly source: () => Promise<FileSource>;
}

export type FrameWindow =
  | { readonly kind: 'import'; readonly files: readonly IncomingFile[] }
  /** `back` is shown again afterwards. */
  | { readonly kind: 'tables'; readonly files: readonly IncomingFile[]; readonly back?: FrameWindow }
  | { readonly kind: 'settings' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'project'; readonly part: ProjectSettingsPart }
  /** Transcripts dropped on the home screen wait for the project. */
  | { readonly kind: 'new-project'; readonly files: readonly IncomingFile[] }
  | { readonly kind: 'rename-project' }
  | { readonly kind: 'export' }
  | { readonly kind: 'history'; readonly part?: 'steps' | 'changes' }
  | { readonly kind: 'guide' }
  | { readonly kind: 'pseudonyms' }
  /** `start` says what is filled in when it opens. */
  | { readonly kind: 'auto-code'; readonly start: Partial<Draft> }
  /** Without a page it begins with the shortcuts. */
  | { readonly kind: 'help'; readonly page?: string };

export interface WindowsState {
  readonly open: FrameWindow | null;
  readonly show: (window: FrameWindow) => void;
  readonly close: () => void;
}

/** Which window of the frame is open; at most one. */
export const useWindows = create<WindowsState>((set) => ({
  open: null,
  show: (window) => set({ open: window }),
  close: () => set({ open: null }),
}));

/** Opens the window for tables, at its file chooser when no files are given. */
export function openTables(files: readonly IncomingFile[] = [], back?: FrameWindow): void {
  useWindows.getState().show({ kind: 'tables', files, ...(back === undefined ? {} : { back }) });
}

/** Opens the window that codes automatically, with what is known already filled in. */
export function openAutoCode(start: Partial<Draft> = {}): void {
  useWindows.getState().show({ kind: 'auto-code', start });
}

/** Opens the import window, at its file chooser when no files are given. */
export function openImport(files: readonly IncomingFile[] = []): void {
  useWindows.getState().show({ kind: 'import', files });
}
