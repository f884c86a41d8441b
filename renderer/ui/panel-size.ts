import { useState } from 'react';

function stored(name: string): number | null {
  const raw = localStorage.getItem(`repere.panel.${name}`);
  const value = raw === null ? Number.NaN : Number(raw);
  return Number.isFinite(value) ? value : null;
}

/**
 * The size of a panel in pixels, remembered on this machine: `const [width, setWidth] = usePanelSize('sidebar', 272)`.
 * Until a person chose one, it is the initial size, also where that changes.
 */
export function usePanelSize(name: string, initial: number): readonly [number, (size: number) => void] {
  const [chosen, setChosen] = useState(() => stored(name));
  const set = (next: number): void => {
    setChosen(next);
    localStorage.setItem(`repere.panel.${name}`, String(Math.round(next)));
  };
  return [chosen ?? initial, set];
}
