import type { Code } from '../../../src/codebook/contract.ts';
import type { Hypothesis } from '../../../src/hypotheses/contract.ts';
import type { CodePlace } from '../coder/state.ts';

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

/** Where a sibling of this code would be made: beside it in the code tree, and mapped as it is mapped itself. */
export function placeBeside(code: Code, hypotheses: readonly Hypothesis[]): CodePlace {
  for (const hypothesis of hypotheses) {
    const mapping = hypothesis.mappings.find((candidate) => candidate.codeId === code.id);
    if (mapping === undefined) continue;
    return { parentId: code.parentId, hypothesisId: hypothesis.id, groupId: mapping.hypothesisGroupId };
  }
  return { parentId: code.parentId, hypothesisId: null, groupId: null };
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
