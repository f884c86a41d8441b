import { prepareOnce, type Connection } from '../database/connection.ts';

const statements = prepareOnce((db) => ({
  codings: db
    .prepare<[string], number>(
      'SELECT count(*) FROM coding WHERE document_id IN (SELECT value FROM json_each(?))',
    )
    .pluck(),
  codes: db
    .prepare<[string], number>(
      'SELECT count(DISTINCT code_id) FROM coding WHERE document_id IN (SELECT value FROM json_each(?))',
    )
    .pluck(),
  memos: db
    .prepare<[string, string], number>(
      `SELECT count(*) FROM memo WHERE document_id IN (SELECT value FROM json_each(?))
         OR coding_id IN (SELECT id FROM coding WHERE document_id IN (SELECT value FROM json_each(?)))`,
    )
    .pluck(),
}));

/** What goes along when these documents are removed. */
export function removalImpact(
  db: Connection,
  documentIds: readonly number[],
): { readonly codings: number; readonly memos: number; readonly codes: number } {
  const ids = JSON.stringify(documentIds);
  const { codings, memos, codes } = statements(db);
  return { codings: codings.get(ids) ?? 0, memos: memos.get(ids, ids) ?? 0, codes: codes.get(ids) ?? 0 };
}
