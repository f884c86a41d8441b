import { codeTreeOf, placesOf } from '../analysis/code-sets.ts';
import type { Code } from '../codebook/contract.ts';
import type { Hypothesis } from '../hypotheses/contract.ts';

/** The part of the codebook that tables and charts name. */
export interface ReportCodebook {
  /** Depth first. */
  readonly codes: readonly Pick<Code, 'id' | 'parentId' | 'name' | 'path' | 'colour' | 'shape'>[];
  readonly hypotheses: readonly Pick<Hypothesis, 'id' | 'label' | 'title' | 'groups' | 'mappings'>[];
}

/** Where a code stands: labels of hypotheses and names of groups, each once, in the project's order. */
export interface CodePlaces {
  readonly hypotheses: readonly string[];
  readonly groups: readonly string[];
}

/** Places by code id; codes without a hypothesis are missing. */
export function placesByCode({ codes, hypotheses }: ReportCodebook): ReadonlyMap<number, CodePlaces> {
  const tree = codeTreeOf(codes);
  const found = new Map<number, { readonly hypotheses: Set<string>; readonly groups: Set<string> }>();
  for (const hypothesis of hypotheses) {
    const names = new Map(hypothesis.groups.map((group) => [group.id, group.name]));
    for (const [groupId, place] of placesOf(hypothesis, tree)) {
      const group = groupId === null ? undefined : names.get(groupId);
      for (const index of place) {
        const id = codes[index]?.id ?? 0;
        const known = found.get(id) ?? { hypotheses: new Set<string>(), groups: new Set<string>() };
        known.hypotheses.add(hypothesis.label);
        if (group !== undefined) known.groups.add(group);
        found.set(id, known);
      }
    }
  }
  return new Map(
    [...found].map(([id, places]) => [
      id,
      { hypotheses: [...places.hypotheses], groups: [...places.groups] },
    ]),
  );
}
