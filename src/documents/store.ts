import { createHash, randomUUID } from 'node:crypto';
import { prepareOnce, type Connection } from '../database/connection.ts';
import type { TextRange } from '../text/range.ts';
import { wordIndex, wordsTouching, type WordIndex } from '../text/words.ts';
import { indexText } from './index-store.ts';

export interface DocumentRow {
  readonly id: number;
  readonly guid: string;
  readonly name: string;
  readonly position: number;
  readonly participant_id: number | null;
  readonly text_version_id: number;
  readonly file_name: string;
  readonly format: string;
  readonly encoding: string | null;
  readonly headings: string;
  readonly imported_at: string;
}

export interface ListedDocumentRow extends DocumentRow {
  readonly length_utf16: number;
  /** Words without speaker labels. */
  readonly words: number;
}

export interface ParagraphRow {
  readonly ordinal: number;
  readonly start: number;
  readonly end: number;
  readonly word_start: number;
  readonly word_end: number;
}

const DOCUMENT_COLUMNS = `document.id, guid, name, position, participant_id, text_version_id, file_name, format, encoding,
  headings, imported_at`;

export const documentReads = prepareOnce((db) => ({
  list: db.prepare<[], ListedDocumentRow>(
    `SELECT ${DOCUMENT_COLUMNS}, text_version.length_utf16,
       text_version.word_count - (SELECT coalesce(sum(word_start - label_word_start), 0) FROM turn
                                  WHERE document_id = document.id) AS words
     FROM document JOIN text_version ON text_version.id = text_version_id ORDER BY position, document.id`,
  ),
  byId: db.prepare<[number], DocumentRow>(`SELECT ${DOCUMENT_COLUMNS} FROM document WHERE id = ?`),
  byName: db.prepare<[string], DocumentRow>(`SELECT ${DOCUMENT_COLUMNS} FROM document WHERE name = ?`),
  words: db
    .prepare<[number], number>(
      `SELECT text_version.word_count - (SELECT coalesce(sum(word_start - label_word_start), 0) FROM turn
                                         WHERE document_id = document.id)
       FROM document JOIN text_version ON text_version.id = text_version_id WHERE document.id = ?`,
    )
    .pluck(),
  byDigest: db.prepare<[string], { id: number; name: string }>(
    `SELECT document.id, document.name FROM document JOIN original ON original.id = document.original_id
     WHERE sha256 = ? ORDER BY document.id LIMIT 1`,
  ),
  /** A document that came from a file of this name, or has this name. */
  byFile: db.prepare<[string, string], { id: number; guid: string; name: string }>(
    'SELECT id, guid, name FROM document WHERE file_name = ? OR name = ? ORDER BY id LIMIT 1',
  ),
  paragraphs: db.prepare<[number], ParagraphRow>(
    `SELECT ordinal, start_utf16 AS start, end_utf16 AS end, word_start, word_end FROM paragraph
     WHERE text_version_id = ? ORDER BY ordinal`,
  ),
  /** Ordinal of the paragraph that holds an offset, or of the last one before it. */
  paragraphAt: db
    .prepare<[number, number], number>(
      `SELECT ordinal FROM paragraph WHERE text_version_id = ? AND start_utf16 <= ? ORDER BY ordinal DESC LIMIT 1`,
    )
    .pluck(),
}));

