import type { Code } from '../../../../src/codebook/contract.ts';
import type { Hypothesis } from '../../../../src/hypotheses/contract.ts';
import { fold } from '../../../../src/text/fold.ts';
import { NO_PLACE, type CodePlace } from '../state.ts';

/** A place where a new code can be made, with the names on the way to it. */
export interface Parent {
  /** The same for the same place. */
  readonly key: string;
  readonly place: CodePlace;
  /** From the outermost; none at the top level. */
  readonly steps: readonly string[];
}

export const keyOfPlace = ({ parentId, hypothesisId, groupId }: CodePlace): string =>
  `${parentId ?? ''}-${hypothesisId ?? ''}-${groupId ?? ''}`;

/** The names on the way to a place: its hypothesis and group, then the codes above. What is gone is left out. */
export function stepsTo(
  place: CodePlace,
  codeOf: ReadonlyMap<number, Code>,
  hypotheses: readonly Hypothesis[],
): readonly string[] {
  const hypothesis = hypotheses.find(({ id }) => id === place.hypothesisId);
  const group = hypothesis?.groups.find(({ id }) => id === place.groupId);
  const line: string[] = [];
  const seen = new Set<number>();
  for (let id = place.parentId; id !== null && !seen.has(id); id = codeOf.get(id)?.parentId ?? null) {
    seen.add(id);
    const code = codeOf.get(id);
    if (code !== undefined) line.unshift(code.name);
  }
  return [hypothesis?.label, group?.name, ...line].filter((name) => name !== undefined);
}

/** Every place for a new code: the top level, hypotheses with their groups, then under each code in the codebook's order. */
export function parentsOf(
  codes: readonly Code[],
  codeOf: ReadonlyMap<number, Code>,
  hypotheses: readonly Hypothesis[],
): readonly Parent[] {
  const places: CodePlace[] = [
    NO_PLACE,
    ...hypotheses.flatMap(({ id, groups }) => [
      { parentId: null, hypothesisId: id, groupId: null },
      ...groups.map((group) => ({ parentId: null, hypothesisId: id, groupId: group.id })),
    ]),
    ...codes.map(({ id }) => ({ parentId: id, hypothesisId: null, groupId: null })),
  ];
  return places.map((place) => ({
    key: keyOfPlace(place),
    place,
    steps: stepsTo(place, codeOf, hypotheses),
  }));
}

/**
 * Reads `Freins/Temps` as « Temps » under « Freins »: what stands before the last slash is the name or the path of
 * just one code. Otherwise the slash belongs to the name, and `parentId` is `null`.
 */
export function typedPath(
  typed: string,
  codes: readonly Code[],
): { readonly name: string; readonly parentId: number | null } {
  const at = typed.lastIndexOf('/');
  const name = typed.slice(at + 1).trim();
  const path = fold(
    typed
      .slice(0, Math.max(0, at))
      .replaceAll(/\s*\/\s*/gu, '/')
      .trim(),
  ).folded;
  if (name === '' || path === '') return { name: typed, parentId: null };
  const byPath = codes.filter((code) => fold(code.path).folded === path);
  const found = byPath.length > 0 ? byPath : codes.filter((code) => fold(code.name).folded === path);
  const [only] = found;
  return only === undefined || found.length > 1
    ? { name: typed, parentId: null }
    : { name, parentId: only.id };
}
