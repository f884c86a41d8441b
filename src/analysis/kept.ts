import type { AnalysisData, AnalysisDocument, ParticipantSpan } from './data.ts';
import type { ResolvedFilter } from './filter.ts';

/** What a filter leaves of a project. */
export interface Kept {
  /** The N columns: kept participants who speak in at least one kept document, in the project's order. */
  readonly participantIds: readonly number[];
  /** Index into `participantIds` by participant id. */
  readonly columns: ReadonlyMap<number, number>;
  /** Whether the filter names participants: then a passage that touches none of them does not count. */
  readonly restricted: boolean;
  /** Kept documents with their kept spans, in the project's order. */
  readonly documents: readonly KeptDocument[];
  /** Words of all kept spans. */
  readonly words: number;
}

export interface KeptDocument {
  readonly document: AnalysisDocument;
  /** Index of the document in the project's order. */
  readonly index: number;
  /** Spans of kept participants, in text order. */
  readonly spans: readonly ParticipantSpan[];
  /** Distinct participants of these spans. */
  readonly people: number;
  /** Words of kept spans in earlier documents. */
  readonly wordsBefore: number;
  /** Words of kept spans before each of `spans`, within the document. */
  readonly spanWordsBefore: readonly number[];
}

/** Applies a filter to documents and participants (not to coders, who belong to the codings). */
export function keep(data: AnalysisData, filter: ResolvedFilter): Kept {
  const isKept = ({ participantId }: ParticipantSpan): boolean =>
    participantId !== null && (filter.participantIds?.has(participantId) ?? true);
  const restricted = filter.participantIds !== null;
  const speaking = new Set<number>();
  const documents: KeptDocument[] = [];
  let words = 0;
  for (const [index, document] of data.documents.entries()) {
    if (filter.documentIds !== null && !filter.documentIds.has(document.id)) continue;
    const spans = document.spans.filter(isKept);
    if (restricted && spans.length === 0) continue;
    const people = new Set(spans.map((span) => span.participantId ?? 0));
    for (const id of people) speaking.add(id);
    const spanWordsBefore: number[] = [];
    let spanWords = 0;
    for (const span of spans) {
      spanWordsBefore.push(spanWords);
      spanWords += span.wordEnd - span.wordStart;
    }
    documents.push({ document, index, spans, people: people.size, wordsBefore: words, spanWordsBefore });
    words += spanWords;
  }
  const participantIds = data.participants.map(({ id }) => id).filter((id) => speaking.has(id));
  const columns = new Map(participantIds.map((id, column) => [id, column]));
  return { participantIds, columns, restricted, documents, words };
}

/** The column of each kept span's participant. */
export function spanColumns(kept: Kept, { spans }: KeptDocument): Int32Array {
  return Int32Array.from(spans, (span) => kept.columns.get(span.participantId ?? 0) ?? -1);
}

/** Index of the first span that ends after a position, in UTF-16 code units. */
export function firstSpanAfter(spans: readonly ParticipantSpan[], position: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) > position) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * How many kept words of the whole project stand before the document's word `ordinal`. The ordinals of kept words
 * become one unbroken count, so that the length of a union of intervals is the number of kept words in it.
 */
export function keptWordsBefore(kept: KeptDocument, ordinal: number): number {
  const { spans, spanWordsBefore, wordsBefore } = kept;
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.wordStart ?? 0) > ordinal) high = middle;
    else low = middle + 1;
  }
  const span = spans[low - 1];
  if (span === undefined) return wordsBefore;
  return wordsBefore + (spanWordsBefore[low - 1] ?? 0) + Math.min(ordinal, span.wordEnd) - span.wordStart;
}
