import { randomUUID } from 'node:crypto';
import type { Stance } from '../contract/common.ts';
import { prepareOnce, type Connection } from '../database/connection.ts';
import type { CheckedRange } from '../documents/ranges.ts';
import type { TextRange } from '../text/range.ts';

export interface CodingRow {
  readonly id: number;
  readonly guid: string;
  readonly document_id: number;
  readonly code_id: number;
  readonly coder_id: number;
  readonly start: number;
  readonly end: number;
  readonly stance: Stance | null;
  readonly weight: number | null;
  readonly is_key: 0 | 1;
  readonly created_at: string;
  readonly modified_at: string;
}

/** A coding that would be the same as `kept_id` if it had the other's code. */
export interface TwinRow {
  readonly id: number;
  readonly kept_id: number;
}

/** Where a coding stands, and whose it is. */
export interface CodingPlaceRow extends TextRange {
  readonly id: number;
  readonly documentId: number;
  readonly coderId: number;
}

/** A coding as far as its place goes, with the ordinals of its words. */
export interface PlacedCodingRow extends TextRange {
  readonly id: number;
  readonly code_id: number;
  readonly coder_id: number;
  readonly word_start: number;
  readonly word_end: number;
}

export interface CodingWithMemoRow extends CodingRow {
  readonly memo_id: number | null;
  readonly memo: string | null;
}

const CODING_COLUMNS = `coding.id, coding.guid, coding.document_id, coding.code_id, coding.coder_id,
  coding.start_utf16 AS start, coding.end_utf16 AS end, stance, weight, is_key,
  coding.created_at, coding.modified_at`;

const PLACE_COLUMNS = `coding.id, document_id AS documentId, coder_id AS coderId, start_utf16 AS start,
  end_utf16 AS end`;

export const codingReads = prepareOnce((db) => ({
  ofDocument: db.prepare<[number], CodingWithMemoRow>(
    `SELECT ${CODING_COLUMNS}, memo.id AS memo_id, memo.body AS memo
     FROM coding LEFT JOIN memo ON memo.id = (SELECT min(id) FROM memo WHERE memo.coding_id = coding.id)
     WHERE coding.document_id = ? ORDER BY coding.start_utf16, coding.end_utf16 DESC, coding.id`,
  ),
  byId: db.prepare<[number], CodingRow>(`SELECT ${CODING_COLUMNS} FROM coding WHERE id = ?`),
  placesIn: db.prepare<[number], PlacedCodingRow>(
    `SELECT id, code_id, coder_id, start_utf16 AS start, end_utf16 AS end, word_start, word_end
     FROM coding WHERE document_id = ? ORDER BY start_utf16, end_utf16, id`,
  ),
  same: db
    .prepare<[number, number, number, number, number], number>(
      `SELECT id FROM coding WHERE code_id = ? AND document_id = ? AND coder_id = ? AND start_utf16 = ? AND end_utf16 = ?`,
    )
    .pluck(),
  /** Of one code, document and coder, the oldest first. */
  overlapping: db.prepare<
    [{ code: number; document: number; coder: number; start: number; end: number }],
    CodingRow
  >(
    `SELECT ${CODING_COLUMNS} FROM coding WHERE code_id = @code AND document_id = @document AND coder_id = @coder
       AND start_utf16 < @end AND end_utf16 > @start ORDER BY id`,
  ),
  /** Codes of the codings that touch a passage, in the order in which they stand. */
  codesTouching: db
    .prepare<[{ document: number; start: number; end: number }], number>(
      `SELECT code_id FROM coding WHERE document_id = @document AND start_utf16 < @end AND end_utf16 > @start
       GROUP BY code_id ORDER BY min(start_utf16), code_id`,
    )
    .pluck(),
  /** Codings that touch a passage, the shortest first. */
  idsTouching: db
    .prepare<[{ document: number; start: number; end: number }], number>(
      `SELECT id FROM coding WHERE document_id = @document AND start_utf16 < @end AND end_utf16 > @start
       ORDER BY end_utf16 - start_utf16, id`,
    )
    .pluck(),
  placesOfCode: db.prepare<[number], CodingPlaceRow>(`SELECT ${PLACE_COLUMNS} FROM coding WHERE code_id = ?`),
  /** Of the codings of a list, those that have another code. */
  placesToRecode: db.prepare<[{ ids: string; code: number }], CodingPlaceRow>(
    `SELECT ${PLACE_COLUMNS} FROM json_each(@ids) AS wanted JOIN coding ON coding.id = wanted.value
     WHERE code_id <> @code`,
  ),
  firstOfCode: db
    .prepare<[number, number], number>('SELECT id FROM coding WHERE code_id = ? ORDER BY id LIMIT ?')
    .pluck(),
  idsOfCode: db.prepare<[number], number>('SELECT id FROM coding WHERE code_id = ? ORDER BY id').pluck(),
  twins: db.prepare<[{ ids: string; code: number }], TwinRow>(
    `SELECT this.id, kept.id AS kept_id
     FROM json_each(@ids) AS wanted JOIN coding AS this ON this.id = wanted.value AND this.code_id <> @code
       JOIN coding AS kept ON kept.code_id = @code AND kept.document_id = this.document_id
        AND kept.coder_id = this.coder_id AND kept.start_utf16 = this.start_utf16 AND kept.end_utf16 = this.end_utf16
     ORDER BY this.id`,
  ),
}));

