import { describe, expect, it } from 'vitest';
import { placesOf, codeTreeOf, lineage } from '../../../src/analysis/code-sets.ts';
import { codeTree } from '../../../src/codebook/tree.ts';
import { planMerge } from '../../../src/codebook/merge-plan.ts';
import type { CodeRow } from '../../../src/codebook/store.ts';
import { compareCodebooks } from '../../../src/versions/difference.ts';
import { above, below, depthFirst } from '../../../src/text/tree.ts';

const DEEP = 5_000;
const row = (id: number, parent_id: number | null): CodeRow => ({
  id,
  guid: `g${id}`,
  parent_id,
  position: 0,
  name: `c${id}`,
  colour: 1,
  shape: 'round',
  is_folder: 0,
  brief_definition: '',
  full_definition: '',
  when_to_use: '',
  when_not_to_use: '',
  example: '',
  created_at: '',
  modified_at: '',
}); // prettier-ignore
/** Each below the one before. */
const chain = (length: number): CodeRow[] =>
  Array.from({ length }, (_none, at) => row(at + 1, at === 0 ? null : at));
/** 1 is below 3, 3 below 2, 2 below 1; 4 is below 2, 5 below nothing that is there, 6 below itself. */
const CIRCLE = [row(1, 3), row(2, 1), row(3, 2), row(4, 2), row(5, 99), row(6, 6)];
const snapshot = (rows: readonly CodeRow[]) => ({
  codes: rows.map(({ guid, parent_id, name }) => ({
    guid,
    parentGuid: parent_id === null ? null : `g${parent_id}`,
    name,
    colour: 1,
    shape: 'round' as const,
    isFolder: false,
    briefDefinition: '',
    fullDefinition: '',
    whenToUse: '',
    whenNotToUse: '',
    example: '',
  })),
  hypotheses: [],
});
const hypothesis = { id: 1, label: 'H1', title: '', groups: [], mappings: [{ codeId: 1, hypothesisGroupId: null, wholeBranch: true }] }; // prettier-ignore

describe('a tree whose parents go in a circle', () => {
  it('has each code once, the first of a circle at the top, and those without their parent too', () => {
    const codes = codeTree(CIRCLE);
    expect(codes.map(({ id, parentId, path }) => [id, parentId, path])).toEqual([
      [5, null, 'c5'],
      [1, null, 'c1'],
      [2, 1, 'c1/c2'],
      [3, 2, 'c1/c2/c3'],
      [4, 2, 'c1/c2/c4'],
      [6, null, 'c6'],
    ]);
  });

  it('is counted, merged and compared to an end', () => {
    const tree = codeTreeOf(CIRCLE.map(({ id, parent_id }) => ({ id, parentId: parent_id })));
    const place = placesOf(hypothesis, tree).get(null);
    expect([...(place ?? [])].toSorted()).toEqual([0, 1, 2, 3]);
    expect(lineage(0, place ?? new Set(), tree)).toEqual([0, 2, 1]);
    expect(planMerge(CIRCLE, [2, 3], 1).filter(({ kind }) => kind === 'join')).toHaveLength(2);
    const changes = compareCodebooks(snapshot([row(1, null)]), snapshot(CIRCLE), []);
    expect(changes.map(({ kind }) => kind)).toContain('added');
  });

  it('is walked up and down, each step once', () => {
    const parents = new Map(CIRCLE.map(({ id, parent_id }) => [id, parent_id]));
    expect(above(4, (id) => parents.get(id) ?? null)).toEqual([2, 1, 3]);
    expect(above(6, (id) => parents.get(id) ?? null)).toEqual([]);
    const children = Map.groupBy(CIRCLE, (each) => each.parent_id);
    expect(below(1, (id) => (children.get(id) ?? []).map((each) => each.id))).toEqual([1, 2, 3, 4]);
  });
});

describe('a tree that is deep beyond reason', () => {
  const rows = chain(DEEP);

  it('is listed in order, with paths that together stay small', () => {
    const codes = codeTree(rows);
    expect(codes.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
    expect(codes.slice(0, 3).map(({ path }) => path)).toEqual(['c1', 'c1/c2', 'c1/c2/c3']);
    expect(Math.max(...codes.map(({ path }) => path.length))).toBeLessThanOrEqual(10_000);
    expect(codes.at(-1)?.path.endsWith(`/c${DEEP}`)).toBe(true);
  });

  it('is counted and compared', () => {
    const tree = codeTreeOf(rows.map(({ id, parent_id }) => ({ id, parentId: parent_id })));
    expect(placesOf(hypothesis, tree).get(null)?.size).toBe(DEEP);
    expect(depthFirst(rows, ({ id }) => id, (each) => each.parent_id)).toHaveLength(DEEP); // prettier-ignore
    const moved = rows.map((each) => (each.id === DEEP ? row(DEEP, null) : each));
    expect(compareCodebooks(snapshot(rows), snapshot(moved), [])).toHaveLength(1);
  });
});
