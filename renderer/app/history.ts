import { i18nNow } from '../i18n/use-i18n.ts';
import type { ToastContent } from '../ui/toasts.ts';
import { runCommand } from './use-command.ts';

/** Takes back the last step; every window learns of it through its events. */
export async function undo(): Promise<void> {
  await runCommand('history.undo', {});
}

export async function redo(): Promise<void> {
  await runCommand('history.redo', {});
}

/** The « Annuler » of a toast: `toast({ text, action: undoAction() })`, shown right after the command it takes back. */
export function undoAction(): NonNullable<ToastContent['action']> {
  return { label: i18nNow().t('common.undo'), onAction: () => void undo() };
}
