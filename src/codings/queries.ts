import { codeReads } from '../codebook/store.ts';
import type { InFeature, QueryHandlers } from '../contract/handlers.ts';
import { found } from '../errors/lookup.ts';
import { codingEnd } from './coding-end.ts';
import type { codingsContract } from './contract.ts';
import { overlapsSetting } from './join.ts';
import { linkReads } from './link-store.ts';
import { previewRecode } from './recode-preview.ts';
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
        weight: row.weight,
        isKey: row.is_key === 1,
        memoId: row.memo_id,
        memo: row.memo,
        createdAt: row.created_at,
        modifiedAt: row.modified_at,
      })),

  'codings.ofCode': ({ db }, { codeId }) => {
    found(codeReads(db).byId.get(codeId), 'code', codeId);
    return codingReads(db)
      .placesOfCode.all(codeId)
      .map(({ id, documentId }) => ({ codingId: id, documentId }));
  },

  'codings.recodePreview': ({ db }, { codingIds, codeId }) => {
    found(codeReads(db).byId.get(codeId), 'code', codeId);
    const ids = JSON.stringify([...new Set(codingIds)]);
    const changed = codingReads(db).placesToRecode.all({ ids, code: codeId });
    return {
      ...previewRecode(changed, codingReads(db).placesOfCode.all(codeId)),
      overlapsJoin: overlapsSetting(db) === 'join',
    };
  },

  'codings.links': ({ db, session }, { documentId }) =>
    linkReads(db)
      .ofDocument.all({ document: documentId })
      .map(({ id, kind, from_coding_id: from, to_coding_id: to }) => ({
        id,
        kind,
        from: codingEnd(db, session, from),
        to: codingEnd(db, session, to),
      })),
};
