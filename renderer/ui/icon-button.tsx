import type { LucideIcon } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Tooltip } from './tooltip.tsx';
import './button.css';

export interface IconButtonProps extends Omit<
  AriaButtonProps,
  'className' | 'style' | 'children' | 'aria-label'
> {
  /** Read out, and shown in the tooltip. */
  readonly label: string;
  readonly icon: LucideIcon;
  /** Shown in the tooltip: `Mod+Z`. */
  readonly shortcut?: string;
  /** 24 or 28 pixels. */
  readonly size?: 'small' | 'medium';
  readonly tone?: 'default' | 'danger';
  /** Switched on; also tells assistive technology. */
  readonly active?: boolean;
  readonly className?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button that is an icon, with a tooltip after 500 ms. */
export function IconButton({
  label,
  icon: Icon,
  shortcut,
  size = 'medium',
  tone = 'default',
  active,
  className = '',
  ...rest
}: IconButtonProps): ReactNode {
  const classes = ['icon-button', `icon-button-${size}`, `icon-button-${tone}`, className];
  return (
    <Tooltip text={label} {...(shortcut === undefined ? {} : { shortcut })}>
      <AriaButton
        {...rest}
        aria-label={label}
        className={classes.filter(Boolean).join(' ')}
        {...(active === undefined ? {} : { 'aria-pressed': active })}
        {...(active === true ? { 'data-active': true } : {})}
      >
        <Icon size={size === 'small' ? 14 : 16} aria-hidden />
      </AriaButton>
    </Tooltip>
  );
}
