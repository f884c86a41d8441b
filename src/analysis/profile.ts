import type { AnalysisDocument } from './data.ts';

/** What is said of a document at a glance. */
export interface DocumentProfile {
  readonly codings: number;
  /** Words in at least one coding. */
  readonly codedWords: number;
  /** The participant, when its spans show exactly one. */
  readonly onlyParticipantId: number | null;
  /** Share of coded characters per bin, 0 to 1, over `bins` equal stretches of a text of this length. */
  density(lengthUtf16: number, bins: number): readonly number[];
}

/** An absent document has an empty profile. */
export function documentProfile(document: AnalysisDocument | undefined): DocumentProfile {
  if (document === undefined) {
    return {
      codings: 0,
      codedWords: 0,
      onlyParticipantId: null,
      density: (_, bins) => zeros(bins),
    };
  }
  const { codings, spans } = document;
  const people = new Set(spans.map((span) => span.participantId).filter((id) => id !== null));
  const [first] = people;
  return {
    codings: codings.count,
    codedWords: unionLength(codings.wordStarts, codings.wordEnds),
    onlyParticipantId: people.size === 1 ? (first ?? null) : null,
    density: (lengthUtf16, bins) => densityOf(document, lengthUtf16, bins),
  };
}

/** Length of the union of half-open intervals; starts ascend. */
function unionLength(starts: Int32Array, ends: Int32Array): number {
  let total = 0;
  let reached = 0;
  for (let index = 0; index < starts.length; index += 1) {
    const start = Math.max(starts[index] ?? 0, reached);
    const end = ends[index] ?? 0;
    if (end > start) {
      total += end - start;
      reached = end;
    }
  }
  return total;
}

function densityOf({ codings }: AnalysisDocument, lengthUtf16: number, bins: number): readonly number[] {
  const covered = zeros(bins);
  if (lengthUtf16 === 0) return covered;
  const width = lengthUtf16 / bins;
  let reached = 0;
  // Columns go by word, then by start: near enough to text order for starts to ascend within a word.
  const order = Array.from({ length: codings.count }, (_, index) => index).toSorted(
    (a, b) => (codings.starts[a] ?? 0) - (codings.starts[b] ?? 0),
  );
  for (const index of order) {
    const start = Math.max(codings.starts[index] ?? 0, reached);
    const end = codings.ends[index] ?? 0;
    reached = Math.max(reached, end);
    for (let bin = Math.floor(start / width); bin < bins && bin * width < end; bin += 1) {
      const overlap = Math.min(end, (bin + 1) * width) - Math.max(start, bin * width);
      covered[bin] = (covered[bin] ?? 0) + Math.max(0, overlap) / width;
    }
  }
  return covered.map((share) => Math.min(1, share));
}

function zeros(bins: number): number[] {
  return Array.from({ length: bins }, () => 0);
}
