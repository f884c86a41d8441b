import { useState, type ReactNode } from 'react';
import { useI18n } from '../i18n/use-i18n.ts';
import { Button } from './button.tsx';
import { useAsked, type Question } from './confirm-question.ts';
import { Dialog } from './dialog.tsx';

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
          <Button autoFocus={shown?.safe === true} onPress={() => close(false)}>
            {shown?.refuse ?? t('common.cancel')}
          </Button>
          <Button
            variant={shown?.danger === true ? 'danger' : 'primary'}
            autoFocus={shown?.safe !== true}
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
