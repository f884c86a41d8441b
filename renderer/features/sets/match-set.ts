import type { NamedSet } from '../../../src/sets/contract.ts';

/** The members of a set among what can be chosen, in the order of the choices. */
export function membersAmong(set: NamedSet, choices: readonly number[]): readonly number[] {
  const members = new Set(set.memberIds);
  return choices.filter((id) => members.has(id));
}

/** The set whose members are exactly what is chosen, as far as they can be chosen at all; the first by name of several. */
export function setChosen(
  sets: readonly NamedSet[],
  chosen: ReadonlySet<number> | null,
  choices: readonly number[],
): NamedSet | undefined {
  if (chosen === null) return undefined;
  return sets.find((set) => {
    const members = membersAmong(set, choices);
    return members.length > 0 && members.length === chosen.size && members.every((id) => chosen.has(id));
  });
}

/** A set that a filter was given, with what it meant then. */
export interface HeldSet {
  readonly id: number;
  readonly chosen: ReadonlySet<number>;
}

/**
 * What a filter that was given a set becomes: when the set was edited since and nobody chose otherwise, `choose` has its
 * members now; `held` is to be handed over the next time. A set that is gone, or empty, leaves what was chosen.
 */
export function followSet(
  held: HeldSet | null,
  sets: readonly NamedSet[],
  chosen: ReadonlySet<number> | null,
  choices: readonly number[],
): { readonly held: HeldSet | null; readonly choose: readonly number[] | null } {
  const now = setChosen(sets, chosen, choices);
  const isSame =
    held !== null &&
    chosen !== null &&
    held.chosen.size === chosen.size &&
    [...chosen].every((id) => held.chosen.has(id));
  const known = isSame ? sets.find(({ id }) => id === held.id) : undefined;
  const members = known === undefined ? [] : membersAmong(known, choices);
  const isEdited =
    chosen !== null &&
    members.length > 0 &&
    (members.length !== chosen.size || members.some((id) => !chosen.has(id)));
  if (known !== undefined && isEdited)
    return { held: { id: known.id, chosen: new Set(members) }, choose: members };
  if (known !== undefined && now !== undefined) return { held, choose: null };
  return { held: now === undefined || chosen === null ? null : { id: now.id, chosen }, choose: null };
}
