import type { Connection } from '../database/connection.ts';
import { attempt } from './store.ts';

/** Rows of one kind in one document. */
export interface ByDocument {
  readonly table: string;
  readonly documentId: number;
  /** The document's name; `''` where it is not known. */
  readonly name: string;
  readonly count: number;
}

/** Tables of which an index tells how many rows a document has, also when the rows themselves are lost. */
const INDEXES = {
  coding: 'coding_document',
  turn: 'turn_document',
  topic_span: 'topic_span_document',
} as const;

/** How many segments, turns and passages of topics each document had, as far as the damaged file still says. */
export function expectedByDocument(db: Connection): readonly ByDocument[] {
  return Object.entries(INDEXES).flatMap(
    ([table, index]) =>
      attempt(() =>
        db
          .prepare<[string], ByDocument>(
            `SELECT ? AS "table", document_id AS documentId, '' AS name, count(*) AS count
             FROM main."${table}" INDEXED BY "${index}" GROUP BY document_id`,
          )
          .all(table),
      ) ?? [],
  );
}

/** What of that is not in the new project, for the documents that are. */
export function keptByDocument(db: Connection, expected: readonly ByDocument[]): readonly ByDocument[] {
  const names = new Map(
    db
      .prepare<[], { id: number; name: string }>('SELECT id, name FROM document')
      .all()
      .map(({ id, name }) => [id, name]),
  );
  return expected.flatMap((each) => {
    const name = names.get(each.documentId);
    if (name === undefined) return [];
    const kept =
      db
        .prepare<[number], number>(`SELECT count(*) FROM "${each.table}" WHERE document_id = ?`)
        .pluck()
        .get(each.documentId) ?? 0;
    return kept < each.count ? [{ ...each, name, count: each.count - kept }] : [];
  });
}

/** Names of the documents whose text was not found. */
export const lostTexts = (db: Connection): readonly string[] =>
  db
    .prepare<[], string>(
      'SELECT name FROM document WHERE text_version_id NOT IN (SELECT id FROM text_version) ORDER BY position, id',
    )
    .pluck()
    .all();
