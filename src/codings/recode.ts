import type { Connection } from '../database/connection.ts';
import { absorb } from './join.ts';
import { changeCode, codingReads } from './store.ts';

/**
 * Gives codings another code. Where the same coder has coded exactly the same passage with that code already, the two
 * become one, with everything that was said of either. Answers how many became one.
 * The codings are of one code, or at least of different passages.
 */
export function recode(db: Connection, codingIds: readonly number[], codeId: number, now: string): number {
  const ids = JSON.stringify(codingIds);
  const twins = codingReads(db).twins.all({ ids, code: codeId });
  for (const twin of twins) {
    const [kept, gone] = [codingReads(db).byId.get(twin.kept_id), codingReads(db).byId.get(twin.id)];
    if (kept !== undefined && gone !== undefined) absorb(db, kept, [gone], now);
  }
  changeCode(db, ids, codeId, now);
  return twins.length;
}
