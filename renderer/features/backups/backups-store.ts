import { create } from 'zustand';
import { queryClient } from '../../app/query-client.ts';

export interface BackupsSubject {
  /** Where the project lies, or lay. */
  readonly path: string;
}

interface BackupsState {
  readonly isOpen: boolean;
  /** `null`: all projects that have backups. */
  readonly subject: BackupsSubject | null;
}

export const useBackupsWindow = create<BackupsState>(() => ({ isOpen: false, subject: null }));

/** Opens the window of backups: those of one project, or the projects that have some. */
export function openBackups(subject: BackupsSubject | null): void {
  // The command line, or another window, may have made or taken back some meanwhile.
  void queryClient.invalidateQueries({
    predicate: ({ queryKey: [name] }) => String(name).startsWith('backups.'),
  });
  useBackupsWindow.setState({ isOpen: true, subject });
}

export function closeBackups(): void {
  useBackupsWindow.setState({ isOpen: false });
}