const writes = prepareOnce((db) => ({
  add: db.prepare<
    [string, number, number, number, number, number, number, number, Stance | null, string, string]
  >(
    `INSERT INTO coding (guid, document_id, code_id, coder_id, start_utf16, end_utf16, word_start, word_end, stance,
       created_at, modified_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
  resize: db.prepare<[number, number, number, number, string, number]>(
    `UPDATE coding SET start_utf16 = ?, end_utf16 = ?, word_start = ?, word_end = ?, modified_at = ? WHERE id = ?`,
  ),
  place: db.prepare<[number, number, number, number, number]>(
    'UPDATE coding SET start_utf16 = ?, end_utf16 = ?, word_start = ?, word_end = ? WHERE id = ?',
  ),
  giveMemos: db.prepare<[number, number]>('UPDATE memo SET coding_id = ? WHERE coding_id = ?'),
  setStance: db.prepare<[Stance | null, string, number]>(
    'UPDATE coding SET stance = ?, modified_at = ? WHERE id = ?',
  ),
  setWeight: db.prepare<[number | null, string, number]>(
    'UPDATE coding SET weight = ?, modified_at = ? WHERE id = ?',
  ),
  setKey: db.prepare<[0 | 1, string, number]>('UPDATE coding SET is_key = ?, modified_at = ? WHERE id = ?'),
  changeCode: db.prepare<[{ ids: string; code: number; now: string }]>(
    `UPDATE coding SET code_id = @code, modified_at = @now
     WHERE id IN (SELECT value FROM json_each(@ids)) AND code_id <> @code`,
  ),
  remove: db.prepare<[number]>('DELETE FROM coding WHERE id = ?'),
}));

export interface NewCoding {
  readonly documentId: number;
  readonly codeId: number;
  readonly coderId: number;
  readonly range: CheckedRange;
  readonly stance: Stance | null;
}

/** Adds a coding; `null` when the same coder has coded exactly this passage with this code already. */
export function addCoding(db: Connection, coding: NewCoding, now: string): number | null {
  const { documentId, codeId, coderId, range, stance } = coding;
  if (codingReads(db).same.get(codeId, documentId, coderId, range.start, range.end) !== undefined)
    return null;
  return Number(
    writes(db).add.run(
      randomUUID(),
      documentId,
      codeId,
      coderId,
      range.start,
      range.end,
      range.wordStart,
      range.wordEnd,
      stance,
      now,
      now,
    ).lastInsertRowid,
  );
}

export function resizeCoding(db: Connection, codingId: number, range: CheckedRange, now: string): void {
  writes(db).resize.run(range.start, range.end, range.wordStart, range.wordEnd, now, codingId);
}

/** Moves a coding with its words: nobody has changed it, so its date stays. */
export function placeCoding(db: Connection, codingId: number, place: Omit<CheckedRange, 'paragraph'>): void {
  writes(db).place.run(place.start, place.end, place.wordStart, place.wordEnd, codingId);
}

/** Gives the memos of a coding that goes to the equal one that stays. */
export function giveMemos(db: Connection, fromCodingId: number, toCodingId: number): void {
  writes(db).giveMemos.run(toCodingId, fromCodingId);
}

export function setCodingStance(db: Connection, codingId: number, stance: Stance | null, now: string): void {
  writes(db).setStance.run(stance, now, codingId);
}

/** `weight` is a whole number from 0 to 100, or `null` when unsaid. */
export function setCodingWeight(db: Connection, codingId: number, weight: number | null, now: string): void {
  writes(db).setWeight.run(weight, now, codingId);
}

export function setCodingKey(db: Connection, codingId: number, isKey: boolean, now: string): void {
  writes(db).setKey.run(isKey ? 1 : 0, now, codingId);
}

/** Gives codings (ids as a JSON array) another code; none of them may have a twin there. */
export function changeCode(db: Connection, codingIds: string, codeId: number, now: string): void {
  writes(db).changeCode.run({ ids: codingIds, code: codeId, now });
}

export function removeCoding(db: Connection, codingId: number): void {
  writes(db).remove.run(codingId);
}
