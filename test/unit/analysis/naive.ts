import type { AnalysisData } from '../../../src/analysis/data.ts';
import type { ResolvedFilter } from '../../../src/analysis/filter.ts';

/** The figures of a set of codes by the words of DOMAIN 3, one set after the other, without any hurry. */
export interface NaiveFigures {
  readonly participantIds: readonly number[];
  readonly segmentsByParticipant: readonly number[];
  readonly codingIds: readonly number[];
  readonly words: number;
  readonly baseWords: number;
  readonly stances: readonly number[];
  readonly firstDocumentId: number | null;
}

export function naiveColumns(data: AnalysisData, filter: ResolvedFilter): number[] {
  const speaks = (id: number): boolean =>
    data.documents.some(
      (document) =>
        (filter.documentIds?.has(document.id) ?? true) &&
        document.spans.some((span) => span.participantId === id),
    );
  return data.participants
    .map(({ id }) => id)
    .filter((id) => (filter.participantIds?.has(id) ?? true) && (filter.heardIds?.has(id) ?? true))
    .filter(speaks);
}

export function naiveFigures(
  data: AnalysisData,
  filter: ResolvedFilter,
  codes: ReadonlySet<number>,
): NaiveFigures {
  const columns = naiveColumns(data, filter);
  const perPerson = new Map<number, number>(columns.map((id) => [id, 0]));
  const words = new Set<string>();
  const baseWords = new Set<string>();
  const codingIds: number[] = [];
  const stances = [0, 0, 0, 0];
  let firstDocumentId: number | null = null;
  for (const { id, spans, codings } of data.documents) {
    if (filter.documentIds !== null && !filter.documentIds.has(id)) continue;
    const mine = spans.filter(
      ({ participantId }) => participantId !== null && columns.includes(participantId),
    );
    // Topics and speakers: only what lies in their passages is there at all.
    const passages = filter.passages === null ? null : (filter.passages.get(id) ?? []);
    const open = passages?.flatMap(({ start, end }) => range(start, end));
    const openWords = passages?.flatMap(({ wordStart, wordEnd }) => range(wordStart, wordEnd));
    const spoken = new Set(
      mine
        .flatMap((span) => range(span.wordStart, span.wordEnd))
        .filter((word) => openWords?.includes(word) ?? true),
    );
    for (const word of spoken) baseWords.add(`${id}:${word}`);
    for (let at = 0; at < codings.count; at += 1) {
      if (!codes.has(codings.codeIds[at]!)) continue;
      if (filter.coderIds !== null && !filter.coderIds.has(codings.coderIds[at]!)) continue;
      if (filter.codeIds !== null && !filter.codeIds.has(codings.codeIds[at]!)) continue;
      const characters = new Set(
        range(codings.starts[at]!, codings.ends[at]!).filter(
          (character) => open?.includes(character) ?? true,
        ),
      );
      if (characters.size === 0) continue;
      const met = new Set(
        mine
          .filter((span) => range(span.start, span.end).some((character) => characters.has(character)))
          .map((span) => span.participantId!),
      );
      if (met.size === 0 && filter.participantIds !== null) continue;
      codingIds.push(codings.ids[at]!);
      stances[codings.stances[at]!]! += 1;
      firstDocumentId ??= id;
      for (const person of met) perPerson.set(person, perPerson.get(person)! + 1);
      for (const word of range(codings.wordStarts[at]!, codings.wordEnds[at]!)) {
        if (spoken.has(word)) words.add(`${id}:${word}`);
      }
    }
  }
  return {
    participantIds: columns.filter((id) => perPerson.get(id)! > 0),
    segmentsByParticipant: columns.map((id) => perPerson.get(id)!),
    codingIds,
    words: words.size,
    baseWords: baseWords.size,
    stances,
    firstDocumentId,
  };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

/** A code and what stands below it. */
export function naiveBranch(data: AnalysisData, codeId: number): Set<number> {
  const branch = new Set([codeId]);
  for (const code of data.codes) if (code.parentId !== null && branch.has(code.parentId)) branch.add(code.id);
  return branch;
}

/** Codes of a hypothesis, of one of its groups (`null`: without a group), or of all its places. */
export function naivePlace(data: AnalysisData, hypothesisId: number, groupId?: number | null): Set<number> {
  const hypothesis = data.hypotheses.find(({ id }) => id === hypothesisId)!;
  const mappings = hypothesis.mappings.filter(
    (mapping) => groupId === undefined || mapping.hypothesisGroupId === groupId,
  );
  return new Set(
    mappings.flatMap(({ codeId, wholeBranch }) => (wholeBranch ? [...naiveBranch(data, codeId)] : [codeId])),
  );
}
