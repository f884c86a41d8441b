import { useSyncExternalStore } from 'react';

/** Under this width the inspector lies over the reader. */
const WIDE = '(min-width: 1280px)';

export function isWide(): boolean {
  return window.matchMedia(WIDE).matches;
}

/** Whether there is room for the inspector beside the reader. */
export function useWide(): boolean {
  return useSyncExternalStore((changed) => {
    const query = window.matchMedia(WIDE);
    query.addEventListener('change', changed);
    return () => query.removeEventListener('change', changed);
  }, isWide);
}
