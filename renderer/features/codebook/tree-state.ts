import { create } from 'zustand';
import { NOTHING_CHOSEN, type Choice } from './tree-choice.ts';
import { NO_FILTER, type TreeFilter } from './tree-filter.ts';
import type { TreeOrder } from './tree-rows.ts';
import { TREE_SORTS, type TreeSort } from './tree-sort.ts';

export interface NewCode {
  /** The row under which the field stands; `null`: at the beginning of the tree. */
  readonly parentKey: string | null;
  readonly parentId: number | null;
  readonly hypothesisId: number | null;
  readonly groupId: number | null;
  readonly kind: 'code' | 'folder' | 'group' | 'set';
  /** Codes that go into the folder or the set that is being named. */
  readonly codeIds?: readonly number[];
}

interface TreeState {
  readonly project: string | null;
  readonly order: TreeOrder;
  readonly sort: TreeSort;
  readonly filter: TreeFilter;
  readonly collapsed: ReadonlySet<string>;
  /** The row that Tab reaches and arrows start from. */
  readonly focusKey: string | null;
  readonly renamingKey: string | null;
  readonly creating: NewCode | null;
  /** Rows that are chosen together, and the row where the choice began. */
  readonly choice: Choice;
  readonly anchorKey: string | null;
  /** The code that was just made: it is shown, whatever is filtered. */
  readonly madeId: number | null;
}

const FRESH = {
  filter: NO_FILTER,
  focusKey: null,
  renamingKey: null,
  creating: null,
  choice: NOTHING_CHOSEN,
  anchorKey: null,
  madeId: null,
} as const;

/** How the code tree is shown; the order and what is folded are remembered on this machine, by project. */
export const useTree = create<TreeState>(() => ({
  project: null,
  order: 'hypothesis',
  sort: 'hand',
  collapsed: new Set<string>(),
  ...FRESH,
}));

const keyOf = (project: string): string => `repere.tree.${project}`;

export function openTree(project: string): void {
  if (useTree.getState().project === project) return;
  const { order, sort, collapsed } = read(project);
  useTree.setState({
    project,
    order,
    sort,
    collapsed: new Set(collapsed),
    ...FRESH,
  });
}

export function setOrder(order: TreeOrder): void {
  useTree.setState({ order, choice: NOTHING_CHOSEN });
  write();
}

export function setSort(sort: TreeSort): void {
  useTree.setState({ sort });
  write();
}

export function setFilter(change: Partial<TreeFilter>): void {
  useTree.setState(({ filter }) => ({ filter: { ...filter, ...change }, madeId: null }));
}

export function clearChoice(): void {
  useTree.setState({ choice: NOTHING_CHOSEN });
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
  const { project, order, sort, collapsed } = useTree.getState();
  if (project === null) return;
  try {
    localStorage.setItem(keyOf(project), JSON.stringify({ order, sort, collapsed: [...collapsed] }));
  } catch {
    // A full or forbidden store only forgets a convenience.
  }
}

interface Remembered {
  readonly order: TreeOrder;
  readonly sort: TreeSort;
  readonly collapsed: readonly string[];
}

const NOTHING_REMEMBERED: Remembered = { order: 'hypothesis', sort: 'hand', collapsed: [] };

function read(project: string): Remembered {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(project)) ?? 'null');
    if (typeof stored !== 'object' || stored === null) return NOTHING_REMEMBERED;
    const order = 'order' in stored && stored.order === 'tree' ? 'tree' : 'hypothesis';
    const sort = TREE_SORTS.find((each) => 'sort' in stored && stored.sort === each) ?? 'hand';
    const collapsed = 'collapsed' in stored && Array.isArray(stored.collapsed) ? stored.collapsed : [];
    return { order, sort, collapsed: collapsed.filter((key): key is string => typeof key === 'string') };
  } catch {
    return NOTHING_REMEMBERED;
  }
}
