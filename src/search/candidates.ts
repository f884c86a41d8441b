import type { Connection } from '../database/connection.ts';
import { PARAGRAPH_ROOM } from '../documents/index-store.ts';
import { documentReads } from '../documents/store.ts';
import type { StemLanguage } from '../text/stem.ts';
import type { CompiledQuery } from './compile.ts';
import { candidatesOf } from './expression.ts';
import { searchReads } from './store.ts';

/** From so many terms on, the index is asked once for all texts instead of text by text. */
const TERMS_PER_TEXT = 8;

/** Ordinals of the paragraphs of a text that can hold a query, ascending. */
export type ParagraphsOf = (textVersionId: number) => readonly number[];

export interface CandidateSearch {
  readonly query: CompiledQuery;
  /** Whether the query may be true across paragraphs. */
  readonly wide: boolean;
  readonly stem: StemLanguage | null;
  /** Whether all texts stand in the index. */
  readonly indexed: boolean;
}

/** Where a query can be found: by the index, or, without it, everywhere. */
export function findCandidates(db: Connection, search: CandidateSearch): ParagraphsOf {
  const everywhere: ParagraphsOf = (textVersionId) =>
    documentReads(db)
      .paragraphs.all(textVersionId)
      .map(({ ordinal }) => ordinal);
  if (!search.indexed) return everywhere;
  const candidates = candidatesOf(search.query, search.wide, search.stem, (prefix) =>
    // `~` comes after every sign of a term.
    searchReads(db).terms.iterate(prefix, `${prefix}~`),
  );
  if (candidates === 'all') return everywhere;
  if (candidates === 'none') return () => [];
  return candidates.terms > TERMS_PER_TEXT ? atOnce(db, candidates.match) : textByText(db, candidates.match);
}

function textByText(db: Connection, match: string): ParagraphsOf {
  return (textVersionId) => {
    const first = textVersionId * PARAGRAPH_ROOM;
    return searchReads(db)
      .ofText.all(match, first, first + PARAGRAPH_ROOM)
      .map((row) => row - first);
  };
}

function atOnce(db: Connection, match: string): ParagraphsOf {
  const byText = new Map<number, number[]>();
  for (const row of searchReads(db).ofAll.iterate(match)) {
    const textVersionId = Math.floor(row / PARAGRAPH_ROOM);
    const ordinals = byText.get(textVersionId);
    if (ordinals === undefined) byText.set(textVersionId, [row % PARAGRAPH_ROOM]);
    else ordinals.push(row % PARAGRAPH_ROOM);
  }
  return (textVersionId) => byText.get(textVersionId) ?? [];
}
