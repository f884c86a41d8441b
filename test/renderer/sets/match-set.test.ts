import fc from 'fast-check';
import { expect, it } from 'vitest';
import { membersAmong, setChosen } from '../../../renderer/features/sets/match-set.ts';

const setOf = (id: number, memberIds: readonly number[]) => ({
  id,
  guid: `guid-${id}`,
  kind: 'codes' as const,
  name: `Ensemble ${id}`,
  memberIds: [...memberIds],
});

it('keeps the order of the choices, and leaves out what cannot be chosen', () => {
  expect(membersAmong(setOf(1, [9, 3, 1]), [1, 2, 3])).toEqual([1, 3]);
});

it('knows the set of a choice by its members, whatever their order', () => {
  const sets = [setOf(1, [2]), setOf(2, [3, 1])];
  expect(setChosen(sets, new Set([1, 3]), [1, 2, 3])?.id).toBe(2);
  expect(setChosen(sets, new Set([1]), [1, 2, 3])).toBeUndefined();
  expect(setChosen(sets, null, [1, 2, 3])).toBeUndefined();
});

it('finds a set again after it was chosen, unless none of its members can be', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 1, max: 20 }));
  fc.assert(
    fc.property(ids, ids, (memberIds, choices) => {
      const set = setOf(1, memberIds);
      const members = membersAmong(set, choices);
      expect(setChosen([set], new Set(members), choices)).toBe(members.length === 0 ? undefined : set);
    }),
  );
});
