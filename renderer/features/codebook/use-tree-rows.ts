import { useMemo } from 'react';
import { useCall } from '../../app/use-call.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import type { Codebook } from '../coder/use-coding-data.ts';
import { treeMatcher } from './tree-filter.ts';
import { flattenTree, hypothesisOrderNodes, treeOrderNodes, type TreeRow } from './tree-rows.ts';
import { sortNodes } from './tree-sort.ts';
import { useTree } from './tree-state.ts';

/** The rows of the code tree as they are ordered, sorted, filtered and folded now. */
export function useTreeRows(data: Codebook, words: string): readonly TreeRow[] {
  const { compare } = useI18n();
  const order = useTree((state) => state.order);
  const sort = useTree((state) => state.sort);
  const filter = useTree((state) => state.filter);
  const collapsed = useTree((state) => state.collapsed);
  const madeId = useTree((state) => state.madeId);
  const uses = useCall('codes.firstUses', {}, { enabled: sort === 'first', keepPrevious: true }).data;
  const sets = useCall('sets.list', {}).data;
  const { codes, hypotheses, counts } = data;
  const nodes = useMemo(() => {
    if (order === 'tree') return treeOrderNodes(codes);
    const all = hypothesisOrderNodes(codes, hypotheses);
    const { hypothesisId } = filter;
    return typeof hypothesisId === 'number' ? all.filter((node) => node.key === `h${hypothesisId}`) : all;
  }, [order, codes, hypotheses, filter]);
  const sorted = useMemo(() => {
    const firstUses = new Map((uses ?? []).map((use, rank) => [use.codeId, rank]));
    return sortNodes(nodes, sort, { counts, firstUses, compare });
  }, [nodes, sort, counts, uses, compare]);
  return useMemo(() => {
    const members = new Set(sets?.find((set) => set.id === filter.setId)?.memberIds);
    const matches = treeMatcher(words, filter, { codes, hypotheses, counts }, members);
    // A code that was just made is shown even where the filter would not let it through.
    return flattenTree(
      sorted,
      collapsed,
      matches === null ? null : (code) => code.id === madeId || matches(code),
    );
  }, [sorted, collapsed, words, filter, codes, hypotheses, counts, madeId, sets]);
}
