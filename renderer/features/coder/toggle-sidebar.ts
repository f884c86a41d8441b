import { keepPanel, keptPanel, usePanelMemory } from '../../ui/panel-memory.ts';
import type { ViewRef } from './actions.ts';

/** Hides documents and codes, or shows them again; a focus that was in them goes to the text. */
export function toggleSidebar(view?: ViewRef): void {
  const isOpen = keptPanel(usePanelMemory.getState(), 'sidebar.open') !== false;
  const had = document.activeElement?.closest('.coder-side') !== null && document.activeElement !== null;
  keepPanel('sidebar.open', !isOpen);
  if (isOpen && had) requestAnimationFrame(() => view?.current?.focus());
}
