import { afterEach, expect, it, vi } from 'vitest';
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
