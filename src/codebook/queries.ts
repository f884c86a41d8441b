import type { InFeature, QueryHandlers } from '../contract/handlers.ts';
import type { codebookContract } from './contract.ts';
import { previewMerge } from './merge-codes.ts';
import { codeReads } from './store.ts';
import { codeTree } from './tree.ts';

export const codebookQueries: QueryHandlers<InFeature<typeof codebookContract, 'query'>> = {
  'codes.list': ({ db }) => [...codeTree(codeReads(db).all.all())],
  'codes.counts': ({ db, session }) => session.analysis.codeCounts(db),
  'codes.mergePreview': previewMerge,
  'codes.firstUses': ({ db }) =>
    codeReads(db)
      .firstUses.all()
      .map((row) => ({ codeId: row.code_id, documentId: row.document_id, start: row.start })),
  'codes.removalImpact': ({ db }, { codeIds }) =>
    codeReads(db).impact.get({ ids: JSON.stringify(codeIds) }) ?? {
      codes: 0,
      codings: 0,
      documents: 0,
      memos: 0,
      mappings: 0,
    },
};
