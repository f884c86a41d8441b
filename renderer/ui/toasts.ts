import { create } from 'zustand';

export type ToastKind = 'info' | 'ok' | 'warn' | 'error';

export interface ToastContent {
  readonly kind?: ToastKind;
  readonly text: string;
  /** A button beside the text; undoing is the usual one: see `undoAction` in `app/history.ts`. */
  readonly action?: { readonly label: string; readonly onAction: () => void };
}

export interface Toast extends ToastContent {
  readonly id: number;
  readonly kind: ToastKind;
}

const SHOWN_AT_ONCE = 3;

interface ToastState {
  readonly toasts: readonly Toast[];
}

export const useToasts = create<ToastState>(() => ({ toasts: [] }));

let lastId = 0;

/** Shows a short message at the bottom centre. The same message twice is shown once. */
export function toast(content: ToastContent): number {
  lastId += 1;
  const made: Toast = { kind: 'info', ...content, id: lastId };
  useToasts.setState(({ toasts }) => ({
    toasts: [...toasts.filter((other) => other.text !== made.text), made].slice(-SHOWN_AT_ONCE),
  }));
  return made.id;
}

export function dismissToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((other) => other.id !== id) }));
}
