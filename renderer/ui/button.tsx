import { ChevronDown, type LucideIcon } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import './button.css';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  readonly variant?: 'default' | 'primary' | 'quiet' | 'danger';
  /** 24, 28 or 36 pixels high. */
  readonly size?: 'small' | 'medium' | 'large';
  readonly icon?: LucideIcon;
  /** Only the icon is drawn; then `aria-label` is needed. Prefer `IconButton`, which has a tooltip. */
  readonly iconOnly?: boolean;
  /** A chevron at the end: it opens a menu. */
  readonly menu?: boolean;
  /** Drawn as chosen or open. */
  readonly active?: boolean;
  readonly className?: string;
  readonly children?: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

const ICON_SIZE = { small: 14, medium: 16, large: 18 } as const;

export function Button({
  variant = 'default',
  size = 'medium',
  icon: Icon,
  iconOnly = false,
  menu = false,
  active = false,
  className = '',
  children,
  ...rest
}: ButtonProps): ReactNode {
  const classes = [
    'button',
    `button-${variant}`,
    `button-${size}`,
    iconOnly ? 'button-icon-only' : '',
    className,
  ];
  return (
    <AriaButton
      {...rest}
      className={classes.filter(Boolean).join(' ')}
      {...(active ? { 'data-active': true } : {})}
    >
      {Icon !== undefined && <Icon size={ICON_SIZE[size]} aria-hidden />}
      {!iconOnly && children}
      {menu && <ChevronDown className="button-chevron" size={14} aria-hidden />}
    </AriaButton>
  );
}
