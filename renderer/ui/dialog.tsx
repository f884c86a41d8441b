import { X } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, type ReactNode, type RefObject } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useI18n } from '../i18n/use-i18n.ts';
import { confirm } from './confirm-question.ts';
import { IconButton } from './icon-button.tsx';
import { useTypedFields } from './typed-fields.ts';
import './dialog.css';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** 440, 640, 820 or 1100 pixels wide; `huge` is 756 high too. */
  readonly size?: 'small' | 'medium' | 'large' | 'huge';
  /** Beside the title, before the closing button. */
  readonly aside?: ReactNode;
  /** Left and right part of the bottom bar; no bar without either. */
  readonly footerStart?: ReactNode;
  readonly footer?: ReactNode;
  /** A press outside does not close (work could be lost). */
  readonly holds?: boolean;
  /** Closing would lose what was done in the window, typed or not: Escape and × ask first. */
  readonly hasWork?: boolean;
  /** The body holds text only: it takes the focus, so that keys scroll it. */
  readonly reading?: boolean;
  /** The body has no padding of its own. */
  readonly flush?: boolean;
  readonly role?: 'dialog' | 'alertdialog';
  readonly children: ReactNode;
}

/**
 * A modal window. Escape and × close it, after a question where something typed in it would be lost; the focus returns
 * to where it was.
 */
export function Dialog(props: DialogProps): ReactNode {
  const { title, isOpen, onClose, size = 'small', holds = false, hasWork = false, role = 'dialog' } = props;
  const { t } = useI18n();
  const scrim = useRef<HTMLDivElement>(null);
  const fields = useTypedFields(isOpen, scrim, title);
  const close = async (): Promise<void> => {
    const question = {
      title: t('unsaved.closeTitle'),
      text: t('unsaved.closeText'),
      confirm: t('unsaved.closeConfirm'),
      refuse: t('unsaved.closeRefuse'),
      safe: true,
    };
    if (!(hasWork || fields.hasTyped()) || (await confirm(question))) onClose();
  };
  useEscapeWithoutFocus(isOpen, scrim, () => void close());
  return (
    <ModalOverlay
      ref={scrim}
      className="dialog-scrim"
      isOpen={isOpen}
      isDismissable={!holds}
      onOpenChange={(open) => {
        if (!open) void close();
      }}
    >
      <Modal className={`dialog dialog-${size}`}>
        <AriaDialog className="dialog-inner" role={role}>
          <DialogBody {...props} title={title} onClose={() => void close()} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/**
 * Escape closes the uppermost window also while nothing has the focus: for a moment after a window above it closed, and
 * when the button that opened that one is gone.
 */
function useEscapeWithoutFocus(
  isOpen: boolean,
  scrim: RefObject<HTMLElement | null>,
  onClose: () => void,
): void {
  const close = useEffectEvent(onClose);
  useEffect(() => {
    if (!isOpen) return;
    const listen = (event: KeyboardEvent): void => {
      const lost = document.activeElement === null || document.activeElement === document.body;
      if (event.key !== 'Escape' || event.defaultPrevented || !lost) return;
      if ([...document.querySelectorAll('.dialog-scrim')].at(-1) !== scrim.current) return;
      event.preventDefault();
      close();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [isOpen, scrim]);
}

function DialogBody({
  title,
  onClose,
  aside,
  footerStart,
  footer,
  flush = false,
  reading = false,
  children,
}: DialogProps): ReactNode {
  const { t } = useI18n();
  return (
    <>
      <header className="dialog-head">
        <Heading slot="title" className="dialog-title">
          {title}
        </Heading>
        {aside}
        <IconButton label={t('common.close')} icon={X} onPress={onClose} />
      </header>
      <div
        className={`dialog-body ${flush ? 'dialog-body-flush' : ''}`}
        {...(reading ? { tabIndex: 0 } : {})}
      >
        {children}
      </div>
      {(footer !== undefined || footerStart !== undefined) && (
        <footer className="dialog-foot">
          <div className="dialog-foot-start">{footerStart}</div>
          {footer}
        </footer>
      )}
    </>
  );
}
