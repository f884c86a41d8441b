import { create } from 'zustand';
import type { IncomingFile } from './windows.ts';

interface IncomingState {
  /** Files that came while the import window was open already. */
  readonly files: readonly IncomingFile[];
  readonly add: (files: readonly IncomingFile[]) => void;
  readonly take: () => readonly IncomingFile[];
}

export const useIncoming = create<IncomingState>((set, get) => ({
  files: [],
  add: (files) => set((state) => ({ files: [...state.files, ...files] })),
  take: () => {
    const { files } = get();
    if (files.length > 0) set({ files: [] });
    return files;
  },
}));
