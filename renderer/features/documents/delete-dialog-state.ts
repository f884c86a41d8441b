import { create } from 'zustand';
import { ofProject } from '../../app/per-project.ts';

/** A document, of the list or deleted before. */
export interface Deletable {
  readonly id: number;
  readonly name: string;
}

/** What is asked to be deleted; `isDeleted`: undo could bring it back, only « for good » is left. */
export interface DeleteQuestion {
  readonly documents: readonly Deletable[];
  readonly isDeleted: boolean;
}

export const useDeleteQuestion = ofProject(
  create<{ readonly open: DeleteQuestion | null }>(() => ({ open: null })),
);

export function askToDelete(document: Deletable): void {
  useDeleteQuestion.setState({ open: { documents: [document], isDeleted: false } });
}

/** Asks about documents that are deleted, whose words the history keeps. */
export function askToErase(documents: readonly Deletable[]): void {
  useDeleteQuestion.setState({ open: { documents, isDeleted: true } });
}

export function closeDeleteQuestion(): void {
  useDeleteQuestion.setState({ open: null });
}
