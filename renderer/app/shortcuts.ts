import { useEffect, useRef } from 'react';
import { isShortcut, type ShortcutId } from './shortcut-list.ts';

export interface ShortcutOptions {
  readonly enabled?: boolean;
  /** Also while a dialog or a menu is open, as help and undo are not. */
  readonly overDialogs?: boolean;
}

interface Listener extends ShortcutOptions {
  /** Answers `false` when it did not want the key after all. */
  readonly handler: (event: KeyboardEvent) => unknown;
}

const listeners = new Map<ShortcutId, Listener[]>();

/**
 * Runs `handler` at the keys of a shortcut, wherever the focus is; keys that write a character, and undo, are left to a
 * text field that has the focus. The component that was mounted last wins.
 */
export function useShortcut(
  id: ShortcutId,
  handler: (event: KeyboardEvent) => unknown,
  options: ShortcutOptions = {},
): void {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  const { enabled = true, overDialogs = false } = options;
  useEffect(() => {
    if (!enabled) return undefined;
    const listener: Listener = { handler: (event) => latest.current(event), overDialogs };
    listeners.set(id, [...(listeners.get(id) ?? []), listener]);
    return () => {
      listeners.set(
        id,
        (listeners.get(id) ?? []).filter((other) => other !== listener),
      );
    };
  }, [id, enabled, overDialogs]);
}

function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !/^(?:checkbox|radio|button|range)$/u.test(target.type))
  );
}

/** Whether the key is the field's own: writing, moving in it, its own undo. */
function belongsToField(event: KeyboardEvent): boolean {
  if (!isTextField(event.target)) return false;
  if (/^F\d+$/u.test(event.key)) return false;
  const chord = event.ctrlKey || event.metaKey;
  return !chord || /^[zyxcva]$/iu.test(event.key) || event.key.startsWith('Arrow');
}

function isOverlayOpen(): boolean {
  return (
    document.querySelector(
      '[role="dialog"],[role="alertdialog"],[role="menu"],[role="listbox"][data-focused]',
    ) !== null
  );
}

/** Finds the listener of a key press and runs it. Installed once on the window. */
export function dispatchShortcut(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || belongsToField(event)) return;
  const overlay = isOverlayOpen();
  for (const [id, registered] of listeners) {
    const listener = registered.at(-1);
    if (listener === undefined || (overlay && listener.overDialogs !== true)) continue;
    if (!isShortcut(event, id)) continue;
    if (listener.handler(event) === false) continue;
    event.preventDefault();
    return;
  }
}
