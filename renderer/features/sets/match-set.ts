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
