import type { InFeature, QueryHandlers } from '../contract/handlers.ts';
import type { memosContract } from './contract.ts';
import { findMemos } from './find.ts';
import { memoSummaries } from './find-store.ts';
import { findLinkable, memosMentioning, resolveLinks } from './linked.ts';
import { memoReads } from './store.ts';
import { summariesOf, toMemo } from './summary.ts';

export const memoQueries: QueryHandlers<InFeature<typeof memosContract, 'query'>> = {
  'memos.list': ({ db }) => memoReads(db).list.all().map(toMemo),

  'memos.get': ({ db, session }, { memoId }) => {
    const row = memoReads(db).byId.get(memoId);
    const [summary] = summariesOf(db, session, [memoId]);
    if (row === undefined || summary === undefined) return null;
    const { kind, targetName, place } = summary;
    return { ...toMemo(row), kind, targetName, place };
  },

  'memos.search': ({ db, session, locale }, search) => {
    const ids = findMemos(db, search, locale);
    return {
      total: ids.length,
      all: memoSummaries(db).total.get() ?? 0,
      memos: [...summariesOf(db, session, ids.slice(0, search.limit))],
      authors: memoSummaries(db).authors.all(),
    };
  },

  'memos.resolveLinks': ({ db, session }, { links }) => [...resolveLinks(db, session, links)],

  'memos.linkable': ({ db, session }, { text, limit }) => [...findLinkable(db, session, text, limit)],

  'memos.mentions': ({ db, session }, { kind, id, limit }) => [
    ...summariesOf(db, session, memosMentioning(db, kind, id, limit)),
  ],
};
