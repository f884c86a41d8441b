import { useState } from 'react';

function stored(name: string): number | null {
  const raw = localStorage.getItem(`repere.panel.${name}`);
  const value = raw === null ? Number.NaN : Number(raw);
  return Number.isFinite(value) ? value : null;
}

/** The size of a panel in pixels, remembered on this machine: `const [width, setWidth] = usePanelSize('sidebar', 272)`. */
export function usePanelSize(name: string, initial: number): readonly [number, (size: number) => void] {
  const [size, setSize] = useState(() => stored(name) ?? initial);
  const set = (next: number): void => {
    setSize(next);
    localStorage.setItem(`repere.panel.${name}`, String(Math.round(next)));
  };
  return [size, set];
}
