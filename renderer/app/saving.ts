import { create } from 'zustand';

const COMMANDS_THAT_DO_NOT_SAVE =
  /^(?:import\.(?:inspect|reread|redetect|discard)|tables\.|project\.|settings\.|coders\.setCurrent|files\.|reports\.)/u;
const SAVE_FAILURES: ReadonlySet<string> = new Set([
  'disk.full',
  'disk.error',
  'connection.lost',
  'project.replaced',
  'project.taken-over',
  'project.damaged',
]);
const SPINNER_AFTER_MS = 400;

export interface SavingState {
  /** Commands under way for longer than a moment. */
  readonly slow: boolean;
  /** The code of a failure to save that has not been followed by a save; `null` when all is well. */
  readonly failure: string | null;
  /** Counts a command in; the answer counts it out, with the code of its failure. */
  readonly begin: (name: string) => (failure: string | null) => void;
}

/** What the status bar says about saving. */
export const useSaving = create<SavingState>((set) => ({
  slow: false,
  failure: null,
  begin: (name) => {
    if (COMMANDS_THAT_DO_NOT_SAVE.test(name)) return () => undefined;
    const timer = setTimeout(() => set({ slow: true }), SPINNER_AFTER_MS);
    return (failure) => {
      clearTimeout(timer);
      set((state) => ({
        slow: false,
        failure: failure === null ? null : SAVE_FAILURES.has(failure) ? failure : state.failure,
      }));
    };
  },
}));
