import { prepareOnce } from '../database/connection.ts';

/** An imported file that the project keeps, with the first document that came from it. */
export interface OriginalRow {
  readonly original_id: number;
  readonly document_id: number;
  readonly name: string;
  readonly file_name: string;
  readonly encoding: string | null;
}

export const originalReads = prepareOnce((db) => ({
  kept: db.prepare<[], OriginalRow>(
    `SELECT original.id AS original_id, document.id AS document_id, name, file_name, encoding, min(position) AS place
     FROM original JOIN document ON document.original_id = original.id
     WHERE byte_length > 0 GROUP BY original.id ORDER BY place, document.id`,
  ),
  bytes: db.prepare<[number], Buffer>('SELECT bytes FROM original WHERE id = ?').pluck(),
  totals: db.prepare<[], { files: number; bytes: number }>(
    'SELECT count(*) AS files, coalesce(sum(byte_length), 0) AS bytes FROM original WHERE byte_length > 0',
  ),
}));
