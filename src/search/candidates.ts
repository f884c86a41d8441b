import type { Connection } from '../database/connection.ts';
import { PARAGRAPH_ROOM } from '../documents/index-store.ts';
import { documentReads } from '../documents/store.ts';
import type { StemLanguage } from '../text/stem.ts';
import type { CompiledQuery } from './compile.ts';
import { candidatesOf } from './expression.ts';
import { searchReads } from './store.ts';
import { vocabularyOf } from './vocabulary.ts';

/** Rows of the index in the first portion that is read, and in the largest. */
const FIRST_PORTION = 1_024;
const MOST_AT_ONCE = 65_536;

/** Ordinals of the paragraphs of a text that can hold a query, ascending. */
export type ParagraphsOf = (textVersionId: number) => readonly number[];

export interface CandidateSearch {
  readonly query: CompiledQuery;
  /** Whether the query may be true across paragraphs. */
  readonly wide: boolean;
  readonly stem: StemLanguage | null;
  /** The texts that will be asked for, and those that stand in the index. */
  readonly texts: readonly number[];
  readonly indexed: ReadonlySet<number>;
}

/** Where a query can be found: by the index, or, in a text that does not stand in it, everywhere. */
export function findCandidates(db: Connection, search: CandidateSearch): ParagraphsOf {
  const everywhere: ParagraphsOf = (textVersionId) =>
    documentReads(db)
      .paragraphs.all(textVersionId)
      .map(({ ordinal }) => ordinal);
  const texts = search.texts.filter((id) => search.indexed.has(id));
  const byIndex = texts.length === 0 ? everywhere : fromIndex(db, { ...search, texts }, everywhere);
  return (textVersionId) =>
    search.indexed.has(textVersionId) ? byIndex(textVersionId) : everywhere(textVersionId);
}

function fromIndex(db: Connection, search: CandidateSearch, everywhere: ParagraphsOf): ParagraphsOf {
  const vocabulary = vocabularyOf(db);
  const candidates = candidatesOf(search.query, search.wide, search.stem, (prefix) =>
    vocabulary.startingWith(prefix),
  );
  if (candidates === 'all') return everywhere;
  if (candidates === 'none') return () => [];
  return inOrder(db, candidates.match, search.texts);
}

/**
 * Asks the index for all texts together, in growing portions, as far as the texts asked for lie: whoever stops early
 * has not looked for the rest. Texts come cheapest in ascending order; those out of order are kept until asked for.
 */
function inOrder(db: Connection, match: string, texts: readonly number[]): ParagraphsOf {
  const byText = new Map<number, number[]>();
  const first = texts.reduce((least, id) => Math.min(least, id), Number.MAX_SAFE_INTEGER / PARAGRAPH_ROOM);
  let last = first * PARAGRAPH_ROOM - 1;
  let portion = FIRST_PORTION;
  let atEnd = false;
  const readTo = (end: number): void => {
    if (atEnd || last >= end) return;
    const rows = searchReads(db).after.all(match, last, portion);
    atEnd = rows.length < portion;
    portion = Math.min(portion * 4, MOST_AT_ONCE);
    for (const row of rows) {
      const textVersionId = Math.floor(row / PARAGRAPH_ROOM);
      const ordinals = byText.get(textVersionId);
      if (ordinals === undefined) byText.set(textVersionId, [row % PARAGRAPH_ROOM]);
      else ordinals.push(row % PARAGRAPH_ROOM);
    }
    last = rows.at(-1) ?? last;
    readTo(end);
  };
  return (textVersionId) => {
    readTo((textVersionId + 1) * PARAGRAPH_ROOM);
    return byText.get(textVersionId) ?? [];
  };
}
