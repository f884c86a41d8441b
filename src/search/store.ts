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
  /** Paragraphs of one text in which an expression of the index is true: rows of the index. */
  ofText: db
    .prepare<[string, number, number], number>(
      'SELECT rowid FROM text_index WHERE text_index MATCH ? AND rowid >= ? AND rowid < ? ORDER BY rowid',
    )
    .pluck(),
  /** As `ofText`, in all texts: so many rows after a row. */
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
  allTerms: db.prepare<[], string>('SELECT term FROM temp.text_term').pluck(),
  /**
   * What changes whenever words enter or leave the index: which texts stand in it, and the index's own record of its
   * parts, which counts what is written (row 10, see the documentation of FTS5's data structure).
   */
  indexState: db
    .prepare<[], string>(
      `SELECT (SELECT count(*) || ' ' || total(text_version_id) FROM indexed_text) || ' ' || hex(block)
       FROM text_index_data WHERE id = 10`,
    )
    .pluck(),
}));
