import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export type PanelValue = number | boolean | string;
type Values = Readonly<Record<string, PanelValue>>;

/** So many projects keep their panels; the ones used longest ago are forgotten first. */
const MOST_PROJECTS = 40;

export interface PanelMemory {
  /** The project that is open; `null` on the home screen. */
  readonly project: string | null;
  /** Each project's own, the one used last at the end. */
  readonly kept: Readonly<Record<string, Values>>;
  /** What was chosen last in any project: a new one begins with it. */
  readonly last: Values;
}

/** How panels stand, on this machine: a team shares the project, not the window. */
export const usePanelMemory = create<PanelMemory>()(
  persist((): PanelMemory => ({ project: null, kept: {}, last: {} }), {
    name: 'repere.panels',
    partialize: ({ kept, last }) => ({ kept, last }),
  }),
);

/** Says which project the panels are of. */
export function setPanelProject(project: string | null): void {
  usePanelMemory.setState({ project });
}

/** What a project keeps of a panel, else what was chosen last anywhere (`isOwn`: not that). */
export function keptPanel(
  { project, kept, last }: PanelMemory,
  name: string,
  isOwn = false,
): PanelValue | undefined {
  const own = project === null ? undefined : kept[project]?.[name];
  return own ?? (isOwn ? undefined : last[name]);
}

/** Keeps how a panel stands, for this project and for new ones. */
export function keepPanel(name: string, value: PanelValue): void {
  usePanelMemory.setState((state) => ({
    last: { ...state.last, [name]: value },
    kept: state.project === null ? state.kept : withValue(state.kept, state.project, name, value),
  }));
}

function withValue(
  kept: PanelMemory['kept'],
  project: string,
  name: string,
  value: PanelValue,
): PanelMemory['kept'] {
  const others = Object.entries(kept).filter(([key]) => key !== project);
  return Object.fromEntries([
    ...others.slice(-(MOST_PROJECTS - 1)),
    [project, { ...kept[project], [name]: value }],
  ]);
}

/** Whether a panel is shown, remembered for each project: `const [isOpen, setOpen] = usePanelOpen('sidebar')`. */
export function usePanelOpen(name: string): readonly [boolean, (isOpen: boolean) => void] {
  const kept = usePanelMemory((state) => keptPanel(state, `${name}.open`));
  return [kept !== false, (isOpen) => keepPanel(`${name}.open`, isOpen)];
}
