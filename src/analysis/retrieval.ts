import { selectedCodes, type CodeSelection } from './code-sets.ts';
import type { AnalysisData } from './data.ts';
import type { ResolvedFilter } from './filter.ts';
import { firstSpanAfter, keep, spanColumns } from './kept.ts';

export interface SegmentQuery extends CodeSelection {
  /** As in the codings' columns: 1 supports, 2 qualifies, 3 contradicts. */
  readonly stance?: number | undefined;
  readonly filter: ResolvedFilter;
}

export interface FoundSegments {
  /** In the project's order of documents, then by place in the text. */
  readonly codingIds: readonly number[];
  /** N columns: kept participants with at least one kept document. */
  readonly participantIds: readonly number[];
  /** Found segments per participant, aligned with `participantIds`; one that touches two counts for both. */
  readonly segmentsByParticipant: readonly number[];
}

/** The codings of a selection, by the same rules as {@link frequencies}: a row's number is the length of its list. */
export function segmentsFor(data: AnalysisData, query: SegmentQuery): FoundSegments {
  const kept = keep(data, query.filter);
  const codes = selectedCodes(data, query) ?? new Set(data.codes.map(({ id }) => id));
  const { coderIds } = query.filter;
  const codingIds: number[] = [];
  const counts = kept.participantIds.map(() => 0);
  for (const inHand of kept.documents) {
    const { codings } = inHand.document;
    const columns = spanColumns(kept, inHand);
    for (let at = 0; at < codings.count; at += 1) {
      if (!codes.has(codings.codeIds[at] ?? 0)) continue;
      if (query.stance !== undefined && codings.stances[at] !== query.stance) continue;
      if (coderIds !== null && !coderIds.has(codings.coderIds[at] ?? 0)) continue;
      const touched = new Set<number>();
      const end = codings.ends[at] ?? 0;
      for (let each = firstSpanAfter(inHand.spans, codings.starts[at] ?? 0); each < inHand.spans.length; each += 1) {
        const span = inHand.spans[each];
        if (span === undefined || span.start >= end || touched.size === inHand.people) break;
        const column = columns[each] ?? -1;
        if (column >= 0 && span.start < span.end) touched.add(column);
      }
      if (touched.size === 0 && kept.restricted) continue;
      codingIds.push(codings.ids[at] ?? 0);
      for (const column of touched) counts[column] = (counts[column] ?? 0) + 1;
    }
  }
  return { codingIds, participantIds: kept.participantIds, segmentsByParticipant: counts };
}
