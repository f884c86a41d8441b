import type { CodeCount } from '../coder/use-coding-data.ts';
import type { TreeNode } from './tree-rows.ts';

/** The order of codes among their siblings: as a person put them, by name, by n, or by where they occur first. */
export type TreeSort = 'hand' | 'name' | 'n' | 'first';

export const TREE_SORTS: readonly TreeSort[] = ['hand', 'name', 'n', 'first'];

export interface SortKnowledge {
  readonly counts: ReadonlyMap<number, CodeCount>;
  /** Rank of each code's first segment in the project; codes without segments are left out. */
  readonly firstUses: ReadonlyMap<number, number>;
  readonly compare: (a: string, b: string) => number;
}

/** Sorts codes below whatever they stand under; hypotheses and groups stay in their own order, before or after them. */
export function sortNodes(nodes: readonly TreeNode[], sort: TreeSort, known: SortKnowledge): TreeNode[] {
  if (sort === 'hand') return [...nodes];
  const inner = nodes.map((node) => ({ ...node, children: sortNodes(node.children, sort, known) }));
  const codes = inner.filter((node) => node.item.kind === 'code');
  const sorted = codes.toSorted((a, b) => compareNodes(a, b, sort, known));
  let next = 0;
  return inner.map((node) => (node.item.kind === 'code' ? (sorted[next++] ?? node) : node));
}

function compareNodes(a: TreeNode, b: TreeNode, sort: TreeSort, known: SortKnowledge): number {
  const byName = known.compare(nameOf(a), nameOf(b));
  switch (sort) {
    case 'hand':
      return 0;
    case 'name':
      return byName;
    case 'n':
      return (
        count(b, known, 'participants') - count(a, known, 'participants') ||
        count(b, known, 'segments') - count(a, known, 'segments') ||
        byName
      );
    case 'first':
      return firstUse(a, known) - firstUse(b, known) || byName;
  }
}

function nameOf(node: TreeNode): string {
  return node.item.kind === 'code' ? node.item.code.name : '';
}

function count(node: TreeNode, known: SortKnowledge, figure: 'participants' | 'segments'): number {
  return node.item.kind === 'code' ? (known.counts.get(node.item.code.id)?.[figure] ?? 0) : 0;
}

/** Of the code or of what stands below it, whatever comes first; never used comes last. */
function firstUse(node: TreeNode, known: SortKnowledge): number {
  const own = node.item.kind === 'code' ? known.firstUses.get(node.item.code.id) : undefined;
  return Math.min(own ?? Number.MAX_SAFE_INTEGER, ...node.children.map((child) => firstUse(child, known)));
}
