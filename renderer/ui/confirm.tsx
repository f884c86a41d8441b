import { useState, type ReactNode } from 'react';
import { create } from 'zustand';
import { useI18n } from '../i18n/use-i18n.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

export interface Question {
  readonly title: string;
  readonly text: string;
  /** What the button that goes on says: a verb. */
  readonly confirm: string;
  /** What the button that does not go on says, where it is not simply to cancel. */
  readonly refuse?: string;
  readonly danger?: boolean;
}

interface Asked {
  readonly question: Question;
  readonly answer: (yes: boolean) => void;
}

const useAsked = create<{ readonly asked: Asked | null }>(() => ({ asked: null }));

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

/** Draws the question; stands once in the frame. */
export function ConfirmHost(): ReactNode {
  const { t } = useI18n();
  const asked = useAsked((state) => state.asked);
  const [shown, setShown] = useState<Question | null>(null);
  // The words stay while the window fades.
  if (asked !== null && asked.question !== shown) setShown(asked.question);
  const close = (yes: boolean): void => {
    asked?.answer(yes);
    useAsked.setState({ asked: null });
  };
  return (
    <Dialog
      title={shown?.title ?? ''}
      isOpen={asked !== null}
      onClose={() => close(false)}
      role="alertdialog"
      footer={
        <>
          <Button onPress={() => close(false)}>{shown?.refuse ?? t('common.cancel')}</Button>
          <Button
            variant={shown?.danger === true ? 'danger' : 'primary'}
            autoFocus
            onPress={() => close(true)}
          >
            {shown?.confirm}
          </Button>
        </>
      }
    >
      <p>{shown?.text}</p>
    </Dialog>
  );
}
