import { create } from 'zustand';

/** A project that could not be opened for its damage, and what was said of it. */
export interface Damaged {
  readonly path: string;
  readonly message: string;
  /** Whether it may open read-only. */
  readonly canBeRead: boolean;
}

/** The question that stands while ways out are offered; `null` when there is none. */
export const useDamaged = create<{
  readonly damaged: Damaged | null;
  /** What a recovery could not bring back, to be read by the person; `null` when there is nothing to tell. */
  readonly findings: readonly string[] | null;
}>(() => ({ damaged: null, findings: null }));

export function askAboutDamaged(damaged: Damaged | null): void {
  useDamaged.setState({ damaged });
}

/** Shows what is missing after a recovery; `null` closes it. */
export function tellWhatIsMissing(findings: readonly string[] | null): void {
  useDamaged.setState({ findings });
}
