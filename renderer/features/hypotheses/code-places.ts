import type { Code } from '../../../src/codebook/contract.ts';
import type { Hypothesis } from '../../../src/hypotheses/contract.ts';

export interface MappedPlace {
  readonly hypothesis: Hypothesis;
  readonly groupId: number | null;
}

/** Where each code is mapped, by itself or with the branch it belongs to, in the order of the hypotheses. */
export function placesOfCodes(
  codes: readonly Code[],
  hypotheses: readonly Hypothesis[],
): ReadonlyMap<number, readonly MappedPlace[]> {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const places = new Map<number, MappedPlace[]>();
  for (const code of codes) {
    const line = lineOf(code, byId);
    for (const hypothesis of hypotheses) {
      const mapping = hypothesis.mappings.find(
        (candidate) => candidate.codeId === code.id || (candidate.wholeBranch && line.has(candidate.codeId)),
      );
      if (mapping === undefined) continue;
      const list = places.get(code.id);
      const place = { hypothesis, groupId: mapping.hypothesisGroupId };
      if (list === undefined) places.set(code.id, [place]);
      else list.push(place);
    }
  }
  return places;
}

function lineOf(code: Code, byId: ReadonlyMap<number, Code>): ReadonlySet<number> {
  const line = new Set<number>();
  let parent = code.parentId;
  while (parent !== null && !line.has(parent)) {
    line.add(parent);
    parent = byId.get(parent)?.parentId ?? null;
  }
  return line;
}
