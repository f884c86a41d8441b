import type { ReactElement, ReactNode } from 'react';
import { Focusable, Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import { Kbd } from './kbd.tsx';
import './tooltip.css';

export interface TooltipProps {
  readonly text: ReactNode;
  readonly shortcut?: string;
  readonly placement?: 'top' | 'bottom' | 'left' | 'right';
  /** A react-aria component (Button…), or `plain` and any element that can be focused. */
  readonly children: ReactElement;
  /** The child is no react-aria component. */
  readonly plain?: boolean;
}

const DELAY_MS = 500;

/** A hint on hover after 500 ms, and on keyboard focus at once. */
export function Tooltip({
  text,
  shortcut,
  placement = 'bottom',
  plain = false,
  children,
}: TooltipProps): ReactNode {
  return (
    <TooltipTrigger delay={DELAY_MS} closeDelay={0}>
      {plain ? <Focusable>{children as ReactElement<Record<string, unknown>, string>}</Focusable> : children}
      <AriaTooltip className="tooltip" placement={placement} offset={6}>
        <span>{text}</span>
        {shortcut !== undefined && <Kbd keys={shortcut} />}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
