import { create } from 'zustand';

/** As many as `Alt 1…9` can name. */
export const RECENTS = 9;

/** The last codes applied, newest first. */
export const useRecents = create<{ readonly project: string | null; readonly codeIds: readonly number[] }>(
  () => ({
    project: null,
    codeIds: [],
  }),
);

const keyOf = (project: string): string => `repere.recents.${project}`;

/** Takes up the list of a project, remembered on this machine: it is a habit of the person, not part of the study. */
export function openRecents(project: string): void {
  if (useRecents.getState().project === project) return;
  useRecents.setState({ project, codeIds: read(project) });
}

export function noteRecent(codeId: number): void {
  const { project, codeIds } = useRecents.getState();
  const next = withRecent(codeIds, codeId);
  useRecents.setState({ codeIds: next });
  if (project === null) return;
  try {
    localStorage.setItem(keyOf(project), JSON.stringify(next));
  } catch {
    // A full or forbidden store only forgets a convenience.
  }
}

export function withRecent(codeIds: readonly number[], codeId: number): readonly number[] {
  return [codeId, ...codeIds.filter((id) => id !== codeId)].slice(0, RECENTS);
}

/** Recents that still exist; a project without any takes the codes of its newest codings. */
export function recentCodes(
  codeIds: readonly number[],
  exists: (codeId: number) => boolean,
  codings: readonly { readonly codeId: number; readonly createdAt: string }[],
): readonly number[] {
  const known = codeIds.filter(exists);
  if (known.length > 0) return known;
  const newest = codings
    .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))
    .map((coding) => coding.codeId);
  return [...new Set(newest)].filter(exists).slice(0, RECENTS);
}

function read(project: string): readonly number[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(project)) ?? '[]');
    return Array.isArray(stored) ? stored.filter((id) => Number.isInteger(id)).slice(0, RECENTS) : [];
  } catch {
    return [];
  }
}
