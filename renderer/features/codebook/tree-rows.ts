import type { Code } from '../../../src/codebook/contract.ts';
import type { Hypothesis } from '../../../src/hypotheses/contract.ts';

/** The two orders of the codes panel. */
export type TreeOrder = 'hypothesis' | 'tree';

interface RowPlace {
  /** Unique in the list and stable between answers of the core. */
  readonly key: string;
  /** From 1, as in `aria-level`. */
  readonly level: number;
  readonly parentKey: string | null;
  readonly position: number;
  readonly siblings: number;
  readonly hasChildren: boolean;
  readonly expanded: boolean;
}

export interface HypothesisRow extends RowPlace {
  readonly kind: 'hypothesis';
  readonly hypothesis: Hypothesis;
}
export interface GroupRow extends RowPlace {
  readonly kind: 'group';
  readonly hypothesis: Hypothesis;
  readonly groupId: number;
  readonly name: string;
}
export interface UnmappedRow extends RowPlace {
  readonly kind: 'unmapped';
}
export interface CodeRow extends RowPlace {
  readonly kind: 'code';
  readonly code: Code;
  /** The mapping that puts this code here; `null` for codes that came along with their parent, and in tree order. */
  readonly mappingId: number | null;
  readonly hypothesisId: number | null;
  readonly groupId: number | null;
}
export type TreeRow = HypothesisRow | GroupRow | UnmappedRow | CodeRow;

/** A node before folding and filtering. */
export interface TreeNode {
  readonly key: string;
  readonly item:
    | { readonly kind: 'hypothesis'; readonly hypothesis: Hypothesis }
    | {
        readonly kind: 'group';
        readonly hypothesis: Hypothesis;
        readonly groupId: number;
        readonly name: string;
      }
    | { readonly kind: 'unmapped' }
    | {
        readonly kind: 'code';
        readonly code: Code;
        readonly mappingId: number | null;
        readonly hypothesisId: number | null;
        readonly groupId: number | null;
      };
  readonly children: readonly TreeNode[];
}

type Children = ReadonlyMap<number | null, readonly Code[]>;

/** Codes by parent, in sibling order; an unknown parent counts as none, so that no code is ever lost from view. */
export function childrenOf(codes: readonly Code[]): Children {
  const known = new Set(codes.map((code) => code.id));
  const children = new Map<number | null, Code[]>();
  for (const code of codes) {
    const parent = code.parentId !== null && known.has(code.parentId) ? code.parentId : null;
    const list = children.get(parent);
    if (list === undefined) children.set(parent, [code]);
    else list.push(code);
  }
  for (const list of children.values()) list.sort((a, b) => a.position - b.position || a.id - b.id);
  return children;
}

interface Here {
  readonly prefix: string;
  readonly hypothesisId: number | null;
  readonly groupId: number | null;
}

function branch(
  children: Children,
  code: Code,
  mappingId: number | null,
  here: Here,
  keep: (c: Code) => boolean,
): TreeNode {
  return {
    key: `${here.prefix}c${code.id}`,
    item: { kind: 'code', code, mappingId, hypothesisId: here.hypothesisId, groupId: here.groupId },
    children: (children.get(code.id) ?? [])
      .filter(keep)
      .map((child) => branch(children, child, null, here, keep)),
  };
}

/** Roots of the codes in the order of the code tree. */
export function treeOrderNodes(codes: readonly Code[]): TreeNode[] {
  const children = childrenOf(codes);
  const here: Here = { prefix: 't/', hypothesisId: null, groupId: null };
  return (children.get(null) ?? []).map((code) => branch(children, code, null, here, () => true));
}

/** Depth-first rank of every code, for ordering mapped codes as the code tree does. */
function ranks(codes: readonly Code[], children: Children): Map<number, number> {
  const rank = new Map<number, number>();
  const visit = (code: Code): void => {
    if (rank.has(code.id)) return;
    rank.set(code.id, rank.size);
    for (const child of children.get(code.id) ?? []) visit(child);
  };
  for (const root of children.get(null) ?? []) visit(root);
  for (const code of codes) visit(code);
  return rank;
}

function isBelow(code: Code, ancestorId: number, byId: ReadonlyMap<number, Code>): boolean {
  const seen = new Set<number>();
  let parent = code.parentId;
  while (parent !== null && !seen.has(parent)) {
    if (parent === ancestorId) return true;
    seen.add(parent);
    parent = byId.get(parent)?.parentId ?? null;
  }
  return false;
}

