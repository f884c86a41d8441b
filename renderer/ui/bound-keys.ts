import { create } from 'zustand';

/** The chords of each shortcut as they are now, by its name; a person may have changed them. `Kbd` shows the first. */
export const useBoundKeys = create<Readonly<Record<string, readonly string[]>>>(() => ({}));
