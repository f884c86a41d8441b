import { prepareOnce } from '../database/connection.ts';

/** A document as far as a search needs it: the length of its text lies behind the text, and is slow to read. */
export interface SearchedDocument {
  readonly id: number;
  readonly name: string;
  readonly participant_id: number | null;
  readonly text_version_id: number;
}

/** SQL of searching; to be asked of the connection for queries, which has the view of terms. */
export const searchReads = prepareOnce((db) => ({
  /** Paragraphs in which an expression of the index is true, in all texts: so many rows of the index after a row. */
  after: db
    .prepare<[string, number, number], number>(
      'SELECT rowid FROM text_index WHERE text_index MATCH ? AND rowid > ? ORDER BY rowid LIMIT ?',
    )
    .pluck(),
  documents: db.prepare<[], SearchedDocument>(
    'SELECT id, name, participant_id, text_version_id FROM document ORDER BY position, id',
  ),
  terms: db
    .prepare<[string, string], string>('SELECT term FROM temp.text_term WHERE term >= ? AND term < ?')
    .pluck(),
  termsAfter: db
    .prepare<[string, number], string>('SELECT term FROM temp.text_term WHERE term > ? ORDER BY term LIMIT ?')
    .pluck(),
  text: db.prepare<[number], string>('SELECT text FROM text_version WHERE id = ?').pluck(),
}));
