import { Check, type LucideIcon } from 'lucide-react';
import { createContext, useContext, useRef, type ReactElement, type ReactNode } from 'react';
import {
  Header,
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  MenuTrigger,
  Popover,
  Separator,
  SubmenuTrigger,
} from 'react-aria-components';
import { Kbd } from './kbd.tsx';
import './menu.css';

/** Closes the menu at the pointer, from a menu beside it too: by itself that one would close alone. */
const CloseContext = createContext<(() => void) | null>(null);

export interface MenuItemProps {
  readonly label: string;
  readonly onAction?: () => void;
  readonly icon?: LucideIcon;
  /** A mark, a swatch: drawn where the icon would be. */
  readonly lead?: ReactNode;
  /** Right-aligned, 12 px. */
  readonly hint?: string;
  readonly shortcut?: string;
  readonly tone?: 'default' | 'danger';
  readonly isDisabled?: boolean;
  /** A tick before the others' labels. */
  readonly checked?: boolean;
  /** Its name among the items, where something is to be known of the one in hand. */
  readonly id?: string;
}

export function MenuItem(props: MenuItemProps): ReactNode {
  const { label, onAction, icon: Icon, lead, hint, shortcut, tone = 'default', checked } = props;
  const close = useContext(CloseContext);
  return (
    <AriaMenuItem
      className={`menu-item menu-item-${tone}`}
      textValue={label}
      {...(props.id === undefined ? {} : { id: props.id })}
      isDisabled={props.isDisabled ?? false}
      {...(onAction === undefined
        ? {}
        : {
            onAction: () => {
              close?.();
              onAction();
            },
          })}
    >
      {Icon !== undefined && <Icon size={16} aria-hidden />}
      {lead}
      <span className="menu-item-label">{label}</span>
      {hint !== undefined && <span className="menu-item-hint">{hint}</span>}
      {shortcut !== undefined && <Kbd keys={shortcut} />}
      {checked === true && <Check size={14} aria-hidden />}
    </AriaMenuItem>
  );
}

export function MenuSeparator(): ReactNode {
  return <Separator className="menu-separator" />;
}

/** A run of items under a small heading. */
export function MenuSection({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <AriaMenuSection className="menu-section">
      <Header className="menu-heading">{title}</Header>
      {children}
    </AriaMenuSection>
  );
}

/** An item that opens further items beside it. */
export function Submenu(props: MenuItemProps & { readonly children: ReactNode }): ReactNode {
  const { children, ...item } = props;
  return (
    <SubmenuTrigger>
      <MenuItem {...item} hint="›" />
      <Popover className="menu-popover" offset={2}>
        <AriaMenu className="menu" aria-label={item.label}>
          {children}
        </AriaMenu>
      </Popover>
    </SubmenuTrigger>
  );
}

export interface MenuButtonProps {
  /** A `Button` or `IconButton`. */
  readonly trigger: ReactElement;
  readonly label: string;
  readonly placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end';
  /** `MenuItem`, `MenuSection`, `MenuSeparator`, `Submenu`. */
  readonly children: ReactNode;
}

/** A button that opens a menu. */
export function MenuButton({
  trigger,
  label,
  placement = 'bottom start',
  children,
}: MenuButtonProps): ReactNode {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="menu-popover" placement={placement} offset={4}>
        <AriaMenu className="menu" aria-label={label}>
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

export interface ContextMenuProps {
  /** Where the pointer was, in the window; `null`: closed. */
  readonly at: { readonly x: number; readonly y: number } | null;
  readonly onClose: () => void;
  readonly label: string;
  readonly children: ReactNode;
}

/** A menu at a place of the window, for `onContextMenu`. */
export function ContextMenu({ at, onClose, label, children }: ContextMenuProps): ReactNode {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <CloseContext value={onClose}>
      <span
        ref={anchor}
        className="context-menu-anchor"
        aria-hidden
        style={{ left: at?.x ?? 0, top: at?.y ?? 0 }}
      />
      <Popover
        className="menu-popover"
        triggerRef={anchor}
        placement="right top"
        offset={2}
        isOpen={at !== null}
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose();
        }}
      >
        <AriaMenu className="menu" aria-label={label} autoFocus="first" onClose={onClose}>
          {children}
        </AriaMenu>
      </Popover>
    </CloseContext>
  );
}
