import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

export interface Mounted {
  readonly container: HTMLElement;
  readonly render: (node: ReactNode) => Promise<void>;
  readonly unmount: () => Promise<void>;
}

/** Draws into the page; answers and effects that are due are waited for. */
export async function mount(node: ReactNode): Promise<Mounted> {
  const container = document.createElement('div');
  document.body.append(container);
  const root: Root = createRoot(container);
  const render = (shown: ReactNode): Promise<void> => act(async () => root.render(shown));
  await render(node);
  return {
    container,
    render,
    unmount: async () => {
      await act(async () => root.unmount());
      container.remove();
    },
  };
}

/** Runs what changes something and waits until the page shows it. */
export async function settle(change: () => unknown = () => undefined): Promise<void> {
  await act(async () => {
    await change();
  });
  await act(async () => {
    await new Promise((next) => {
      setTimeout(next, 5);
    });
  });
}
