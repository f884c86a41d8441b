import { prepareOnce } from '../database/connection.ts';

/** SQL of searching; to be asked of the connection for queries, which has the view of terms. */
export const searchReads = prepareOnce((db) => ({
  /** Paragraphs of one text in which an expression of the index is true: rows of the index. */
  ofText: db
    .prepare<[string, number, number], number>(
      'SELECT rowid FROM text_index WHERE text_index MATCH ? AND rowid >= ? AND rowid < ? ORDER BY rowid',
    )
    .pluck(),
  ofAll: db
    .prepare<[string], number>('SELECT rowid FROM text_index WHERE text_index MATCH ? ORDER BY rowid')
    .pluck(),
  terms: db
    .prepare<[string, string], string>('SELECT term FROM temp.text_term WHERE term >= ? AND term < ?')
    .pluck(),
}));
