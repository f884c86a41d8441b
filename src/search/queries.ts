import type { InFeature, QueryHandlers } from '../contract/handlers.ts';
import type { Connection } from '../database/connection.ts';
import type { ProjectSession } from '../project/session.ts';
import { findCandidates } from './candidates.ts';
import { compileQuery } from './compile.ts';
import type { searchContract, SearchHit, SearchInput } from './contract.ts';
import { describeHit } from './describe-hit.ts';
import { fillIndex } from './fill-index.ts';
import { findInDocument, type DocumentSearch } from './find-hits.ts';
import { FormCounts } from './form-counts.ts';
import { limitsOf } from './limits.ts';
import { parseQuery } from './query-parse.ts';
import { searchReads } from './store.ts';

/** How many hits an answer holds when nobody says. */
const HITS_SHOWN = 10_000;

export const searchQueries: QueryHandlers<InFeature<typeof searchContract, 'query'>> = {
  'search.find': ({ db, session }, input) => find(db, session, input),
};

function find(db: Connection, session: ProjectSession, input: SearchInput) {
  const from = input.offset ?? 0;
  const to = from + (input.limit ?? HITS_SHOWN);
  const hits: SearchHit[] = [];
  const documents: { documentId: number; documentName: string; hits: number }[] = [];
  const forms = new FormCounts();
  let total = 0;
  let complete = true;
  for (const each of documentHits(db, session, input)) {
    if (input.quick === true && total > to) {
      complete = false;
      break;
    }
    const { row, found } = each;
    if (found.length === 0) continue;
    for (const range of found.slice(Math.max(0, from - total), Math.max(0, to - total)))
      hits.push(describeHit(db, each, range));
    for (const range of found) forms.add(range.forms);
    total += found.length;
    documents.push({ documentId: row.id, documentName: row.name, hits: found.length });
  }
  return { total, complete, hits, documents, forms: forms.list() };
}

/** The hits of each document, one document at a time, in the project's order. */
function* documentHits(db: Connection, session: ProjectSession, input: SearchInput) {
  const { text, syntax, respectAccents = false, stem = null, scope = 'paragraph' } = input;
  if (text.trim() === '') return;
  const query = compileQuery(syntax === 'query' ? parseQuery(text) : { kind: 'phrase', text }, {
    respectAccents,
    stem,
  });
  const search: DocumentSearch = {
    query,
    scope,
    unit: input.unit ?? 'match',
    respectAccents,
    excluded: new Set(input.excludeForms),
    limits: limitsOf(db, input),
  };
  const wide = scope === 'document' || scope === 'turn';
  const indexed = fillIndex(db, session);
  const rows = searchReads(db)
    .documents.all()
    .filter(({ id }) => search.limits.keepsDocument(id));
  const texts = rows.map((row) => row.text_version_id);
  const paragraphsOf = findCandidates(db, { query, wide, stem, indexed, texts });
  for (const row of rows) {
    const candidates = paragraphsOf(row.text_version_id);
    if (candidates.length > 0) yield findInDocument(db, session, row, candidates, search);
  }
}
