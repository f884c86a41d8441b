import { create } from 'zustand';

/** A project that somebody else has open, and what was said of it. */
export interface Locked {
  readonly path: string;
  readonly message: string;
}

/** The question that stands while a project is locked; `null` when there is none. */
export const useLocked = create<{ readonly locked: Locked | null }>(() => ({ locked: null }));

export function askAboutLocked(locked: Locked | null): void {
  useLocked.setState({ locked });
}
