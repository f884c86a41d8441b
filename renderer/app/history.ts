import { i18nNow } from '../i18n/use-i18n.ts';
import { dismissToast, toast, type ToastContent } from '../ui/toasts.ts';
import { client, door } from './client.ts';
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

/** As long as a toast stays, and a little more. */
const TOAST_LIFE_MS = 8_000;

/**
 * Says what a command just did, with « Annuler ». The toast goes as soon as another step follows: from then on undoing
 * would take back that one.
 */
export function undoToast(text: string): void {
  const id = toast({ text, action: undoAction() });
  let step: number | null = null;
  const later: number[] = [];
  const stop = door.subscribe((event) => {
    if (event.type !== 'changed') return;
    if (step === null) later.push(event.stepId);
    else if (event.stepId !== step || event.origin !== 'command') end(true);
  });
  const timer = setTimeout(() => end(false), TOAST_LIFE_MS);
  const end = (dismiss: boolean): void => {
    clearTimeout(timer);
    stop();
    if (dismiss) dismissToast(id);
  };
  client.history.state({}).then(
    (state) => {
      step = state.undo?.id ?? null;
      if (step === null || later.some((seen) => seen > (step ?? 0))) end(true);
    },
    () => end(false),
  );
}
