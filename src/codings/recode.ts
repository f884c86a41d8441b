import type { Connection } from '../database/connection.ts';
import { changeCode, codingReads, giveMemos, removeCoding, setCodingStance } from './store.ts';

/**
 * Gives codings another code. Where the same coder has coded exactly the same passage with that code already, the two
 * become one: memos go to the one that stays, and so does the stance when it had none. Answers how many became one.
 * The codings are of one code, or at least of different passages.
 */
export function recode(db: Connection, codingIds: readonly number[], codeId: number, now: string): number {
  const ids = JSON.stringify(codingIds);
  const twins = codingReads(db).twins.all({ ids, code: codeId });
  for (const twin of twins) {
    giveMemos(db, twin.id, twin.kept_id);
    if (twin.kept_stance === null && twin.stance !== null)
      setCodingStance(db, twin.kept_id, twin.stance, now);
    removeCoding(db, twin.id);
  }
  changeCode(db, ids, codeId, now);
  return twins.length;
}
