import fc from 'fast-check';
import { expect, it } from 'vitest';
import { followSet, membersAmong, setChosen } from '../../../renderer/features/sets/match-set.ts';

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

it('follows a set that is edited while it limits, and lets go when something else is chosen', () => {
  const all = [1, 2, 3, 4];
  const given = followSet(null, [setOf(1, [1, 2])], new Set([1, 2]), all);
  expect(given).toEqual({ held: { id: 1, chosen: new Set([1, 2]) }, choose: null });
  const edited = followSet(given.held, [setOf(1, [1, 2, 4])], new Set([1, 2]), all);
  expect(edited.choose).toEqual([1, 2, 4]);
  // What was chosen is what was handed over: nothing more to do.
  expect(followSet(edited.held, [setOf(1, [1, 2, 4])], new Set([1, 2, 4]), all).choose).toBeNull();
  expect(followSet(edited.held, [setOf(1, [1])], new Set([3]), all)).toEqual({ held: null, choose: null });
  expect(followSet(edited.held, [], new Set([1, 2, 4]), all).choose).toBeNull();
  expect(followSet(edited.held, [setOf(1, [])], new Set([1, 2, 4]), all).choose).toBeNull();
  expect(followSet(edited.held, [setOf(1, [1])], null, all)).toEqual({ held: null, choose: null });
});

it('another set of the same members, chosen first by name, does not take the place of the one that was given', () => {
  const held = followSet(null, [setOf(2, [1])], new Set([1]), [1, 2]).held;
  const both = followSet(held, [setOf(1, [1]), setOf(2, [1])], new Set([1]), [1, 2]);
  expect(both.held?.id).toBe(2);
  expect(followSet(both.held, [setOf(1, [1]), setOf(2, [2])], new Set([1]), [1, 2]).choose).toEqual([2]);
});
