import { codingEnd } from '../codings/coding-end.ts';
import type { InFeature, QueryHandlers } from '../contract/handlers.ts';
import type { searchContract } from './contract.ts';
import { findSegments } from './find-segments.ts';
import { searching } from './searching.ts';

/** How long a quick search may take before it answers what it has, in milliseconds. */
const QUICK_MS = 80;

export const searchQueries: QueryHandlers<InFeature<typeof searchContract, 'query'>> = {
  'search.find': ({ db, session }, { quick, ...input }) => {
    const until = quick === true ? performance.now() + QUICK_MS : Infinity;
    const search = searching(db, session, input, quick === true);
    for (let step = search.next(); ; step = search.next(performance.now() > until))
      if (step.done === true) return step.value;
  },

  'search.segments': ({ db, session }, { text, limit }) => {
    const ids = findSegments(db, session, text, limit + 1, performance.now() + QUICK_MS);
    return {
      segments: ids.slice(0, limit).map((id) => codingEnd(db, session, id)),
      isMore: ids.length > limit,
    };
  },
};
