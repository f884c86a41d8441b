import { keepPanel, keptPanel, usePanelMemory } from '../../ui/panel-memory.ts';

/** Hides documents and codes, or shows them again; a focus that was in them goes to the text. */
export function toggleSidebar(): void {
  const isOpen = keptPanel(usePanelMemory.getState(), 'sidebar.open') !== false;
  const hadFocus = document.querySelector('.coder-side')?.contains(document.activeElement) === true;
  keepPanel('sidebar.open', !isOpen);
  if (!isOpen || !hadFocus) return;
  requestAnimationFrame(() => {
    const texts = '[data-active] .tr-scroll, .coder-reader:not([data-beside]) .tr-scroll';
    document.querySelector<HTMLElement>(texts)?.focus({ preventScroll: true });
  });
}
