import { prepareOnce } from '../database/connection.ts';

export interface CheckedRangeRow {
  readonly kind: 'coding' | 'turn' | 'topic_span' | 'memo';
  readonly id: number;
  readonly start: number;
  readonly end: number;
  readonly word_start: number | null;
  readonly word_end: number | null;
}

export const checkReads = prepareOnce((db) => ({
  text: db.prepare<[number], { text: string; length_utf16: number; word_count: number }>(
    'SELECT text, length_utf16, word_count FROM text_version WHERE id = ?',
  ),
  ranges: db.prepare<[{ document: number }], CheckedRangeRow>(
    `SELECT 'coding' AS kind, id, start_utf16 AS start, end_utf16 AS end, word_start, word_end
       FROM coding WHERE document_id = @document
     UNION ALL SELECT 'turn', id, body_start_utf16, end_utf16, word_start, word_end FROM turn WHERE document_id = @document
     UNION ALL SELECT 'topic_span', id, start_utf16, end_utf16, NULL, NULL FROM topic_span WHERE document_id = @document
     UNION ALL SELECT 'memo', id, start_utf16, end_utf16, NULL, NULL FROM memo
       WHERE document_id = @document AND start_utf16 IS NOT NULL`,
  ),
  originals: db.prepare<[], { id: number; sha256: string; length: number }>(
    'SELECT id, sha256, byte_length AS length FROM original ORDER BY id',
  ),
  originalBytes: db.prepare<[number], Buffer>('SELECT bytes FROM original WHERE id = ?').pluck(),
  codeParents: db.prepare<[], { id: number; parent: number | null }>(
    'SELECT id, parent_id AS parent FROM code ORDER BY id',
  ),
  steps: db.prepare<[], number>('SELECT count(*) FROM history_step').pluck(),
  // What is undone comes after everything that is done.
  misplacedSteps: db
    .prepare<[], number>(
      `SELECT id FROM history_step WHERE state = 'undone'
         AND id < (SELECT max(id) FROM history_step WHERE state = 'done')`,
    )
    .pluck(),
}));
