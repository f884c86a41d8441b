import type { Connection } from '../database/connection.ts';
import { indexReads } from '../documents/index-store.ts';
import type { ProjectSession } from '../project/session.ts';
import { findCandidates } from './candidates.ts';
import { compileQuery } from './compile.ts';
import type { Found, SearchHit, SearchInput } from './contract.ts';
import { describeHit } from './describe-hit.ts';
import { asksForAllTerms } from './expression.ts';
import { findInDocument, type DocumentHits, type DocumentSearch } from './find-hits.ts';
import { FormCounts } from './form-counts.ts';
import { limitsOf } from './limits.ts';
import { parseQuery } from './query-parse.ts';
import { searchReads } from './store.ts';
import { vocabularyOf } from './vocabulary.ts';

/** How many hits an answer holds when nobody says. */
const HITS_SHOWN = 10_000;

/** How far a search is, in documents. */
export interface Reached {
  readonly done: number;
  readonly of: number;
}

/**
 * A search in small pieces, one document after the other in the project's order. Between two pieces, whoever runs it
 * may let others in, or say that it is enough: then what is found so far is the answer. A quick search also has enough
 * as soon as its page is full.
 */
export function* searching(
  db: Connection,
  session: ProjectSession,
  input: SearchInput,
  quick: boolean,
): Generator<Reached, Found, boolean> {
  const from = input.offset ?? 0;
  const to = from + (input.limit ?? HITS_SHOWN);
  const hits: SearchHit[] = [];
  const documents: Found['documents'] = [];
  const forms = new FormCounts();
  let total = 0;
  const complete = yield* searchingDocuments(db, session, input, quick, {
    hasEnough: () => quick && total > to,
    found: (each) => {
      const { found, row } = each;
      for (const range of found.slice(Math.max(0, from - total), Math.max(0, to - total)))
        hits.push(describeHit(db, each, range));
      for (const range of found) forms.add(range.forms);
      total += found.length;
      documents.push({ documentId: row.id, documentName: row.name, hits: found.length });
    },
  });
  return { total, complete, hits, documents, forms: forms.list() };
}

/** What a search has found in one document after the other, and whether that is enough. */
interface Finder {
  readonly found: (hits: DocumentHits) => void;
  readonly hasEnough: () => boolean;
}

/** The documents that hold hits, in the project's order; answers whether it came to the end. */
export function* searchingDocuments(
  db: Connection,
  session: ProjectSession,
  input: SearchInput,
  quick: boolean,
  { found, hasEnough }: Finder,
): Generator<Reached, boolean, boolean> {
  if (input.text.trim() === '') return true;
  const { search, stem, rows } = prepared(db, input);
  let indexed: ReadonlySet<number> = new Set(indexReads(db).indexed.all());
  const words = vocabularyOf(db);
  if (asksForAllTerms(search.query) && !words.isWhole()) {
    // Reading all words takes a while: the first hits are sooner found in the texts themselves, and as long as texts
    // enter the index there are new words all the time.
    if (quick || rows.some((row) => !indexed.has(row.text_version_id))) indexed = new Set();
    else while (words.readMore()) if (yield { done: 0, of: rows.length }) return false;
  }
  const paragraphsOf = findCandidates(db, {
    query: search.query,
    wide: search.scope === 'document' || search.scope === 'turn',
    stem,
    texts: rows.map((row) => row.text_version_id),
    indexed,
  });
  for (const [done, row] of rows.entries()) {
    const candidates = paragraphsOf(row.text_version_id);
    if (candidates.length === 0) continue;
    if (hasEnough() || (yield { done, of: rows.length })) return false;
    const hits = findInDocument(db, session, row, candidates, search);
    if (hits.found.length > 0) found(hits);
  }
  return true;
}

function prepared(db: Connection, input: SearchInput) {
  const { text, syntax, respectAccents = false, stem = null, scope = 'paragraph' } = input;
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
  const rows = searchReads(db)
    .documents.all()
    .filter(({ id }) => search.limits.keepsDocument(id));
  return { search, stem, rows };
}
