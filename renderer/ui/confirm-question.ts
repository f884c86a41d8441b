import { create } from 'zustand';

export interface Question {
  readonly title: string;
  readonly text: string;
  /** What the button that goes on says: a verb. */
  readonly confirm: string;
  /** What the button that does not go on says, where it is not simply to cancel. */
  readonly refuse?: string;
  readonly danger?: boolean;
  /** Enter does not go on. */
  readonly safe?: boolean;
}

interface Asked {
  readonly question: Question;
  readonly answer: (yes: boolean) => void;
}

export const useAsked = create<{ readonly asked: Asked | null }>(() => ({ asked: null }));

/**
 * Asks before something that undo does not bring back. What undo does bring back is not asked about:
 * it is done, with a toast that offers to undo.
 */
export function confirm(question: Question): Promise<boolean> {
  useAsked.getState().asked?.answer(false);
  return new Promise((answer) => {
    useAsked.setState({ asked: { question, answer } });
  });
}
