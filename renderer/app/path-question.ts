import { create } from 'zustand';

/** A path asked of the person in the window itself, where no system dialog can give one. */
export type PathQuestion =
  | { readonly kind: 'open' }
  | { readonly kind: 'folder' }
  | { readonly kind: 'create'; readonly suggested: string; readonly folder: string | null };

export interface PathAsked {
  readonly question: PathQuestion;
  readonly answer: (path: string | null) => void;
}

export const usePathQuestion = create<{ readonly asked: PathAsked | null }>(() => ({ asked: null }));

/** Opens the window of folders and files; `null` when the person cancelled. */
export function askForPath(question: PathQuestion): Promise<string | null> {
  usePathQuestion.getState().asked?.answer(null);
  return new Promise((resolve) => {
    usePathQuestion.setState({
      asked: {
        question,
        answer: (path) => {
          usePathQuestion.setState({ asked: null });
          resolve(path);
        },
      },
    });
  });
}
