import type { InFeature, QueryHandlers } from '../contract/handlers.ts';
import { found } from '../errors/lookup.ts';
import type { CodingLink, codingsContract } from './contract.ts';
import { linkReads } from './link-store.ts';
import { codingReads } from './store.ts';

/** Longest excerpt at the end of a link, in UTF-16 code units. */
const EXCERPT = 200;

export const codingQueries: QueryHandlers<InFeature<typeof codingsContract, 'query'>> = {
  'codings.ofDocument': ({ db }, { documentId }) =>
    codingReads(db)
      .ofDocument.all(documentId)
      .map((row) => ({
        id: row.id,
        guid: row.guid,
        documentId: row.document_id,
        codeId: row.code_id,
        coderId: row.coder_id,
        start: row.start,
        end: row.end,
        stance: row.stance,
        weight: row.weight,
        isKey: row.is_key === 1,
        memoId: row.memo_id,
        memo: row.memo,
        createdAt: row.created_at,
        modifiedAt: row.modified_at,
      })),

  'codings.links': ({ db, session }, { documentId }) => {
    const end = (codingId: number): CodingLink['from'] => {
      const row = found(linkReads(db).end.get(codingId), 'coding', codingId);
      const { text } = session.texts.get(db, row.text_version_id);
      return {
        codingId: row.id,
        documentId: row.document_id,
        documentName: row.document_name,
        codeId: row.code_id,
        start: row.start,
        end: row.end,
        excerpt: text.slice(row.start, Math.min(row.end, row.start + EXCERPT)).toWellFormed(),
      };
    };
    return linkReads(db)
      .ofDocument.all({ document: documentId })
      .map(({ id, kind, from_coding_id: from, to_coding_id: to }) => ({
        id,
        kind,
        from: end(from),
        to: end(to),
      }));
  },
};
