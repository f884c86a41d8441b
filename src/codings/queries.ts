import type { InFeature, QueryHandlers } from '../contract/handlers.ts';
import type { codingsContract } from './contract.ts';
import { codingReads } from './store.ts';

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
        memoId: row.memo_id,
        memo: row.memo,
        createdAt: row.created_at,
        modifiedAt: row.modified_at,
      })),
};
