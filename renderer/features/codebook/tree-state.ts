import { create } from 'zustand';
import type { TreeOrder } from './tree-rows.ts';

export interface NewCode {
  /** The row under which the field stands; `null`: at the beginning of the tree. */
  readonly parentKey: string | null;
  readonly parentId: number | null;
  readonly hypothesisId: number | null;
  readonly groupId: number | null;
  readonly kind: 'code' | 'folder' | 'group';
}

interface TreeState {
  readonly project: string | null;
  readonly order: TreeOrder;
  readonly collapsed: ReadonlySet<string>;
  /** The row that Tab reaches and arrows start from. */
  readonly focusKey: string | null;
  readonly renamingKey: string | null;
  readonly creating: NewCode | null;
}

/** How the code tree is shown; the order and what is folded are remembered on this machine, by project. */
export const useTree = create<TreeState>(() => ({
  project: null,
  order: 'hypothesis',
  collapsed: new Set<string>(),
  focusKey: null,
  renamingKey: null,
  creating: null,
}));

const keyOf = (project: string): string => `repere.tree.${project}`;

export function openTree(project: string): void {
  if (useTree.getState().project === project) return;
  const { order, collapsed } = read(project);
  useTree.setState({
    project,
    order,
    collapsed: new Set(collapsed),
    focusKey: null,
    renamingKey: null,
    creating: null,
  });
}

export function setOrder(order: TreeOrder): void {
  useTree.setState({ order });
  write();
}

export function setExpanded(key: string, expanded: boolean): void {
  const collapsed = new Set(useTree.getState().collapsed);
  if (expanded) collapsed.delete(key);
  else collapsed.add(key);
  useTree.setState({ collapsed });
  write();
}

export function startCreating(creating: NewCode): void {
  if (creating.parentKey !== null) setExpanded(creating.parentKey, true);
  useTree.setState({ creating });
}

function write(): void {
  const { project, order, collapsed } = useTree.getState();
  if (project === null) return;
  try {
    localStorage.setItem(keyOf(project), JSON.stringify({ order, collapsed: [...collapsed] }));
  } catch {
    // A full or forbidden store only forgets a convenience.
  }
}

function read(project: string): { order: TreeOrder; collapsed: readonly string[] } {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(project)) ?? 'null');
    if (typeof stored !== 'object' || stored === null) return { order: 'hypothesis', collapsed: [] };
    const order = 'order' in stored && stored.order === 'tree' ? 'tree' : 'hypothesis';
    const collapsed = 'collapsed' in stored && Array.isArray(stored.collapsed) ? stored.collapsed : [];
    return { order, collapsed: collapsed.filter((key): key is string => typeof key === 'string') };
  } catch {
    return { order: 'hypothesis', collapsed: [] };
  }
}
