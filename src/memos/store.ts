import { randomUUID } from 'node:crypto';
import { prepareOnce, type Connection } from '../database/connection.ts';
import type { TextRange } from '../text/range.ts';
import type { MemoTarget } from './contract.ts';

export interface MemoRow {
  readonly id: number;
  readonly guid: string;
  readonly title: string;
  readonly body: string;
  readonly target: MemoTarget['kind'];
  readonly target_id: number | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly coder_name: string;
  readonly created_at: string;
  readonly modified_at: string;
}

const MEMO_QUERY = `SELECT memo.id, memo.guid, title, body, target,
  coalesce(document_id, code_id, coding_id, participant_id, hypothesis_id) AS target_id,
  start_utf16 AS start, end_utf16 AS end,
  coder.name AS coder_name, memo.created_at, modified_at FROM memo JOIN coder ON coder.id = coder_id`;

export const memoReads = prepareOnce((db) => ({
  list: db.prepare<[], MemoRow>(`${MEMO_QUERY} ORDER BY memo.id`),
  byId: db.prepare<[number], MemoRow>(`${MEMO_QUERY} WHERE memo.id = ?`),
  ofCoding: db.prepare<[number], { id: number; title: string; body: string }>(
    'SELECT id, title, body FROM memo WHERE coding_id = ? ORDER BY id LIMIT 1',
  ),
}));

/** Where memos stand in a document's text. */
export const memoPassages = prepareOnce((db) =>
  db.prepare<[number], { id: number; title: string; start: number; end: number }>(
    `SELECT id, title, start_utf16 AS start, end_utf16 AS end FROM memo
     WHERE document_id = ? AND start_utf16 IS NOT NULL ORDER BY start_utf16, id`,
  ),
);

const writes = prepareOnce((db) => ({
  add: db.prepare<
    [
      {
        guid: string;
        title: string;
        body: string;
        target: string;
        document: number | null;
        code: number | null;
        coding: number | null;
        participant: number | null;
        hypothesis: number | null;
        start: number | null;
        end: number | null;
        coder: number;
        now: string;
      },
    ]
  >(
    `INSERT INTO memo (guid, title, body, target, document_id, code_id, coding_id, participant_id, hypothesis_id, start_utf16,
       end_utf16, coder_id, created_at, modified_at)
     VALUES (@guid, @title, @body, @target, @document, @code, @coding, @participant, @hypothesis, @start, @end,
       @coder, @now, @now)`,
  ),
  update: db.prepare<[string, string, string, number]>(
    'UPDATE memo SET title = ?, body = ?, modified_at = ? WHERE id = ?',
  ),
  place: db.prepare<[number | null, number | null, number]>(
    'UPDATE memo SET start_utf16 = ?, end_utf16 = ? WHERE id = ?',
  ),
  remove: db.prepare<[number]>('DELETE FROM memo WHERE id = ?'),
}));

export interface NewMemo {
  readonly title: string;
  readonly body: string;
  readonly target: MemoTarget;
  /** A checked passage of the document that is the target. */
  readonly passage?: TextRange | undefined;
  readonly coderId: number;
}

export function addMemo(db: Connection, memo: NewMemo, now: string): number {
  const idFor = (kind: MemoTarget['kind']) =>
    memo.target.kind === kind && 'id' in memo.target ? memo.target.id : null;
  return Number(
    writes(db).add.run({
      guid: randomUUID(),
      title: memo.title,
      body: memo.body,
      target: memo.target.kind,
      document: idFor('document'),
      code: idFor('code'),
      coding: idFor('coding'),
      participant: idFor('participant'),
      hypothesis: idFor('hypothesis'),
      start: memo.passage?.start ?? null,
      end: memo.passage?.end ?? null,
      coder: memo.coderId,
      now,
    }).lastInsertRowid,
  );
}

export function updateMemo(
  db: Connection,
  memoId: number,
  values: { readonly title: string; readonly body: string },
  now: string,
): void {
  writes(db).update.run(values.title, values.body, now, memoId);
}

/** Moves a memo to another passage of its document, or, with `null`, makes it one about the whole document. */
export function placeMemo(
  db: Connection,
  memoId: number,
  passage: { readonly start: number; readonly end: number } | null,
): void {
  writes(db).place.run(passage?.start ?? null, passage?.end ?? null, memoId);
}

export function removeMemo(db: Connection, memoId: number): void {
  writes(db).remove.run(memoId);
}