/**
 * Hypotheses with their codes, then their groups with theirs, then codes under no hypothesis.
 * A code mapped twice stands twice; a code that comes along with a mapped branch is not repeated as a root of the same place.
 */
export function hypothesisOrderNodes(codes: readonly Code[], hypotheses: readonly Hypothesis[]): TreeNode[] {
  const children = childrenOf(codes);
  const byId = new Map(codes.map((code) => [code.id, code]));
  const rank = ranks(codes, children);
  const covered = new Set<number>();

  const cover = (code: Code, deep: boolean): void => {
    if (covered.has(code.id) && !deep) return;
    covered.add(code.id);
    if (deep) for (const child of children.get(code.id) ?? []) cover(child, true);
  };

  const placed = (hypothesis: Hypothesis, groupId: number | null): TreeNode[] => {
    const here: Here = {
      prefix: `h${hypothesis.id}/g${groupId ?? 0}/`,
      hypothesisId: hypothesis.id,
      groupId,
    };
    const mappings = hypothesis.mappings
      .filter((mapping) => mapping.hypothesisGroupId === groupId && byId.has(mapping.codeId))
      .toSorted((a, b) => (rank.get(a.codeId) ?? 0) - (rank.get(b.codeId) ?? 0));
    const branches = mappings.filter((mapping) => mapping.wholeBranch);
    const nodes: TreeNode[] = [];
    for (const mapping of mappings) {
      const code = byId.get(mapping.codeId);
      if (code === undefined) continue;
      cover(code, mapping.wholeBranch);
      if (branches.some((other) => isBelow(code, other.codeId, byId))) continue;
      nodes.push(branch(children, code, mapping.id, here, () => mapping.wholeBranch));
    }
    return nodes;
  };

  const nodes: TreeNode[] = hypotheses
    .toSorted((a, b) => a.position - b.position)
    .map((hypothesis) => ({
      key: `h${hypothesis.id}`,
      item: { kind: 'hypothesis', hypothesis },
      children: [
        ...placed(hypothesis, null),
        ...hypothesis.groups
          .toSorted((a, b) => a.position - b.position)
          .map((group): TreeNode => ({
            key: `h${hypothesis.id}/g${group.id}`,
            item: { kind: 'group', hypothesis, groupId: group.id, name: group.name },
            children: placed(hypothesis, group.id),
          })),
      ],
    }));

  const loose = (code: Code): boolean => !covered.has(code.id);
  const here: Here = { prefix: 'u/', hypothesisId: null, groupId: null };
  const unmapped = codes
    .filter(
      (code) =>
        loose(code) && (code.parentId === null || !byId.has(code.parentId) || covered.has(code.parentId)),
    )
    .toSorted((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0))
    .map((code) => branch(children, code, null, here, loose));
  if (nodes.length === 0) return unmapped;
  if (unmapped.length > 0) nodes.push({ key: 'u', item: { kind: 'unmapped' }, children: unmapped });
  return nodes;
}

/** The visible rows: folded branches closed. With a filter, matching codes and what leads to them, all open. */
export function flattenTree(
  nodes: readonly TreeNode[],
  collapsed: ReadonlySet<string>,
  matches: ((code: Code) => boolean) | null = null,
): TreeRow[] {
  const rows: TreeRow[] = [];
  const shown = matches === null ? nodes : prune(nodes, matches);
  const visit = (list: readonly TreeNode[], level: number, parentKey: string | null): void => {
    for (const [position, node] of list.entries()) {
      const expanded = node.children.length > 0 && (matches !== null || !collapsed.has(node.key));
      const place: RowPlace = {
        key: node.key,
        level,
        parentKey,
        position,
        siblings: list.length,
        hasChildren: node.children.length > 0,
        expanded,
      };
      rows.push({ ...place, ...node.item });
      if (expanded) visit(node.children, level + 1, node.key);
    }
  };
  visit(shown, 1, null);
  return rows;
}

function prune(nodes: readonly TreeNode[], matches: (code: Code) => boolean): TreeNode[] {
  const kept: TreeNode[] = [];
  for (const node of nodes) {
    const children = prune(node.children, matches);
    const own = node.item.kind === 'code' && matches(node.item.code);
    if (own || children.length > 0) kept.push({ ...node, children });
  }
  return kept;
}
