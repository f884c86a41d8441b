import type { InFeature, QueryHandlers } from '../contract/handlers.ts';
import type { Connection } from '../database/connection.ts';
import type { hypothesesContract, Hypothesis } from './contract.ts';
import { hypothesisReads } from './store.ts';

/** Every hypothesis with its groups and mappings, in order. */
export function listHypotheses(db: Connection): Hypothesis[] {
  const reads = hypothesisReads(db);
  const groups = Map.groupBy(reads.groups.all(), (group) => group.hypothesis_id);
  const mappings = Map.groupBy(reads.mappings.all(), (mapping) => mapping.hypothesis_id);
  return reads.list.all().map((row) => ({
    ...row,
    groups: (groups.get(row.id) ?? []).map(({ id, guid, name, position }) => ({ id, guid, name, position })),
    mappings: (mappings.get(row.id) ?? []).map((mapping) => ({
      id: mapping.id,
      codeId: mapping.code_id,
      hypothesisGroupId: mapping.hypothesis_group_id,
      wholeBranch: mapping.whole_branch === 1,
    })),
  }));
}

export const hypothesisQueries: QueryHandlers<InFeature<typeof hypothesesContract, 'query'>> = {
  'hypotheses.list': ({ db }) => listHypotheses(db),
};
