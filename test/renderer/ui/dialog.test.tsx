import { afterEach, expect, it, vi } from 'vitest';
import { ConfirmHost } from '../../../renderer/ui/confirm.tsx';
import { Dialog } from '../../../renderer/ui/dialog.tsx';
import { mount, settle, type Mounted } from './mount.ts';

let mounted: Mounted | null = null;
afterEach(async () => {
  await mounted?.unmount();
  mounted = null;
});

const escape = (): Promise<void> =>
  settle(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }),
    );
  });

it('Escape closes the uppermost window though nothing has the focus, and only that one', async () => {
  const lower = vi.fn<() => void>();
  const upper = vi.fn<() => void>();
  const windows = (above: boolean) => (
    <>
      <Dialog title="Table" isOpen onClose={lower}>
        <button type="button">a</button>
      </Dialog>
      <Dialog title="Report" isOpen={above} onClose={upper}>
        <button type="button">b</button>
      </Dialog>
    </>
  );
  mounted = await mount(windows(true));
  await escape();
  expect([upper.mock.calls.length, lower.mock.calls.length]).toEqual([1, 0]);
  await mounted.render(windows(false));
  await escape();
  expect([upper.mock.calls.length, lower.mock.calls.length]).toEqual([1, 1]);
});

it('asks before words that were typed in it go, and not when they are back to what they were', async () => {
  const close = vi.fn<() => void>();
  mounted = await mount(
    <>
      <Dialog title="Définition" isOpen onClose={close}>
        <textarea aria-label="Définition brève" defaultValue="avant" />
        <input type="search" aria-label="Chercher" />
        <input data-saves aria-label="Nom" />
      </Dialog>
      <ConfirmHost />
    </>,
  );
  const type = (name: string, text: string): Promise<void> =>
    settle(() => {
      const field = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[aria-label="${name}"]`)!;
      field.dispatchEvent(new InputEvent('beforeinput', { bubbles: true }));
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
  const question = () => document.querySelector('[role="alertdialog"]');
  await type('Définition brève', 'avant et après');
  await escape();
  expect(question()?.textContent).toContain('Close without saving');
  await escape();
  expect([question(), close.mock.calls.length]).toEqual([null, 0]);
  await type('Définition brève', 'avant');
  await type('Chercher', 'mots');
  await type('Nom', 'écrit en partant');
  await escape();
  expect(close).toHaveBeenCalledTimes(1);
});
