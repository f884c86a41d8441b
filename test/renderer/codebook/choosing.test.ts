import { describe, expect, it } from 'vitest';
import {
  deal,
  splitInput,
  withoutPart,
  type Dealt,
} from '../../../renderer/features/codebook/split-parts.ts';
import {
  chosenCodes,
  NOTHING_CHOSEN,
  rangeChoice,
  toggledChoice,
} from '../../../renderer/features/codebook/tree-choice.ts';
import { dropManyAction, mergeAction } from '../../../renderer/features/codebook/tree-drop.ts';
import { NO_FILTER, treeMatcher } from '../../../renderer/features/codebook/tree-filter.ts';
import {
  flattenTree,
  hypothesisOrderNodes,
  treeOrderNodes,
  type CodeRow,
} from '../../../renderer/features/codebook/tree-rows.ts';
import { sortNodes } from '../../../renderer/features/codebook/tree-sort.ts';
import { codeOf, hypothesisOf } from './codes.ts';

const CODES = [
  codeOf(1, 'Entraide', null, 0),
  codeOf(2, 'Dépannage', 1, 0),
  codeOf(3, 'Partage', 1, 1),
  codeOf(4, 'Gestes', null, 1),
  codeOf(5, 'Urgence', null, 2),
];
const HYPOTHESES = [hypothesisOf(1, [{ code: 1 }, { code: 5 }])];
const ROWS = flattenTree(treeOrderNodes(CODES), new Set());
const row = (id: number): CodeRow =>
  ROWS.find((each): each is CodeRow => each.kind === 'code' && each.code.id === id)!;
const names = (choice: ReadonlySet<string>) => chosenCodes(ROWS, choice).map((code) => code.name);

describe('choosing several codes', () => {
  it('takes the row where it began, and lets rows leave again', () => {
    const both = toggledChoice(ROWS, NOTHING_CHOSEN, 't/c1', 't/c4');
    expect(names(both)).toEqual(['Entraide', 'Gestes']);
    expect(names(toggledChoice(ROWS, both, 't/c4', 't/c1'))).toEqual(['Gestes']);
  });
  it('takes everything between two rows, upwards and downwards', () => {
    expect(names(rangeChoice(ROWS, 't/c2', 't/c4'))).toEqual(['Dépannage', 'Partage', 'Gestes']);
    expect(rangeChoice(ROWS, 't/c4', 't/c2')).toEqual(rangeChoice(ROWS, 't/c2', 't/c4'));
  });
  it('leaves headings out, and tells a code once that stands twice', () => {
    const twice = [...HYPOTHESES, hypothesisOf(2, [{ code: 5 }])];
    const rows = flattenTree(hypothesisOrderNodes(CODES, twice), new Set());
    const all = rangeChoice(rows, rows.at(0)!.key, rows.at(-1)!.key);
    expect([...all].some((key) => key === 'h1')).toBe(false);
    expect(
      chosenCodes(rows, all)
        .map((code) => code.id)
        .toSorted(),
    ).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('dropping several codes', () => {
  it('into a code and between codes, never into themselves', () => {
    expect(dropManyAction(CODES, [row(2), row(4)], row(5), 'into')).toEqual({
      call: 'codes.moveMany',
      input: { codeIds: [2, 4], parentId: 5, position: 0 },
    });
    expect(dropManyAction(CODES, [row(2), row(5)], row(4), 'after')).toEqual({
      call: 'codes.moveMany',
      input: { codeIds: [2, 5], parentId: null, position: 2 },
    });
    expect(dropManyAction(CODES, [row(1), row(4)], row(2), 'into')).toBeNull();
  });
  it('with Alt they become the code they are dropped onto', () => {
    expect(mergeAction([row(2), row(4)], row(4))).toEqual({
      call: 'codes.merge',
      input: { codeIds: [2], intoId: 4, definitions: 'join' },
    });
    expect(mergeAction([row(4)], row(4))).toBeNull();
  });
});

describe('limiting and sorting the tree', () => {
  const counts = new Map([
    [1, { participants: 3, segments: 9 }],
    [2, { participants: 1, segments: 1 }],
    [3, { participants: 3, segments: 8 }],
    [5, { participants: 5, segments: 5 }],
  ]);
  const known = { codes: CODES, hypotheses: HYPOTHESES, counts };
  const passing = (filter: Partial<typeof NO_FILTER>, words = '') =>
    CODES.filter(treeMatcher(words, { ...NO_FILTER, ...filter }, known) ?? (() => true)).map(({ id }) => id);
  it('limits to a hypothesis with its branches, to none, to a colour, to what is unused', () => {
    expect(treeMatcher(' ', NO_FILTER, known)).toBeNull();
    expect(passing({ hypothesisId: 1 })).toEqual([1, 2, 3, 5]);
    expect(passing({ hypothesisId: 'none' })).toEqual([4]);
    expect(passing({ colour: 3 })).toEqual([3]);
    expect(passing({ unused: true })).toEqual([4]);
    expect(passing({ hypothesisId: 1 }, 'depan')).toEqual([2]);
  });
  it('sorts by name, by n and by first use, within each parent', () => {
    const knowledge = {
      counts,
      firstUses: new Map([
        [3, 0],
        [5, 1],
        [2, 2],
      ]),
      compare: (a: string, b: string) => a.localeCompare(b, 'fr'),
    };
    const sorted = (sort: 'hand' | 'name' | 'n' | 'first') =>
      flattenTree(sortNodes(treeOrderNodes(CODES), sort, knowledge), new Set()).map(
        (each) => each.kind === 'code' && each.code.id,
      );
    expect(sorted('hand')).toEqual([1, 2, 3, 4, 5]);
    expect(sorted('name')).toEqual([1, 2, 3, 4, 5]);
    expect(sorted('n')).toEqual([5, 1, 3, 2, 4]);
    expect(sorted('first')).toEqual([1, 3, 2, 5, 4]);
  });
});

describe('dealing segments out', () => {
  it('gives, takes back, and moves later parts up when one goes', () => {
    let dealt: Dealt = new Map();
    dealt = deal(dealt, [11, 12], 0);
    dealt = deal(dealt, [13], 1);
    dealt = deal(dealt, [12], null);
    expect([...dealt]).toEqual([
      [11, 0],
      [13, 1],
    ]);
    expect([...withoutPart(dealt, 0)]).toEqual([[13, 0]]);
    const parts = [
      { codeId: null, name: 'Neuf' },
      { codeId: 4, name: 'Gestes' },
      { codeId: null, name: 'Vide' },
    ];
    expect(splitInput(1, parts, dealt, 'inside')).toEqual({
      codeId: 1,
      under: 'inside',
      parts: [
        { codingIds: [11], name: 'Neuf' },
        { codingIds: [13], codeId: 4 },
      ],
    });
  });
});
