import { prepareOnce } from '../database/connection.ts';
import type { MemoRow } from './store.ts';

/** What memos are found and sorted by. */
export interface MemoKey {
  readonly id: number;
  readonly title: string;
  /** Empty unless asked for. */
  readonly body: string;
  readonly created_at: string;
  readonly modified_at: string;
}

export interface KeyConditions {
  /** JSON arrays; `null` does not limit. */
  readonly kinds: string | null;
  readonly coders: string | null;
  /** When it was changed last: from, and before. */
  readonly since: string | null;
  readonly until: string | null;
  readonly withBody: 0 | 1;
}

export const MEMO_KEYS = `SELECT memo.id, title, iif(@withBody, body, '') AS body, memo.created_at, modified_at
  FROM memo CROSS JOIN coder ON coder.id = coder_id
  WHERE (@kinds IS NULL OR iif(start_utf16 IS NULL, target, 'passage') IN (SELECT value FROM json_each(@kinds)))
    AND (@coders IS NULL OR coder.name IN (SELECT value FROM json_each(@coders)))
    AND (@since IS NULL OR modified_at >= @since) AND (@until IS NULL OR modified_at < @until)`;

export const memoKeys = prepareOnce((db) => db.prepare<[KeyConditions], MemoKey>(MEMO_KEYS));

export interface MemoSummaryRow extends MemoRow {
  /** The name of what the memo is attached to; of a segment, its code's. */
  readonly target_name: string | null;
}

export const MEMO_SUMMARY = `SELECT memo.id, memo.guid, memo.title, body, target,
    coalesce(memo.document_id, memo.code_id, coding_id, memo.participant_id, memo.hypothesis_id) AS target_id,
    memo.start_utf16 AS start, memo.end_utf16 AS end, coder.name AS coder_name, memo.created_at, memo.modified_at,
    coalesce(document.name, code.name, participant.name, hypothesis.label || ' · ' || hypothesis.title) AS target_name
  FROM memo CROSS JOIN coder ON coder.id = memo.coder_id
    LEFT JOIN document ON document.id = memo.document_id
    LEFT JOIN coding ON coding.id = memo.coding_id
    LEFT JOIN code ON code.id = coalesce(memo.code_id, coding.code_id)
    LEFT JOIN participant ON participant.id = memo.participant_id
    LEFT JOIN hypothesis ON hypothesis.id = memo.hypothesis_id
  WHERE memo.id = ?`;

export const memoSummaries = prepareOnce((db) => ({
  byId: db.prepare<[number], MemoSummaryRow>(MEMO_SUMMARY),
  /** Who wrote memos. */
  authors: db
    .prepare<[], string>(
      'SELECT name FROM coder WHERE EXISTS (SELECT 1 FROM memo WHERE coder_id = coder.id) ORDER BY name',
    )
    .pluck(),
  total: db.prepare<[], number>('SELECT count(*) FROM memo').pluck(),
}));
