import type { Connection } from '../database/connection.ts';
import { documentReads } from '../documents/store.ts';
import type { ProjectSession } from '../project/session.ts';
import { searchable } from '../text/find.ts';
import type { TextRange } from '../text/range.ts';
import type { CompiledQuery } from './compile.ts';
import type { SearchScope, SearchUnit } from './contract.ts';
import { evaluate } from './evaluate.ts';
import { insideAll, talkOf, type Limits, type Talk } from './limits.ts';
import { leafHits, type Form, type Hit } from './match.ts';
import type { SearchedDocument } from './store.ts';
import { sentenceUnits, spokenParagraphs, turnUnits, unitsWith } from './units.ts';

export interface DocumentSearch {
  readonly query: CompiledQuery;
  readonly scope: SearchScope;
  readonly unit: SearchUnit;
  readonly respectAccents: boolean;
  readonly excluded: ReadonlySet<string>;
  readonly limits: Limits;
}

export interface DocumentHits {
  readonly row: SearchedDocument;
  readonly talk: Talk;
  readonly text: string;
  /** What is listed: hits, or the units that hold them; each with the hits and the forms in it. */
  readonly found: readonly (TextRange & {
    readonly hits: readonly TextRange[];
    readonly forms: readonly Form[];
  })[];
}

/** Evaluates a query in one document, of which only the candidate paragraphs (by ordinal) are looked at. */
export function findInDocument(
  db: Connection,
  session: ProjectSession,
  row: SearchedDocument,
  candidates: readonly number[],
  search: DocumentSearch,
): DocumentHits {
  const talk = talkOf(db, row.id);
  const { text } = session.texts.get(db, row.text_version_id);
  const all = spokenParagraphs(documentReads(db).paragraphs.all(row.text_version_id), talk.turns);
  const paragraphs = candidates.flatMap((ordinal) => all[ordinal] ?? []);
  const perLeaf = hitsPerLeaf(text, paragraphs, search);
  const lists = search.limits.ranges(row, talk, text.length);
  const hits = evaluate(
    search.query,
    perLeaf.map((each) => insideAll(each, lists)),
    unitsFor(search.scope, text, paragraphs, all, talk),
  );
  const units =
    search.unit === 'match'
      ? hits.map((hit) => ({ unit: hit, hits: [hit] }))
      : unitsWith(unitsFor(search.unit, text, paragraphs, all, talk), hits);
  const found = units.map(({ unit: { start, end }, hits: inside }) => ({
    start,
    end,
    hits: inside,
    forms: inside.flatMap((hit) => hit.forms),
  }));
  return { row, talk, text, found };
}

function hitsPerLeaf(
  text: string,
  paragraphs: readonly TextRange[],
  { query, respectAccents, excluded }: DocumentSearch,
): Hit[][] {
  const perLeaf: Hit[][] = query.leaves.map(() => []);
  for (const { start, end } of paragraphs) {
    const prepared = searchable(text.slice(start, end), { respectAccents });
    for (const leaf of query.leaves)
      for (const hit of leafHits(prepared, leaf, excluded))
        perLeaf[leaf.leaf]?.push({ start: hit.start + start, end: hit.end + start, forms: hit.forms });
  }
  return perLeaf;
}

/** The stretches of a document that hits grow to; only those of the paragraphs given, but for turns. */
export function unitsFor(
  scope: SearchScope | Exclude<SearchUnit, 'match'>,
  text: string,
  paragraphs: readonly TextRange[],
  all: readonly TextRange[],
  { turns }: Talk,
): readonly TextRange[] {
  switch (scope) {
    case 'document':
      return [{ start: 0, end: text.length }];
    case 'paragraph':
      return paragraphs;
    case 'sentence':
      return sentenceUnits(text, paragraphs);
    case 'turn':
      return turnUnits(all, turns);
  }
}
