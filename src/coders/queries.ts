import type { InFeature, QueryHandlers } from '../contract/handlers.ts';
import type { codersContract } from './contract.ts';
import { coderReads } from './store.ts';

export const coderQueries: QueryHandlers<InFeature<typeof codersContract, 'query'>> = {
  'coders.list': ({ db }) => coderReads(db).list.all(),
};
