import { above } from '../text/tree.ts';

/** What a code is to a plan: its place in the tree. */
export interface PlannedCode {
  readonly id: number;
  readonly parent_id: number | null;
  readonly position: number;
  readonly name: string;
}

/** One thing to do, in order, so that no code is ever removed while something still stands below it. */
export type MergeStep =
  /** The code that stays stands below one that goes: it takes that one's place first. */
  | {
      readonly kind: 'lift';
      readonly codeId: number;
      readonly parentId: number | null;
      readonly position: number;
    }
  /** A sub-code goes along, to the end of the sub-codes of the code that stays. */
  | { readonly kind: 'move'; readonly codeId: number; readonly parentId: number; readonly position: number }
  /** Everything of one code goes to another; then the first is removed. */
  | { readonly kind: 'join'; readonly fromId: number; readonly intoId: number };

interface Node {
  readonly id: number;
  readonly name: string;
  parentId: number | null;
  children: number[];
}

/**
 * How codes become one. Their sub-codes go below the code that stays; those with a name that is taken there join the
 * code of that name. `codes` are all codes, in sibling order; `codeIds` may name the code that stays, which is left out.
 */
export function planMerge(
  codes: readonly PlannedCode[],
  codeIds: readonly number[],
  intoId: number,
): readonly MergeStep[] {
  const tree = new Map<number, Node>(
    codes.map(({ id, name, parent_id }) => [id, { id, name, parentId: parent_id, children: [] }]),
  );
  const roots: number[] = [];
  for (const { id, parent_id } of codes) childList(tree, roots, parent_id).push(id);
  const steps: MergeStep[] = [];
  /** Codes on their way out: nothing may join them, even where they bear the right name. */
  const leaving = new Set<number>();
  const sources = new Set(codeIds.filter((id) => id !== intoId && tree.has(id)));

  const place = (codeId: number, parentId: number | null, position: number): void => {
    const node = tree.get(codeId);
    if (node === undefined) return;
    const old = childList(tree, roots, node.parentId);
    old.splice(old.indexOf(codeId), 1);
    childList(tree, roots, parentId).splice(position, 0, codeId);
    node.parentId = parentId;
  };
  const join = (fromId: number, targetId: number): void => {
    const [from, target] = [tree.get(fromId), tree.get(targetId)];
    if (from === undefined || target === undefined) return;
    leaving.add(fromId);
    for (const childId of [...from.children]) {
      const name = tree.get(childId)?.name;
      const same = target.children.find((id) => !leaving.has(id) && tree.get(id)?.name === name);
      if (same === undefined) {
        const position = target.children.length;
        place(childId, targetId, position);
        steps.push({ kind: 'move', codeId: childId, parentId: targetId, position });
      } else {
        join(childId, same);
      }
    }
    const siblings = childList(tree, roots, from.parentId);
    siblings.splice(siblings.indexOf(fromId), 1);
    tree.delete(fromId);
    steps.push({ kind: 'join', fromId, intoId: targetId });
  };

  const top = ancestors(tree, intoId).findLast((id) => sources.has(id));
  if (top !== undefined) {
    const parentId = tree.get(top)?.parentId ?? null;
    const position = childList(tree, roots, parentId).indexOf(top);
    place(intoId, parentId, position);
    steps.push({ kind: 'lift', codeId: intoId, parentId, position });
  }
  // The deepest first: what was chosen itself joins as chosen, not by the name of its parent.
  const depths = new Map([...sources].map((id) => [id, ancestors(tree, id).length]));
  const depth = (id: number): number => depths.get(id) ?? 0;
  for (const id of [...sources].toSorted((a, b) => depth(b) - depth(a))) join(id, intoId);
  return steps;
}

function childList(tree: ReadonlyMap<number, Node>, roots: number[], parentId: number | null): number[] {
  return parentId === null ? roots : (tree.get(parentId)?.children ?? roots);
}

/** From the parent upwards. */
function ancestors(tree: ReadonlyMap<number, Node>, codeId: number): readonly number[] {
  return above(codeId, (id) => tree.get(id)?.parentId ?? null);
}
