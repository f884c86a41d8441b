import type { InFeature, QueryHandlers } from '../contract/handlers.ts';
import type { Memo, memosContract, MemoTarget } from './contract.ts';
import { memoReads, type MemoRow } from './store.ts';

export const memoQueries: QueryHandlers<InFeature<typeof memosContract, 'query'>> = {
  'memos.list': ({ db }) => memoReads(db).list.all().map(toMemo),
};

function toMemo(row: MemoRow): Memo {
  return {
    id: row.id,
    guid: row.guid,
    title: row.title,
    body: row.body,
    target: toTarget(row),
    passage: row.start === null || row.end === null ? null : { start: row.start, end: row.end },
    coderName: row.coder_name,
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
  };
}

function toTarget(row: MemoRow): MemoTarget {
  if (row.target === 'free' || row.target === 'project' || row.target_id === null) {
    return { kind: row.target === 'project' ? 'project' : 'free' };
  }
  return { kind: row.target, id: row.target_id };
}
