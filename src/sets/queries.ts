import type { InFeature, QueryHandlers } from '../contract/handlers.ts';
import type { setsContract } from './contract.ts';
import { setReads } from './store.ts';

export const setQueries: QueryHandlers<InFeature<typeof setsContract, 'query'>> = {
  'sets.list': ({ db }) => {
    const members = Map.groupBy(setReads(db).members.all(), (row) => row.set_id);
    return setReads(db)
      .list.all()
      .map((row) => ({ ...row, memberIds: (members.get(row.id) ?? []).map((each) => each.member_id) }));
  },
};
