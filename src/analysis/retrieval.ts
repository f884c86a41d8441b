import { selectedCodes, type CodeSelection } from './code-sets.ts';
import type { AnalysisData } from './data.ts';
import type { ResolvedFilter } from './filter.ts';
import { countsForNobody, firstSpanAfter, keep, touchedColumns } from './kept.ts';

export interface SegmentQuery extends CodeSelection {
  /** As in the codings' columns: 1 supports, 2 qualifies, 3 contradicts. */
  readonly stance?: number | undefined;
  readonly isKey?: boolean | undefined;
  readonly weight?: { readonly min: number; readonly max: number } | undefined;
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

/** The codings of a selection, by the same rules as the frequencies: a row's number is the length of its list. */
export function segmentsFor(data: AnalysisData, query: SegmentQuery): FoundSegments {
  const kept = keep(data, query.filter);
  const codes = selectedCodes(data, query) ?? new Set(data.codes.map(({ id }) => id));
  const { coderIds, codeIds } = query.filter;
  const codingIds: number[] = [];
  const counts = new Int32Array(kept.participantIds.length);
  const touched = new Int32Array(counts.length);
  for (const inHand of kept.documents) {
    const { codings } = inHand.document;
    let span = 0;
    let previousStart = 0;
    for (let at = 0; at < codings.count; at += 1) {
      if (!codes.has(codings.codeIds[at] ?? 0)) continue;
      if (query.stance !== undefined && codings.stances[at] !== query.stance) continue;
      if (query.isKey === true && codings.keys[at] !== 1) continue;
      const weight = codings.weights[at] ?? -1;
      if (query.weight !== undefined && !(weight >= query.weight.min && weight <= query.weight.max)) continue;
      if (coderIds !== null && !coderIds.has(codings.coderIds[at] ?? 0)) continue;
      if (codeIds !== null && !codeIds.has(codings.codeIds[at] ?? 0)) continue;
      const start = codings.starts[at] ?? 0;
      span = firstSpanAfter(inHand, start, start < previousStart ? 0 : span);
      previousStart = start;
      const end = codings.ends[at] ?? 0;
      const touching = touchedColumns(inHand, span, end, touched);
      if (touching === 0 && !countsForNobody(kept, inHand, start, end)) continue;
      codingIds.push(codings.ids[at] ?? 0);
      for (const column of touched.subarray(0, touching)) counts[column] = (counts[column] ?? 0) + 1;
    }
  }
  return { codingIds, participantIds: kept.participantIds, segmentsByParticipant: [...counts] };
}
