import type { Code } from '../../../src/codebook/contract.ts';
import type { Hypothesis } from '../../../src/hypotheses/contract.ts';
import { fold } from '../../../src/text/fold.ts';
import type { CodeCount } from '../coder/use-coding-data.ts';
import { placesOfCodes } from '../hypotheses/code-places.ts';

/** What limits the codes that are shown, besides the words of the filter. */
export interface TreeFilter {
  /** Codes under this hypothesis; `none`: under no hypothesis. */
  readonly hypothesisId: number | 'none' | null;
  readonly colour: number | null;
  /** Codes without any segment, their own or below. */
  readonly unused: boolean;
  /** Codes of this set. */
  readonly setId: number | null;
}

export const NO_FILTER: TreeFilter = { hypothesisId: null, colour: null, unused: false, setId: null };

export function isFiltering(filter: TreeFilter): boolean {
  return filter.hypothesisId !== null || filter.colour !== null || filter.unused || filter.setId !== null;
}

interface Known {
  readonly codes: readonly Code[];
  readonly hypotheses: readonly Hypothesis[];
  readonly counts: ReadonlyMap<number, CodeCount>;
}

/** Whether a code passes the words and the filter; `null` when nothing is limited. */
export function treeMatcher(
  words: string,
  filter: TreeFilter,
  { codes, hypotheses, counts }: Known,
  /** Codes of the set that the filter names. */
  members: ReadonlySet<number> = new Set(),
): ((code: Code) => boolean) | null {
  const query = fold(words.trim()).folded;
  if (query === '' && !isFiltering(filter)) return null;
  const names = new Map(codes.map((code) => [code.id, fold(code.name).folded]));
  const places = filter.hypothesisId === null ? null : placesOfCodes(codes, hypotheses);
  return (code) => {
    if (query !== '' && names.get(code.id)?.includes(query) !== true) return false;
    if (filter.colour !== null && code.colour !== filter.colour) return false;
    if (filter.unused && (code.isFolder || (counts.get(code.id)?.segments ?? 0) > 0)) return false;
    if (filter.setId !== null && !members.has(code.id)) return false;
    if (places === null) return true;
    const own = places.get(code.id) ?? [];
    return filter.hypothesisId === 'none'
      ? own.length === 0
      : own.some((place) => place.hypothesis.id === filter.hypothesisId);
  };
}
