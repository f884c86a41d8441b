import { create } from 'zustand';
import type { IncomingFile } from './windows.ts';

interface IncomingState {
  /** Files that came while a window that takes files was open already. */
  readonly files: readonly IncomingFile[];
  readonly add: (files: readonly IncomingFile[]) => void;
  /** Those that are wanted; the others keep waiting. */
  readonly take: (isWanted?: (file: IncomingFile) => boolean) => readonly IncomingFile[];
}

export const useIncoming = create<IncomingState>((set, get) => ({
  files: [],
  add: (files) => set((state) => ({ files: [...state.files, ...files] })),
  take: (isWanted = () => true) => {
    const { files } = get();
    const taken = files.filter(isWanted);
    if (taken.length > 0) set({ files: files.filter((file) => !isWanted(file)) });
    return taken;
  },
}));
