import type { Stance } from '../contract/common.ts';
import { prepareOnce } from '../database/connection.ts';

export interface QuotationRow {
  readonly coding_id: number;
  readonly document_id: number;
  readonly document_name: string;
  readonly text_version_id: number;
  readonly code_id: number;
  readonly coder_id: number;
  readonly coder_name: string;
  readonly start: number;
  readonly end: number;
  readonly stance: Stance | null;
  readonly weight: number | null;
  readonly is_key: 0 | 1;
  readonly memo: string | null;
  readonly created_at: string;
  readonly topic: string | null;
  readonly paragraph: number;
}

export const quotationReads = prepareOnce((db) => ({
  byIds: db.prepare<[string], QuotationRow>(
    `SELECT coding.id AS coding_id, coding.document_id, document.name AS document_name, document.text_version_id,
       coding.code_id, coding.coder_id, coder.name AS coder_name, start_utf16 AS start, end_utf16 AS end, stance, weight, is_key,
       (SELECT body FROM memo WHERE memo.coding_id = coding.id ORDER BY memo.id LIMIT 1) AS memo, coding.created_at,
       (SELECT title FROM topic_span JOIN guide_topic ON guide_topic.id = guide_topic_id
          WHERE topic_span.document_id = coding.document_id AND topic_span.start_utf16 <= coding.start_utf16
            AND topic_span.end_utf16 > coding.start_utf16
          ORDER BY level DESC, topic_span.start_utf16 DESC LIMIT 1) AS topic,
       (SELECT ordinal + 1 FROM paragraph WHERE paragraph.text_version_id = document.text_version_id
          AND paragraph.start_utf16 <= coding.start_utf16 ORDER BY ordinal DESC LIMIT 1) AS paragraph
     FROM json_each(?) AS wanted JOIN coding ON coding.id = wanted.value
     JOIN document ON document.id = coding.document_id JOIN coder ON coder.id = coding.coder_id
     ORDER BY wanted.key`,
  ),
  /** Speakers whose words a passage touches, in text order; the passage is `[start, end)`. */
  speakers: db.prepare<
    [{ document: number; start: number; end: number }],
    { name: string; participant_id: number | null; role: string }
  >(
    `SELECT speaker.name, speaker.participant_id, speaker.role FROM turn JOIN speaker ON speaker.id = speaker_id
     WHERE turn.document_id = @document AND turn.start_utf16 < @end AND turn.end_utf16 > @start
       AND turn.body_start_utf16 < @end ORDER BY turn.start_utf16`,
  ),
  /** Where the words begin of a turn that opens in `[from, start)`. */
  bodyStart: db
    .prepare<[{ document: number; from: number; start: number }], number>(
      `SELECT min(body_start_utf16, @start) FROM turn WHERE document_id = @document AND start_utf16 >= @from
         AND start_utf16 < @start ORDER BY start_utf16 DESC LIMIT 1`,
    )
    .pluck(),
  hasTurns: db.prepare<[number], number>('SELECT EXISTS (SELECT 1 FROM turn WHERE document_id = ?)').pluck(),
}));
