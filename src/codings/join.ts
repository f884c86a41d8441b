import type { CommandContext } from '../contract/handlers.ts';
import type { Connection } from '../database/connection.ts';
import { checkRange } from '../documents/ranges.ts';
import { memoReads, removeMemo, updateMemo } from '../memos/store.ts';
import { projectSetting } from '../settings/store.ts';
import type { TextRange } from '../text/range.ts';
import { giveLinks } from './link-store.ts';
import {
  codingReads,
  giveMemos,
  removeCoding,
  resizeCoding,
  setCodingKey,
  setCodingStance,
  setCodingWeight,
  type CodingRow,
} from './store.ts';

/** What to do with overlapping codings of one code and coder: the project's setting `codings.overlaps`. */
export type Overlaps = 'keep' | 'join';

export function overlapsSetting(db: Connection): Overlaps {
  return projectSetting(db, 'codings.overlaps') === '"join"' ? 'join' : 'keep';
}

/**
 * Lets one coding take the place of others, which go: memos become one text, links move over, stance and weight are
 * its own where it has them and else the first found, and it is a key quotation as soon as one of them was.
 */
export function absorb(db: Connection, kept: CodingRow, others: readonly CodingRow[], now: string): void {
  let { stance, weight, is_key: isKey } = kept;
  for (const gone of others) {
    joinMemos(db, gone.id, kept.id, now);
    giveLinks(db, gone.id, kept.id);
    stance ??= gone.stance;
    weight ??= gone.weight;
    isKey = isKey === 1 ? 1 : gone.is_key;
    removeCoding(db, gone.id);
  }
  if (stance !== kept.stance) setCodingStance(db, kept.id, stance, now);
  if (weight !== kept.weight) setCodingWeight(db, kept.id, weight, now);
  if (isKey !== kept.is_key) setCodingKey(db, kept.id, isKey === 1, now);
}

function joinMemos(db: Connection, goneId: number, keptId: number, now: string): void {
  const [gone, kept] = [memoReads(db).ofCoding.get(goneId), memoReads(db).ofCoding.get(keptId)];
  if (gone === undefined) return;
  if (kept !== undefined) {
    if (gone.body !== kept.body)
      updateMemo(db, kept.id, { title: kept.title, body: `${kept.body}\n\n${gone.body}` }, now);
    removeMemo(db, gone.id);
  }
  // The only memo, or what was left over from a join of codes: none is lost.
  giveMemos(db, goneId, keptId);
}

/** Gives a coding other limits; an equal one of the same code and coder becomes one with it. */
export function moveCoding(context: CommandContext, coding: CodingRow, range: TextRange): void {
  const { db, session, now } = context;
  if (range.start === coding.start && range.end === coding.end) return;
  const checked = checkRange(db, session, coding.document_id, range);
  const twin = codingReads(db).same.get(
    coding.code_id,
    coding.document_id,
    coding.coder_id,
    checked.start,
    checked.end,
  );
  const row = twin === undefined ? undefined : codingReads(db).byId.get(twin);
  if (row !== undefined) absorb(db, coding, [row], now);
  resizeCoding(db, coding.id, checked, now);
}

/**
 * Joins a coding with all those of its code and coder that overlap it, and those that overlap the union. The one with
 * the id `keep` stays, or else the oldest; answers the id of the one that stays.
 */
export function joinOverlapping(context: CommandContext, codingId: number, keep?: number): number {
  const { db, now } = context;
  const coding = codingReads(db).byId.get(codingId);
  if (coding === undefined) return codingId;
  let union: TextRange = coding;
  let together: readonly CodingRow[] = [coding];
  for (;;) {
    const found = codingReads(db).overlapping.all({
      code: coding.code_id,
      document: coding.document_id,
      coder: coding.coder_id,
      start: union.start,
      end: union.end,
    });
    if (found.length === together.length) break;
    together = found;
    union = unionOf(found);
  }
  const kept = together.find((each) => each.id === keep) ?? together[0] ?? coding;
  const others = together.filter((each) => each !== kept);
  if (others.length > 0) {
    absorb(db, kept, others, now);
    moveCoding(context, kept, union);
  }
  return kept.id;
}

/** From the first start to the last end. */
export function unionOf(ranges: readonly TextRange[]): TextRange {
  return {
    start: Math.min(...ranges.map((range) => range.start)),
    end: Math.max(...ranges.map((range) => range.end)),
  };
}
