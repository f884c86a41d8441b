import { create } from 'zustand';

/** A project that could not be opened for its damage, and what was said of it. */
export interface Damaged {
  readonly path: string;
  readonly message: string;
}

/** The question that stands while ways out are offered; `null` when there is none. */
export const useDamaged = create<{ readonly damaged: Damaged | null }>(() => ({ damaged: null }));

export function askAboutDamaged(damaged: Damaged | null): void {
  useDamaged.setState({ damaged });
}
