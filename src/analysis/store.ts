import type { Stance } from '../contract/common.ts';
import { prepareOnce, type Connection } from '../database/connection.ts';
import type { CodingColumns, ParticipantSpan } from './data.ts';

type CodingTuple = [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  Stance | null,
  number | null,
  number,
];

const statements = prepareOnce((db) => ({
  codings: db
    .prepare<[number], CodingTuple>(
      `SELECT id, code_id, coder_id, start_utf16, end_utf16, word_start, word_end, stance, weight,
         is_key
       FROM coding WHERE document_id = ? ORDER BY word_start, start_utf16, id`,
    )
    .raw(),
  spans: db.prepare<[], ParticipantSpan & { readonly documentId: number }>(
    `SELECT turn.document_id AS documentId, body_start_utf16 AS start, end_utf16 AS end, word_start AS wordStart,
       word_end AS wordEnd, speaker.participant_id AS participantId
     FROM turn JOIN speaker ON speaker.id = speaker_id WHERE speaker.role = 'participant'
     ORDER BY turn.document_id, start_utf16`,
  ),
  withTurns: db.prepare<[], number>('SELECT DISTINCT document_id FROM turn').pluck(),
  wordCount: db
    .prepare<[number], number>(
      'SELECT word_count FROM text_version JOIN document ON text_version_id = text_version.id WHERE document.id = ?',
    )
    .pluck(),
}));

/** How a stance stands in the columns; 0 is unsaid. */
export const STANCE_NUMBERS: Readonly<Record<Stance, number>> = { supports: 1, qualifies: 2, contradicts: 3 };

/** The codings of one document as columns. */
export function loadCodings(db: Connection, documentId: number): CodingColumns {
  const rows = statements(db).codings.all(documentId);
  const column = (index: 0 | 1 | 2 | 3 | 4 | 5 | 6) => Int32Array.from(rows, (row) => row[index]);
  return {
    count: rows.length,
    ids: column(0),
    codeIds: column(1),
    coderIds: column(2),
    starts: column(3),
    ends: column(4),
    wordStarts: column(5),
    wordEnds: column(6),
    stances: Uint8Array.from(rows, (row) => (row[7] === null ? 0 : STANCE_NUMBERS[row[7]])),
    weights: Int8Array.from(rows, (row) => row[8] ?? -1),
    keys: Uint8Array.from(rows, (row) => row[9]),
  };
}

/** Turns of participants per document; a document that has turns of interviewers only gets an empty list. */
export function loadSpans(db: Connection): ReadonlyMap<number, readonly ParticipantSpan[]> {
  const spans = Map.groupBy(statements(db).spans.all(), (row) => row.documentId) as Map<
    number,
    ParticipantSpan[]
  >;
  for (const documentId of statements(db).withTurns.all())
    if (!spans.has(documentId)) spans.set(documentId, []);
  return spans;
}

/** The span of a document without turns: the whole text, the document's participant. */
export function wholeSpan(
  db: Connection,
  documentId: number,
  lengthUtf16: number,
  participantId: number | null,
): ParticipantSpan {
  const wordEnd = statements(db).wordCount.get(documentId) ?? 0;
  return { start: 0, end: lengthUtf16, wordStart: 0, wordEnd, participantId };
}
