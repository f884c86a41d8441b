import type { ReactElement, ReactNode, RefObject } from 'react';
import { Dialog, DialogTrigger, Popover as AriaPopover } from 'react-aria-components';
import './popover.css';

export type PopoverPlacement =
  'bottom start' | 'bottom end' | 'bottom' | 'top start' | 'top end' | 'right' | 'left';

export interface PopoverProps {
  /** A `Button` or `IconButton` that opens it. */
  readonly trigger: ReactElement;
  readonly label: string;
  readonly placement?: PopoverPlacement;
  /** Content, or a function that is given a way to close. */
  readonly children: ReactNode | ((close: () => void) => ReactNode);
}

/** A panel that opens beside its button. */
export function Popover({ trigger, label, placement = 'bottom start', children }: PopoverProps): ReactNode {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover className="popover" placement={placement} offset={4}>
        <Dialog className="popover-inner" aria-label={label}>
          {({ close }) => <>{typeof children === 'function' ? children(close) : children}</>}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}

export interface AnchoredPopoverProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly anchor: RefObject<Element | null>;
  readonly label: string;
  readonly placement?: PopoverPlacement;
  /** Leaves the focus and the rest of the window alone. */
  readonly isNonModal?: boolean;
  readonly children: ReactNode;
}

/** A panel beside any element, opened by its owner. */
export function AnchoredPopover(props: AnchoredPopoverProps): ReactNode {
  const { isOpen, onClose, anchor, label, placement = 'bottom start', isNonModal = false, children } = props;
  return (
    <AriaPopover
      className="popover"
      triggerRef={anchor}
      placement={placement}
      offset={4}
      isNonModal={isNonModal}
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Dialog className="popover-inner" aria-label={label}>
        {children}
      </Dialog>
    </AriaPopover>
  );
}