const writes = prepareOnce((db) => ({
  originalByDigest: db.prepare<[string], number>('SELECT id FROM original WHERE sha256 = ?').pluck(),
  addOriginal: db.prepare<[string, number, Uint8Array]>(
    'INSERT INTO original (sha256, byte_length, bytes) VALUES (?, ?, ?)',
  ),
  addText: db.prepare<[string, number, number]>(
    'INSERT INTO text_version (text, length_utf16, word_count) VALUES (?, ?, ?)',
  ),
  addParagraph: db.prepare<[number, number, number, number, number, number]>(
    `INSERT INTO paragraph (text_version_id, ordinal, start_utf16, end_utf16, word_start, word_end)
     VALUES (?, ?, ?, ?, ?, ?)`,
  ),
  add: db.prepare<
    [string, string, number | null, number, number | null, string, string, string | null, string, string]
  >(
    `INSERT INTO document (guid, name, position, participant_id, text_version_id, original_id, file_name, format,
       encoding, headings, imported_at)
     VALUES (?, ?, (SELECT coalesce(max(position) + 1, 0) FROM document), ?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
  rename: db.prepare<[string, number]>('UPDATE document SET name = ? WHERE id = ?'),
  place: db.prepare<[number, number]>('UPDATE document SET position = ? WHERE id = ?'),
  setParticipant: db.prepare<[number | null, number]>('UPDATE document SET participant_id = ? WHERE id = ?'),
  setText: db.prepare<[number, string, number]>(
    'UPDATE document SET text_version_id = ?, headings = ? WHERE id = ?',
  ),
  setFile: db.prepare<[number | null, string, string, string | null, number]>(
    'UPDATE document SET original_id = ?, file_name = ?, format = ?, encoding = ? WHERE id = ?',
  ),
  remove: db.prepare<[number]>('DELETE FROM document WHERE id = ?'),
}));

/** SHA-256 of a file's bytes, in hexadecimal. */
export function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Keeps the bytes of a file once, however often it is imported. */
export function keepOriginal(db: Connection, bytes: Uint8Array): number {
  const sha256 = digest(bytes);
  return (
    writes(db).originalByDigest.get(sha256) ??
    Number(writes(db).addOriginal.run(sha256, bytes.byteLength, bytes).lastInsertRowid)
  );
}

/** Stores a normalised text with what is derived from it; answers its id and its words. */
export function addTextVersion(
  db: Connection,
  text: string,
  paragraphs: readonly TextRange[],
): { readonly textVersionId: number; readonly words: WordIndex } {
  const words = wordIndex(text);
  const textVersionId = Number(
    writes(db).addText.run(text, text.length, words.starts.length).lastInsertRowid,
  );
  deriveText(db, textVersionId, text, paragraphs, words);
  return { textVersionId, words };
}

/** Stores what is derived from a text: its paragraphs with their words, and the index. */
export function deriveText(
  db: Connection,
  textVersionId: number,
  text: string,
  paragraphs: readonly TextRange[],
  words: WordIndex = wordIndex(text),
): void {
  for (const [ordinal, paragraph] of paragraphs.entries()) {
    const covered = wordsTouching(words, paragraph);
    writes(db).addParagraph.run(
      textVersionId,
      ordinal,
      paragraph.start,
      paragraph.end,
      covered.first,
      covered.end,
    );
  }
  indexText(db, textVersionId, text, paragraphs);
}

export interface NewDocument {
  readonly name: string;
  readonly participantId: number | null;
  readonly textVersionId: number;
  readonly originalId: number | null;
  readonly fileName: string;
  readonly format: string;
  readonly encoding: string | null;
  readonly headings: readonly number[];
}

export function addDocument(db: Connection, document: NewDocument, now: string): number {
  return Number(
    writes(db).add.run(
      randomUUID(),
      document.name,
      document.participantId,
      document.textVersionId,
      document.originalId,
      document.fileName,
      document.format,
      document.encoding,
      JSON.stringify(document.headings),
      now,
    ).lastInsertRowid,
  );
}

/** The name itself, or with ` (2)`, ` (3)`… when other documents have it. */
export function freeDocumentName(db: Connection, name: string): string {
  const taken = (candidate: string) => documentReads(db).byName.get(candidate) !== undefined;
  if (!taken(name)) return name;
  for (let number = 2; ; number += 1) {
    const candidate = `${name} (${number})`;
    if (!taken(candidate)) return candidate;
  }
}

export function renameDocument(db: Connection, documentId: number, name: string): void {
  writes(db).rename.run(name, documentId);
}

export function placeDocument(db: Connection, documentId: number, position: number): void {
  writes(db).place.run(position, documentId);
}

export function setDocumentParticipant(
  db: Connection,
  documentId: number,
  participantId: number | null,
): void {
  writes(db).setParticipant.run(participantId, documentId);
}

/** Says which file a document's text is from. */
export function setDocumentFile(
  db: Connection,
  documentId: number,
  file: Pick<NewDocument, 'originalId' | 'fileName' | 'format' | 'encoding'>,
): void {
  writes(db).setFile.run(file.originalId, file.fileName, file.format, file.encoding, documentId);
}

/** Points a document to another text; `headings` are ordinals of that text's paragraphs. */
export function setDocumentText(
  db: Connection,
  documentId: number,
  textVersionId: number,
  headings: readonly number[],
): void {
  writes(db).setText.run(textVersionId, JSON.stringify(headings), documentId);
}

export function removeDocument(db: Connection, documentId: number): void {
  writes(db).remove.run(documentId);
}
