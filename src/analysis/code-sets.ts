import { above, below } from '../text/tree.ts';
import type { AnalysisCode, AnalysisData, AnalysisHypothesis } from './data.ts';

/** The code tree by index into `data.codes`. */
export interface CodeTree {
  readonly indexOf: ReadonlyMap<number, number>;
  /** Index of the parent, -1 for a root. */
  readonly parents: readonly number[];
  /** The code itself and all its descendants. */
  branch(index: number): readonly number[];
}

export function codeTreeOf(codes: readonly AnalysisCode[]): CodeTree {
  const indexOf = new Map(codes.map(({ id }, index) => [id, index]));
  const parents = codes.map(({ parentId }) => (parentId === null ? -1 : (indexOf.get(parentId) ?? -1)));
  const children = Map.groupBy(codes.keys(), (index) => parents[index] ?? -1);
  const branch = (index: number): readonly number[] => below(index, (at) => children.get(at) ?? []);
  return { indexOf, parents, branch };
}

/**
 * The codes of one place of a table: a hypothesis without a group, one of its groups, what has no hypothesis, or the
 * whole tree. Within a place every figure is about the place's codes alone, so that no row exceeds its heading.
 */
export type Place = ReadonlySet<number>;

/** Codes of a hypothesis by group; `null` holds those without one. A mapped branch brings its descendants. */
export function placesOf(hypothesis: AnalysisHypothesis, tree: CodeTree): ReadonlyMap<number | null, Place> {
  const places = new Map<number | null, Set<number>>([[null, new Set()]]);
  for (const group of hypothesis.groups) places.set(group.id, new Set());
  for (const { codeId, hypothesisGroupId, wholeBranch } of hypothesis.mappings) {
    const index = tree.indexOf.get(codeId);
    const place = places.get(hypothesisGroupId) ?? places.get(null);
    if (index === undefined || place === undefined) continue;
    for (const each of wholeBranch ? tree.branch(index) : [index]) place.add(each);
  }
  return places;
}

/** The code and those of its ancestors that stand in the place, nearest first: the rows that its segments count in. */
export function lineage(index: number, place: Place, tree: CodeTree): readonly number[] {
  const parentOf = (at: number): number | null => {
    const parent = tree.parents[at] ?? -1;
    return parent < 0 ? null : parent;
  };
  return [index, ...above(index, parentOf).filter((at) => place.has(at))];
}

/** Indexes of the place's codes in the tree's display order. */
export function inOrder(place: Place): readonly number[] {
  return [...place].toSorted((a, b) => a - b);
}

/** What a selection of segments says about codes; each part that is given narrows. */
export interface CodeSelection {
  readonly codeIds?: readonly number[] | undefined;
  readonly hypothesisId?: number | undefined;
  readonly hypothesisGroupId?: number | undefined;
  readonly ownOnly?: boolean | undefined;
}

/** The ids of the codes a selection means, or `null` when it does not limit codes. */
export function selectedCodes(data: AnalysisData, selection: CodeSelection): ReadonlySet<number> | null {
  const { codeIds, hypothesisId, hypothesisGroupId, ownOnly } = selection;
  if (codeIds === undefined && hypothesisId === undefined && hypothesisGroupId === undefined) return null;
  const tree = codeTreeOf(data.codes);
  let chosen: ReadonlySet<number> | null = null;
  if (codeIds !== undefined) {
    const named = codeIds.map((id) => tree.indexOf.get(id)).filter((index) => index !== undefined);
    chosen = new Set(ownOnly === true ? named : named.flatMap((index) => tree.branch(index)));
  }
  if (hypothesisId !== undefined || hypothesisGroupId !== undefined) {
    const mapped = mappedCodes(data.hypotheses, tree, hypothesisId, hypothesisGroupId);
    const named = chosen;
    chosen = named === null ? mapped : new Set([...mapped].filter((index) => named.has(index)));
  }
  return new Set([...(chosen ?? [])].map((index) => data.codes[index]?.id ?? 0));
}

function mappedCodes(
  hypotheses: readonly AnalysisHypothesis[],
  tree: CodeTree,
  hypothesisId: number | undefined,
  hypothesisGroupId: number | undefined,
): ReadonlySet<number> {
  const mapped = new Set<number>();
  for (const hypothesis of hypotheses) {
    if (hypothesisId !== undefined && hypothesis.id !== hypothesisId) continue;
    for (const [groupId, place] of placesOf(hypothesis, tree)) {
      if (hypothesisGroupId !== undefined && groupId !== hypothesisGroupId) continue;
      for (const index of place) mapped.add(index);
    }
  }
  return mapped;
}
