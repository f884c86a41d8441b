import { keepPanel, keptPanel, usePanelMemory } from './panel-memory.ts';

/**
 * The size of a panel in pixels, remembered for each project: `const [width, setWidth] = usePanelSize('sidebar', 272)`.
 * A project that has none begins with what was chosen last in another; before that, it is the initial size.
 */
export function usePanelSize(name: string, initial: number): readonly [number, (size: number) => void] {
  const kept = usePanelMemory((state) => keptPanel(state, name));
  return [typeof kept === 'number' ? kept : initial, (size) => keepPanel(name, size)];
}
