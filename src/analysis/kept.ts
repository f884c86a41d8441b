import type { AnalysisData, AnalysisDocument } from './data.ts';
import type { ResolvedFilter } from './filter.ts';
import { clippedSpans, touchesPassage, type Passage } from './passages.ts';

/** What a filter leaves of a project. */
export interface Kept {
  /** The N columns: kept participants who speak in at least one kept document, in the project's order. */
  readonly participantIds: readonly number[];
  /** Whether the filter names participants: then a passage that touches none of them does not count. */
  readonly restricted: boolean;
  /** In the project's order. */
  readonly documents: readonly KeptDocument[];
  /** Words of all kept spans. */
  readonly words: number;
}

/** A kept document with the spans of kept participants as parallel columns, in text order. */
export interface KeptDocument {
  readonly document: AnalysisDocument;
  /** Index of the document in the project's order. */
  readonly index: number;
  readonly spans: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly wordStarts: Int32Array;
  /** Kept words of the project before each span, and, one further, behind the last. */
  readonly wordsBefore: Int32Array;
  /** Each span's participant as a column of the table. */
  readonly columns: Int32Array;
  /** Distinct participants of these spans. */
  readonly people: number;
  /** Where the filter's topics and speakers are; `null`: everywhere. Spans lie within them. */
  readonly passages: readonly Passage[] | null;
}

/** Applies a filter to documents and participants (not to coders, who belong to the codings). */
export function keep(data: AnalysisData, filter: ResolvedFilter): Kept {
  const restricted = filter.participantIds !== null;
  const ordinals = new Map<number, number>();
  for (const [ordinal, { id }] of data.participants.entries()) {
    const isKept = (filter.participantIds?.has(id) ?? true) && (filter.heardIds?.has(id) ?? true);
    if (isKept) ordinals.set(id, ordinal);
  }
  const speaks = new Uint8Array(data.participants.length);
  const documents: KeptDocument[] = [];
  let words = 0;
  for (const [index, document] of data.documents.entries()) {
    if (filter.documentIds !== null && !filter.documentIds.has(document.id)) continue;
    // N does not depend on topics: who speaks in a kept document counts, asked about the topic or not.
    for (const { participantId } of document.spans) {
      const ordinal = participantId === null ? undefined : ordinals.get(participantId);
      if (ordinal !== undefined) speaks[ordinal] = 1;
    }
    const passages = filter.passages === null ? null : (filter.passages.get(document.id) ?? []);
    const kept = keepDocument(document, { index, ordinals, passages, wordsBeforeDocument: words });
    if (restricted && kept.spans === 0) continue;
    words = kept.wordsBefore[kept.spans] ?? words;
    documents.push(kept);
  }
  const columnOf = new Int32Array(speaks.length);
  const participantIds: number[] = [];
  for (const [ordinal, { id }] of data.participants.entries()) {
    columnOf[ordinal] = participantIds.length;
    if (speaks[ordinal] === 1) participantIds.push(id);
  }
  for (const { columns } of documents) {
    for (let at = 0; at < columns.length; at += 1) columns[at] = columnOf[columns[at] ?? 0] ?? 0;
  }
  return { participantIds, restricted, documents, words };
}

interface Keeping {
  readonly index: number;
  /** Places of kept participants among all. */
  readonly ordinals: ReadonlyMap<number, number>;
  readonly passages: readonly Passage[] | null;
  readonly wordsBeforeDocument: number;
}

/** `columns` are places among all participants at first: which of them speak is known after the last document. */
function keepDocument(
  document: AnalysisDocument,
  { index, ordinals, passages, wordsBeforeDocument }: Keeping,
): KeptDocument {
  const spans = passages === null ? document.spans : clippedSpans(document.spans, passages);
  const starts = new Int32Array(spans.length);
  const ends = new Int32Array(spans.length);
  const wordStarts = new Int32Array(spans.length);
  const wordsBefore = new Int32Array(spans.length + 1);
  const columns = new Int32Array(spans.length);
  const people = new Set<number>();
  let count = 0;
  let words = wordsBeforeDocument;
  for (const span of spans) {
    const ordinal = span.participantId === null ? undefined : ordinals.get(span.participantId);
    if (ordinal === undefined) continue;
    people.add(ordinal);
    starts[count] = span.start;
    ends[count] = span.end;
    wordStarts[count] = span.wordStart;
    wordsBefore[count] = words;
    columns[count] = ordinal;
    words += span.wordEnd - span.wordStart;
    count += 1;
  }
  wordsBefore[count] = words;
  return {
    document,
    index,
    spans: count,
    starts,
    ends,
    wordStarts,
    wordsBefore,
    columns: columns.subarray(0, count),
    people: people.size,
    passages,
  };
}

/** Index of the first span that ends after a position, in UTF-16 code units; `from` is known not to lie beyond it. */
export function firstSpanAfter({ ends, spans }: KeptDocument, position: number, from: number): number {
  let at = from;
  while (at < spans && (ends[at] ?? 0) <= position) at += 1;
  return at;
}

/**
 * Fills `touched` with the columns of the participants whose spans `[start, end)` overlaps, each once, and answers how
 * many. `from` is the span where looking begins, as {@link firstSpanAfter} gives it.
 */
export function touchedColumns(kept: KeptDocument, from: number, end: number, touched: Int32Array): number {
  const { starts, ends, columns, people, spans } = kept;
  let count = 0;
  for (let at = from; at < spans && count < people; at += 1) {
    const start = starts[at] ?? 0;
    if (start >= end) break;
    if (start === ends[at]) continue;
    const column = columns[at] ?? 0;
    let known = false;
    for (let each = 0; each < count && !known; each += 1) known = touched[each] === column;
    if (known) continue;
    touched[count] = column;
    count += 1;
  }
  return count;
}

/** Whether a segment that touches no kept participant counts: not when the filter names people, nor outside its passages. */
export function countsForNobody(kept: Kept, { passages }: KeptDocument, start: number, end: number): boolean {
  return !kept.restricted && (passages === null || touchesPassage(passages, start, end));
}

/** Index of the last span that begins at or before the document's word `ordinal`, or 0; looks from `from` on. */
export function spanOfWord({ wordStarts, spans }: KeptDocument, ordinal: number, from: number): number {
  let at = from;
  while (at + 1 < spans && (wordStarts[at + 1] ?? 0) <= ordinal) at += 1;
  return at;
}

/**
 * How many kept words of the whole project stand before the document's word `ordinal`; `span` as {@link spanOfWord}
 * gives it. Kept words become one unbroken count, so that the length of a union of intervals is its number of words.
 */
export function keptWordsBefore(
  { wordStarts, wordsBefore }: KeptDocument,
  ordinal: number,
  span: number,
): number {
  const before = wordsBefore[span] ?? 0;
  const inSpan = Math.max(0, ordinal - (wordStarts[span] ?? 0));
  return Math.min(before + inSpan, wordsBefore[span + 1] ?? before);
}
