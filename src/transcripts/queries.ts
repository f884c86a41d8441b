import type { InFeature, QueryHandlers } from '../contract/handlers.ts';
import type { transcriptsContract } from './contract.ts';
import { transcriptReads } from './store.ts';

export const transcriptQueries: QueryHandlers<InFeature<typeof transcriptsContract, 'query'>> = {
  'guide.list': ({ db }) => transcriptReads(db).topics.all(),
};
