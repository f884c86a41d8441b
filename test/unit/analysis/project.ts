import fc from 'fast-check';
import type { AnalysisData, AnalysisDocument, ParticipantSpan } from '../../../src/analysis/data.ts';
import type { ResolvedFilter } from '../../../src/analysis/filter.ts';
import type { Passage } from '../../../src/analysis/passages.ts';

/** One coding of a made-up document. Positions are words; a word is ten characters wide. */
export interface Segment {
  readonly code: number;
  readonly from: number;
  readonly to: number;
  readonly coder?: number;
  /** 0 unsaid, 1 supports, 2 qualifies, 3 contradicts. */
  readonly stance?: number;
  readonly weight?: number;
  readonly isKey?: boolean;
}

/** A turn by words; `who` is a participant's id, or `null` for a speaker who is nobody's. */
export interface Turn {
  readonly from: number;
  readonly to: number;
  readonly who: number | null;
}

const WORD = 10;
let nextCodingId = 1;

/** A document from turns and segments, its columns sorted as the core sorts them. */
export function document(id: number, turns: readonly Turn[], segments: readonly Segment[]): AnalysisDocument {
  const sorted = segments.toSorted((a, b) => a.from - b.from || a.to - b.to);
  const column = (of: (segment: Segment) => number): Int32Array => Int32Array.from(sorted, of);
  const spans: ParticipantSpan[] = turns.map(({ from, to, who }) => ({
    start: from * WORD,
    end: to * WORD,
    wordStart: from,
    wordEnd: to,
    participantId: who,
  }));
  return {
    id,
    words: 100,
    spans,
    codings: {
      count: sorted.length,
      ids: column(() => nextCodingId++),
      codeIds: column(({ code }) => code),
      coderIds: column(({ coder }) => coder ?? 1),
      starts: column(({ from }) => from * WORD),
      ends: column(({ to }) => to * WORD),
      wordStarts: column(({ from }) => from),
      wordEnds: column(({ to }) => to),
      stances: Uint8Array.from(sorted, ({ stance }) => stance ?? 0),
      weights: Int8Array.from(sorted, ({ weight }) => weight ?? -1),
      keys: Uint8Array.from(sorted, ({ isKey }) => (isKey === true ? 1 : 0)),
    },
  };
}

export function people(...ids: readonly number[]): AnalysisData['participants'] {
  return ids.map((id) => ({ id, name: `Référent ${id}` }));
}

const arbitraryTurns: fc.Arbitrary<Turn[]> = fc
  .array(
    fc.record({
      gap: fc.nat(4),
      length: fc.nat(8),
      who: fc.oneof(
        { weight: 5, arbitrary: fc.integer({ min: 1, max: 4 }) },
        { weight: 1, arbitrary: fc.constant(null) },
      ),
    }),
    { maxLength: 6 },
  )
  .map((pieces) => {
    let at = 0;
    return pieces.map(({ gap, length, who }) => {
      const from = at + gap;
      at = from + length;
      return { from, to: at, who };
    });
  });

const arbitrarySegments: fc.Arbitrary<Segment[]> = fc.array(
  fc
    .record({
      code: fc.integer({ min: 1, max: 6 }),
      from: fc.nat(40),
      length: fc.integer({ min: 1, max: 25 }),
      coder: fc.integer({ min: 1, max: 2 }),
      stance: fc.nat(3),
      weight: fc.integer({ min: -1, max: 100 }),
      isKey: fc.boolean(),
    })
    .map(({ from, length, ...rest }) => ({ ...rest, from, to: from + length })),
  { maxLength: 14 },
);

/** 1 → (2 → 3), 4, 5 → 6: depth first. */
export const CODES: AnalysisData['codes'] = [
  { id: 1, parentId: null },
  { id: 2, parentId: 1 },
  { id: 3, parentId: 2 },
  { id: 4, parentId: null },
  { id: 5, parentId: null },
  { id: 6, parentId: 5 },
];

const arbitraryMapping = fc.record({
  codeId: fc.integer({ min: 1, max: 6 }),
  wholeBranch: fc.boolean(),
  place: fc.nat(2),
});

export const arbitraryProject: fc.Arbitrary<AnalysisData> = fc
  .record({
    documents: fc.array(fc.tuple(arbitraryTurns, arbitrarySegments), { maxLength: 4 }),
    hypotheses: fc.array(fc.array(arbitraryMapping, { maxLength: 4 }), { maxLength: 2 }),
  })
  .map(({ documents, hypotheses }) => ({
    participants: people(3, 1, 2, 4, 5),
    documents: documents.map(([turns, segments], index) => document(index + 1, turns, segments)),
    codes: CODES,
    hypotheses: hypotheses.map((mappings, index) => {
      const groups = [{ id: index * 2 + 1 }, { id: index * 2 + 2 }];
      return {
        id: index + 1,
        groups,
        mappings: mappings.map(({ codeId, wholeBranch, place }) => ({
          codeId,
          wholeBranch,
          hypothesisGroupId: groups[place - 1]?.id ?? null,
        })),
      };
    }),
  }));

const isLong = ({ from, to }: Turn): boolean => to > from;
const toPassage = ({ from, to }: Turn): Passage => ({
  start: from * WORD,
  end: to * WORD,
  wordStart: from,
  wordEnd: to,
});

const someOf = (max: number): fc.Arbitrary<ReadonlySet<number> | null> =>
  fc.option(
    fc.array(fc.integer({ min: 1, max })).map((ids) => new Set(ids)),
    { nil: null },
  );

export const arbitraryFilter: fc.Arbitrary<ResolvedFilter> = fc.record({
  documentIds: someOf(4),
  participantIds: someOf(5),
  coderIds: someOf(2),
  codeIds: someOf(6),
  passages: fc.option(
    fc
      .array(fc.tuple(fc.integer({ min: 1, max: 4 }), arbitraryTurns), { maxLength: 4 })
      .map((list) => new Map(list.map(([id, turns]) => [id, turns.filter(isLong).map(toPassage)]))),
    { nil: null },
  ),
  heardIds: someOf(5),
});
