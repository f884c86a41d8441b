import { prepareOnce, type Connection } from '../database/connection.ts';
import { indexWords } from '../text/index-words.ts';
import type { TextRange } from '../text/range.ts';

/** A row of the index is `text_version_id * PARAGRAPH_ROOM + ordinal`. */
export const PARAGRAPH_ROOM = 1_048_576;

const statements = prepareOnce((db) => ({
  add: db.prepare<[number, string]>('INSERT INTO text_index (rowid, words) VALUES (?, ?)'),
  // Paragraphs of a version stand side by side; those that are not there cost nothing.
  clear: db.prepare<[number, number]>('DELETE FROM text_index WHERE rowid >= ? AND rowid < ?'),
  mark: db.prepare<[number]>('INSERT INTO indexed_text (text_version_id) VALUES (?)'),
  unmark: db.prepare<[number]>('DELETE FROM indexed_text WHERE text_version_id = ?'),
}));

export const indexReads = prepareOnce((db) => ({
  /** The texts of documents that do not stand in the index yet. */
  missing: db
    .prepare<[], number>(
      `SELECT DISTINCT text_version_id FROM document
       WHERE text_version_id NOT IN (SELECT text_version_id FROM indexed_text) ORDER BY text_version_id`,
    )
    .pluck(),
  indexed: db.prepare<[], number>('SELECT text_version_id FROM indexed_text').pluck(),
  isIndexed: db.prepare<[number], number>('SELECT 1 FROM indexed_text WHERE text_version_id = ?').pluck(),
  rows: db
    .prepare<[number, number], number>('SELECT count(*) FROM text_index WHERE rowid >= ? AND rowid < ?')
    .pluck(),
}));

/** Brings the words of a text into the index, paragraph by paragraph; to be called in the transaction that adds it. */
export function indexText(
  db: Connection,
  textVersionId: number,
  text: string,
  paragraphs: readonly TextRange[],
): void {
  indexParagraphs(db, textVersionId, text, paragraphs, 0);
  markIndexed(db, textVersionId);
}

/** Brings some paragraphs of a text into the index, the first of which has this ordinal. */
export function indexParagraphs(
  db: Connection,
  textVersionId: number,
  text: string,
  paragraphs: readonly TextRange[],
  first: number,
): void {
  const { add } = statements(db);
  for (const [at, { start, end }] of paragraphs.entries())
    add.run(textVersionId * PARAGRAPH_ROOM + first + at, indexWords(text.slice(start, end)));
}

/** Says that all paragraphs of a text stand in the index. */
export function markIndexed(db: Connection, textVersionId: number): void {
  statements(db).mark.run(textVersionId);
}

/** Takes a text out of the index; to be called before a text version is removed. */
export function unindexText(db: Connection, textVersionId: number): void {
  statements(db).clear.run(textVersionId * PARAGRAPH_ROOM, (textVersionId + 1) * PARAGRAPH_ROOM);
  statements(db).unmark.run(textVersionId);
}

/** How many paragraphs of a text stand in the index. */
export function indexedParagraphs(db: Connection, textVersionId: number): number {
  const first = textVersionId * PARAGRAPH_ROOM;
  return indexReads(db).rows.get(first, first + PARAGRAPH_ROOM) ?? 0;
}
