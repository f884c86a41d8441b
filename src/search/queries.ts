import type { InFeature, QueryHandlers } from '../contract/handlers.ts';
import type { Connection } from '../database/connection.ts';
import { documentReads, type ListedDocumentRow } from '../documents/store.ts';
import type { ProjectSession } from '../project/session.ts';
import { findText } from '../text/find.ts';
import type { TextRange } from '../text/range.ts';
import { sentences } from '../text/sentences.ts';
import { transcriptReads } from '../transcripts/store.ts';
import type { searchContract, SearchUnit } from './contract.ts';

/** Characters shown on either side of a hit. */
const CONTEXT = 60;

interface DocumentHits {
  readonly row: ListedDocumentRow;
  readonly text: string;
  readonly ranges: readonly TextRange[];
}

export const searchQueries: QueryHandlers<InFeature<typeof searchContract, 'query'>> = {
  'search.find': ({ db, session }, { text: query, documentIds, unit, respectAccents, limit }) => {
    const wanted = documentIds === undefined ? null : new Set(documentIds);
    const hits = documentReads(db)
      .list.all()
      .filter((row) => wanted === null || wanted.has(row.id))
      .map((row) => findInDocument(db, session, row, query, unit ?? 'match', respectAccents ?? false));
    const total = hits.reduce((sum, each) => sum + each.ranges.length, 0);
    return { total, hits: hits.flatMap((each) => describeHits(db, each)).slice(0, limit ?? 10_000) };
  },
};

function findInDocument(
  db: Connection,
  session: ProjectSession,
  row: ListedDocumentRow,
  query: string,
  unit: SearchUnit,
  respectAccents: boolean,
): DocumentHits {
  const { text } = session.texts.get(db, row.text_version_id);
  const found = withoutLabels(
    findText(text, query, { respectAccents }),
    transcriptReads(db).turns.all(row.id),
  );
  return { row, text, ranges: unit === 'match' ? found : grow(db, row, text, found, unit) };
}

/** Speaker labels are not words that were said: hits that touch one do not count. */
function withoutLabels(
  ranges: readonly TextRange[],
  turns: readonly { readonly start: number; readonly body_start: number }[],
): readonly TextRange[] {
  let next = 0;
  return ranges.filter((range) => {
    while (next < turns.length && (turns[next]?.body_start ?? 0) <= range.start) next += 1;
    const turn = turns[next];
    return turn === undefined || range.end <= turn.start;
  });
}

/** The sentences, paragraphs or turns that hold the hits, each once, in order. Labels stay outside. */
function grow(
  db: Connection,
  row: ListedDocumentRow,
  text: string,
  hits: readonly TextRange[],
  unit: Exclude<SearchUnit, 'match'>,
): readonly TextRange[] {
  const turns = transcriptReads(db).turns.all(row.id);
  const labels = new Map(turns.map((turn) => [turn.start, turn.body_start]));
  const paragraphs = documentReads(db)
    .paragraphs.all(row.text_version_id)
    .map(({ start, end }) => ({ start: labels.get(start) ?? start, end }));
  const units =
    unit === 'turn' && turns.length > 0
      ? turns.map((turn) => ({ start: turn.body_start, end: turn.end }))
      : unit === 'sentence'
        ? paragraphs
            .filter((paragraph) => hits.some((hit) => hit.start < paragraph.end && paragraph.start < hit.end))
            .flatMap((paragraph) => sentences(text, paragraph))
        : paragraphs;
  return units.filter(
    (each) => each.end > each.start && hits.some((hit) => hit.start < each.end && each.start < hit.end),
  );
}

function describeHits(db: Connection, { row, text, ranges }: DocumentHits) {
  return ranges.map((range) => {
    const from = Math.max(0, range.start - CONTEXT);
    const to = Math.min(text.length, range.end + CONTEXT);
    return {
      documentId: row.id,
      documentName: row.name,
      paragraph: (documentReads(db).paragraphAt.get(row.text_version_id, range.start) ?? 0) + 1,
      start: range.start,
      end: range.end,
      snippet: text.slice(from, to).replaceAll('\n', ' '),
      snippetStart: range.start - from,
      snippetEnd: range.end - from,
    };
  });
}
