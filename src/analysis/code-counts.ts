import type { z } from 'zod';
import type { codeCount } from '../codebook/contract.ts';
import { codeTreeOf, lineage } from './code-sets.ts';
import type { AnalysisData } from './data.ts';
import { NO_FILTER } from './filter.ts';
import { rowsOfCodes, tally, type Tally } from './tally.ts';

/** `n` and segments of every code, alone and with its descendants; `total` is N. */
export interface CodeCounts {
  readonly total: number;
  readonly counts: z.output<typeof codeCount>[];
}

/** Counts over the whole project, as the frequencies have them, in the order of the codes. */
export function codeCounts(data: AnalysisData): CodeCounts {
  const tree = codeTreeOf(data.codes);
  const everywhere = new Set(data.codes.keys());
  const own = data.codes.length;
  const rowsOf = data.codes.map((_, index) => [...lineage(index, everywhere, tree), own + index]);
  const counted = tally(data, NO_FILTER, rowsOfCodes(own * 2, rowsOf));
  return {
    total: counted.kept.participantIds.length,
    counts: data.codes.map(({ id }, index) => ({
      codeId: id,
      participants: participantsOf(counted, index),
      segments: counted.segments[index] ?? 0,
      ownParticipants: participantsOf(counted, own + index),
      ownSegments: counted.segments[own + index] ?? 0,
    })),
  };
}

function participantsOf({ kept, segmentsByParticipant }: Tally, row: number): number {
  const width = kept.participantIds.length;
  let count = 0;
  for (let column = 0; column < width; column += 1) {
    if ((segmentsByParticipant[row * width + column] ?? 0) > 0) count += 1;
  }
  return count;
}
