import { randomUUID } from 'node:crypto';
import { prepareOnce, type Connection } from '../database/connection.ts';
import type { LinkKind } from './contract.ts';

/** One end of a link: the coding with what is needed to show and to find it. */
interface LinkEnd {
  readonly id: number;
  readonly document_id: number;
  readonly document_name: string;
  readonly text_version_id: number;
  readonly code_id: number;
  readonly start: number;
  readonly end: number;
}

export interface LinkRow {
  readonly id: number;
  readonly kind: LinkKind;
  readonly from_coding_id: number;
  readonly to_coding_id: number;
}

export const linkReads = prepareOnce((db) => ({
  /** Links of which at least one end stands in the document. */
  ofDocument: db.prepare<[{ document: number }], LinkRow>(
    // Links are made by hand and few; codings are many.
    `SELECT link.id, kind, from_coding_id, to_coding_id FROM coding_link AS link
       CROSS JOIN coding AS source ON source.id = from_coding_id
       CROSS JOIN coding AS target ON target.id = to_coding_id
     WHERE source.document_id = @document OR target.document_id = @document ORDER BY link.id`,
  ),
  end: db.prepare<[number], LinkEnd>(
    `SELECT coding.id, document_id, document.name AS document_name, text_version_id, code_id, start_utf16 AS start,
       end_utf16 AS end FROM coding JOIN document ON document.id = document_id WHERE coding.id = ?`,
  ),
  byId: db.prepare<[number], LinkRow>(
    'SELECT id, kind, from_coding_id, to_coding_id FROM coding_link WHERE id = ?',
  ),
  same: db
    .prepare<[number, number, LinkKind], number>(
      'SELECT id FROM coding_link WHERE from_coding_id = ? AND to_coding_id = ? AND kind = ?',
    )
    .pluck(),
}));

const writes = prepareOnce((db) => ({
  add: db.prepare<[string, number, number, LinkKind, string]>(
    'INSERT INTO coding_link (guid, from_coding_id, to_coding_id, kind, created_at) VALUES (?, ?, ?, ?, ?)',
  ),
  remove: db.prepare<[number]>('DELETE FROM coding_link WHERE id = ?'),
  // What would link a coding with itself, or twice, stays behind and goes with the coding that goes.
  giveFrom: db.prepare<[{ gone: number; kept: number }]>(
    `UPDATE coding_link AS link SET from_coding_id = @kept WHERE from_coding_id = @gone AND to_coding_id <> @kept
       AND NOT EXISTS (SELECT 1 FROM coding_link AS other WHERE other.from_coding_id = @kept
         AND other.to_coding_id = link.to_coding_id AND other.kind = link.kind)`,
  ),
  giveTo: db.prepare<[{ gone: number; kept: number }]>(
    `UPDATE coding_link AS link SET to_coding_id = @kept WHERE to_coding_id = @gone AND from_coding_id <> @kept
       AND NOT EXISTS (SELECT 1 FROM coding_link AS other WHERE other.to_coding_id = @kept
         AND other.from_coding_id = link.from_coding_id AND other.kind = link.kind)`,
  ),
}));

export function addLink(db: Connection, fromId: number, toId: number, kind: LinkKind, now: string): number {
  return Number(writes(db).add.run(randomUUID(), fromId, toId, kind, now).lastInsertRowid);
}

export function removeLink(db: Connection, linkId: number): void {
  writes(db).remove.run(linkId);
}

/** Gives the links of a coding that goes to the one that takes its place. */
export function giveLinks(db: Connection, gone: number, kept: number): void {
  writes(db).giveFrom.run({ gone, kept });
  writes(db).giveTo.run({ gone, kept });
}
