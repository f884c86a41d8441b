import type { FrequencyRow, FrequencyTable } from '../../../src/analysis/contract.ts';
import type { Code } from '../../../src/codebook/contract.ts';
import type { Hypothesis } from '../../../src/hypotheses/contract.ts';
import {
  flattenTree,
  hypothesisOrderNodes,
  treeOrderNodes,
  type CodeRow,
  type GroupRow,
  type HypothesisRow,
  type TreeNode,
  type TreeRow,
  type UnmappedRow,
} from '../codebook/tree-rows.ts';

/** A code where it is mapped, or at the side. */
export interface Card {
  readonly row: CodeRow;
  /** Names of the codes that come along with it, depth first. */
  readonly along: readonly string[];
  /** Steps of indent at the side; 0 on a hypothesis. */
  readonly depth: number;
}

/** Where cards lie together and can be dropped: a hypothesis outside of its groups, a group, or the side. */
export interface BoardPlace {
  readonly row: HypothesisRow | GroupRow | UnmappedRow;
  readonly cards: readonly Card[];
}

export interface BoardColumn {
  readonly row: HypothesisRow;
  readonly own: BoardPlace;
  readonly groups: readonly (BoardPlace & { readonly row: GroupRow })[];
}

export interface Board {
  readonly columns: readonly BoardColumn[];
  /** Codes under no hypothesis. */
  readonly unmapped: BoardPlace;
  /** All codes in the order of the tree: the side when everything shall be at hand. */
  readonly all: BoardPlace;
}

const OPEN: ReadonlySet<string> = new Set();

const UNMAPPED: UnmappedRow = {
  kind: 'unmapped',
  key: 'u',
  level: 1,
  parentKey: null,
  position: 0,
  siblings: 1,
  hasChildren: false,
  expanded: false,
};

/** The hypotheses as columns of cards, in the orders of the code tree, and the codes at the side. */
export function boardOf(codes: readonly Code[], hypotheses: readonly Hypothesis[]): Board {
  const nodes = hypothesisOrderNodes(codes, hypotheses);
  const rows = new Map(flattenTree(nodes, OPEN).map((row) => [row.key, row]));
  const columns = nodes.flatMap((node): BoardColumn[] => {
    const row = rows.get(node.key);
    if (row?.kind !== 'hypothesis') return [];
    const groups = node.children.flatMap((child) => {
      const group = rows.get(child.key);
      return group?.kind === 'group' ? [{ row: group, cards: cardsOf(child.children, rows) }] : [];
    });
    return [{ row, own: { row, cards: cardsOf(node.children, rows) }, groups }];
  });
  // Without any hypothesis the codes stand at the top by themselves.
  const loose = nodes.find(({ item }) => item.kind === 'unmapped')?.children ?? nodes;
  const tree = treeOrderNodes(codes);
  return {
    columns,
    unmapped: { row: UNMAPPED, cards: sideCards(columns.length === 0 ? nodes : loose, rows) },
    all: { row: UNMAPPED, cards: sideCards(tree, new Map(flattenTree(tree, OPEN).map((r) => [r.key, r]))) },
  };
}

function cardsOf(nodes: readonly TreeNode[], rows: ReadonlyMap<string, TreeRow>): readonly Card[] {
  return nodes.flatMap((node) => {
    const row = rows.get(node.key);
    return row?.kind === 'code' ? [{ row, along: namesBelow(node), depth: 0 }] : [];
  });
}

/** Every code of the branches is a card by itself: it can be mapped without what stands above it. */
function sideCards(nodes: readonly TreeNode[], rows: ReadonlyMap<string, TreeRow>, depth = 0): Card[] {
  return nodes.flatMap((node) => {
    const row = rows.get(node.key);
    if (row?.kind !== 'code') return [];
    return [{ row, along: namesBelow(node), depth }, ...sideCards(node.children, rows, depth + 1)];
  });
}

function namesBelow(node: TreeNode): readonly string[] {
  return node.children.flatMap((child) =>
    child.item.kind === 'code' ? [child.item.code.name, ...namesBelow(child)] : [],
  );
}

const figureKey = (hypothesisId: number | null, groupId: number | null, codeId: number | null): string =>
  `${hypothesisId ?? 0}/${groupId ?? 0}/${codeId ?? 0}`;

/** The figures of a hypothesis, a group, or a code where it is mapped: the very rows of the frequency table. */
export type BoardFigures = (row: TreeRow) => FrequencyRow | undefined;

export function figuresOf(table: FrequencyTable | undefined): BoardFigures {
  const rows = new Map(
    (table?.rows ?? []).map((row) => [figureKey(row.hypothesisId, row.hypothesisGroupId, row.codeId), row]),
  );
  return (row) => {
    switch (row.kind) {
      case 'hypothesis':
        return rows.get(figureKey(row.hypothesis.id, null, null));
      case 'group':
        return rows.get(figureKey(row.hypothesis.id, row.groupId, null));
      case 'unmapped':
        return rows.get(figureKey(null, null, null));
      case 'code':
        return rows.get(figureKey(row.hypothesisId, row.groupId, row.code.id));
    }
  };
}
