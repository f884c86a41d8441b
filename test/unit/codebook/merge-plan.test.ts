import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planMerge, type MergeStep, type PlannedCode } from '../../../src/codebook/merge-plan.ts';

const code = (id: number, name: string, parent: number | null = null, position = 0): PlannedCode => ({
  id,
  name,
  parent_id: parent,
  position,
});

describe('planning a merge', () => {
  test('sub-codes go along, and those of one name join', () => {
    const codes = [
      code(1, 'Aide'),
      code(2, 'Entraide', null, 1),
      code(3, 'Mail', 1),
      code(4, 'Mail', 2),
      code(5, 'Visio', 1, 1),
    ];
    expect(planMerge(codes, [1], 2)).toEqual([
      { kind: 'join', fromId: 3, intoId: 4 },
      { kind: 'move', codeId: 5, parentId: 2, position: 1 },
      { kind: 'join', fromId: 1, intoId: 2 },
    ]);
  });

  test('a code into which its own parent goes comes up first', () => {
    const codes = [code(1, 'A'), code(2, 'B', 1), code(3, 'C', 1, 1)];
    expect(planMerge(codes, [1], 2)).toEqual([
      { kind: 'lift', codeId: 2, parentId: null, position: 0 },
      { kind: 'move', codeId: 3, parentId: 2, position: 0 },
      { kind: 'join', fromId: 1, intoId: 2 },
    ]);
  });

  test('merging a code with itself does nothing', () => {
    expect(planMerge([code(1, 'A')], [1], 1)).toEqual([]);
  });
});

/** A tree of up to 14 codes: each stands below an earlier one or none; names repeat, but never among siblings. */
const tree = fc
  .array(fc.record({ parent: fc.nat(), name: fc.nat(3) }), { minLength: 2, maxLength: 14 })
  .map((items) => {
    const codes: PlannedCode[] = [];
    for (const [index, item] of items.entries()) {
      const parent = item.parent % (index + 1) === 0 ? null : item.parent % (index + 1) || null;
      const siblings = codes.filter((each) => each.parent_id === parent);
      const taken = new Set(siblings.map((each) => each.name));
      const free = ['a', 'b', 'c', 'd'][item.name] ?? 'a';
      const name = taken.has(free) ? `n${index}` : free;
      codes.push(code(index + 1, name, parent, siblings.length));
    }
    return codes;
  });

function perform(codes: readonly PlannedCode[], steps: readonly MergeStep[]): Map<number, number | null> {
  const parents = new Map(codes.map((each) => [each.id, each.parent_id]));
  for (const step of steps) {
    if (step.kind === 'join') {
      expect([...parents.values()], 'nothing stands below what is removed').not.toContain(step.fromId);
      expect(parents.has(step.intoId)).toBe(true);
      parents.delete(step.fromId);
    } else parents.set(step.codeId, step.parentId);
  }
  return parents;
}

test('whatever is merged: what was chosen is gone, the rest is a tree, and every code that went has an heir', () => {
  fc.assert(
    fc.property(tree, fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), fc.nat(), (codes, picks, into) => {
      const intoId = (into % codes.length) + 1;
      const chosen = [...new Set(picks.map((pick) => (pick % codes.length) + 1))];
      const steps = planMerge(codes, chosen, intoId);
      const parents = perform(codes, steps);
      for (const id of chosen) expect(parents.has(id)).toBe(id === intoId);
      for (const [id, parent] of parents) {
        const seen = new Set([id]);
        for (let at = parent; at !== null; at = parents.get(at)!) {
          expect(parents.has(at)).toBe(true);
          expect(seen.has(at)).toBe(false);
          seen.add(at);
        }
      }
      const gone = codes.map((each) => each.id).filter((id) => !parents.has(id));
      const joins = steps.filter((step) => step.kind === 'join');
      expect(joins.map((step) => step.fromId).toSorted((a, b) => a - b)).toEqual(gone);
    }),
    { numRuns: 3_000 },
  );
});
