import { useEffect, useRef } from 'react';
import { isChord } from '../../app/chords.ts';

export const COPY_KEYS = 'Mod+Shift+C';

/** Copies the table at its keys while the screen is shown. */
export function useCopyKeys(copy: () => void): void {
  const latest = useRef(copy);
  useEffect(() => {
    latest.current = copy;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!isChord(event, COPY_KEYS) || event.defaultPrevented) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
