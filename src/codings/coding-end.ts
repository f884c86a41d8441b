import type { Connection } from '../database/connection.ts';
import { checkRange } from '../documents/ranges.ts';
import { found } from '../errors/lookup.ts';
import type { ProjectSession } from '../project/session.ts';
import type { CodingEnd } from './contract.ts';
import { linkReads } from './link-store.ts';

/** Longest beginning of a segment's text that is told, in UTF-16 code units. */
const EXCERPT = 200;

/** A coding by its id, with what is needed to show and to find it. */
export function codingEnd(db: Connection, session: ProjectSession, codingId: number): CodingEnd {
  const row = found(linkReads(db).end.get(codingId), 'coding', codingId);
  const { text } = session.texts.get(db, row.text_version_id);
  return {
    codingId: row.id,
    documentId: row.document_id,
    documentName: row.document_name,
    codeId: row.code_id,
    start: row.start,
    end: row.end,
    paragraph: checkRange(db, session, row.document_id, row).paragraph,
    excerpt: text.slice(row.start, Math.min(row.end, row.start + EXCERPT)).toWellFormed(),
  };
}
