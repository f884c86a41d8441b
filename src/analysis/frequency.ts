import type { FrequencyRow, FrequencyTable } from './contract.ts';
import type { AnalysisData } from './data.ts';
import type { ResolvedFilter } from './filter.ts';
import { planRows, type RowOptions } from './frequency-rows.ts';
import { tally, type Tally } from './tally.ts';

export interface FrequencyOptions extends RowOptions {
  readonly filter: ResolvedFilter;
}

type Figures = Omit<FrequencyRow, 'kind' | 'hypothesisId' | 'hypothesisGroupId' | 'codeId' | 'depth'>;

/**
 * The table « n participants out of N » (DOMAIN 3). N counts the filter's participants who speak in at least one kept
 * document; a segment belongs to the participants whose turns it overlaps; parents, groups, hypotheses and the total
 * are unions. Interviewers' words are nobody's: a segment in them only counts among the segments, and only while the
 * filter names no participants. Shares are 0 to 1, and 0 where their base is 0. Rows without segments stay.
 */
export function frequencies(data: AnalysisData, options: FrequencyOptions): FrequencyTable {
  const { subjects, rowsOf } = planRows(data, options);
  const counted = tally(data, options.filter, rowsOf);
  const { kept } = counted;
  const names = new Map(data.participants.map(({ id, name }) => [id, name]));
  return {
    participants: kept.participantIds.map((id) => ({ id, name: names.get(id) ?? '' })),
    rows: subjects.map((subject, row) => ({ ...subject, ...figures(data, counted, row, subjects.length) })),
    total: { codes: data.codes.length, ...figures(data, counted, subjects.length, subjects.length) },
    words: kept.words,
    documents: kept.documents.length,
  };
}

function figures(data: AnalysisData, counted: Tally, row: number, totalRow: number): Figures {
  const { kept, segments, words, stances, firstDocuments } = counted;
  const width = kept.participantIds.length;
  const segmentsByParticipant: number[] = [];
  const participantIds: number[] = [];
  for (let column = 0; column < width; column += 1) {
    const count = counted.segmentsByParticipant[row * width + column] ?? 0;
    segmentsByParticipant.push(count);
    if (count > 0) participantIds.push(kept.participantIds[column] ?? 0);
  }
  return {
    participantIds,
    segmentsByParticipant,
    segments: segments[row] ?? 0,
    segmentShare: share(segments[row], segments[totalRow]),
    words: words[row] ?? 0,
    wordShare: share(words[row], kept.words),
    stances: {
      supports: stances[row * 4 + 1] ?? 0,
      qualifies: stances[row * 4 + 2] ?? 0,
      contradicts: stances[row * 4 + 3] ?? 0,
    },
    firstDocumentId: data.documents[firstDocuments[row] ?? -1]?.id ?? null,
  };
}

function share(part = 0, whole = 0): number {
  return whole === 0 ? 0 : part / whole;
}
