import { describe, expect, it } from 'vitest';
import {
  flattenTree,
  hypothesisOrderNodes,
  treeOrderNodes,
  type TreeNode,
} from '../../../renderer/features/codebook/tree-rows.ts';
import { codeOf, hypothesisOf } from './codes.ts';

const CODES = [
  codeOf(1, 'Entraide', null, 0),
  codeOf(2, 'Dépannage', 1, 0),
  codeOf(3, 'Partage', 1, 1),
  codeOf(4, 'Gestes', null, 1),
  codeOf(5, 'Urgence', null, 2),
  codeOf(6, 'Divers', null, 3),
];

function drawn(
  nodes: readonly TreeNode[],
  collapsed: readonly string[] = [],
  filter: string | null = null,
): string[] {
  const matches = filter === null ? null : (code: { name: string }) => code.name.startsWith(filter);
  return flattenTree(nodes, new Set(collapsed), matches).map((row) => {
    const name =
      row.kind === 'hypothesis'
        ? row.hypothesis.label
        : row.kind === 'code'
          ? row.code.name
          : row.kind === 'group'
            ? `[${row.name}]`
            : '(hors)';
    return `${'  '.repeat(row.level - 1)}${name}`;
  });
}

describe('the code tree by tree', () => {
  it('follows parents and positions', () => {
    expect(drawn(treeOrderNodes(CODES))).toEqual([
      'Entraide',
      '  Dépannage',
      '  Partage',
      'Gestes',
      'Urgence',
      'Divers',
    ]);
  });
  it('closes what was folded', () => {
    expect(drawn(treeOrderNodes(CODES), ['t/c1'])).toEqual(['Entraide', 'Gestes', 'Urgence', 'Divers']);
  });
  it('shows a code whose parent is unknown rather than losing it', () => {
    expect(drawn(treeOrderNodes([codeOf(9, 'Orphelin', 77)]))).toEqual(['Orphelin']);
  });
});

describe('the code tree by hypothesis', () => {
  const hypotheses = [
    hypothesisOf(
      1,
      [
        { code: 5, group: 10 },
        { code: 4, group: 10 },
      ],
      ['Comportemental', 'Cognitif'],
    ),
    hypothesisOf(2, [{ code: 1 }]),
  ];

  it('lists codes without a group, then groups, then codes under no hypothesis', () => {
    expect(drawn(hypothesisOrderNodes(CODES, hypotheses))).toEqual([
      'H1',
      '  [Comportemental]',
      '    Gestes',
      '    Urgence',
      '  [Cognitif]',
      'H2',
      '  Entraide',
      '    Dépannage',
      '    Partage',
      '(hors)',
      '  Divers',
    ]);
  });

  it('shows a code mapped twice in both places', () => {
    const twice = [...hypotheses, hypothesisOf(3, [{ code: 4 }, { code: 3 }])];
    const rows = drawn(hypothesisOrderNodes(CODES, twice));
    expect(rows.filter((row) => row.trim() === 'Gestes').length).toBe(2);
    expect(rows.filter((row) => row.trim() === 'Partage').length).toBe(2);
  });

  it('does not repeat a code that came along with its branch', () => {
    const rows = drawn(hypothesisOrderNodes(CODES, [hypothesisOf(2, [{ code: 1 }, { code: 3 }])]));
    expect(rows.filter((row) => row.trim() === 'Partage')).toEqual(['    Partage']);
  });

  it('leaves the children of a code that is mapped alone outside', () => {
    const rows = drawn(hypothesisOrderNodes(CODES, [hypothesisOf(2, [{ code: 1, alone: true }])]));
    expect(rows).toEqual([
      'H2',
      '  Entraide',
      '(hors)',
      '  Dépannage',
      '  Partage',
      '  Gestes',
      '  Urgence',
      '  Divers',
    ]);
  });

  it('shows every code somewhere, whatever is mapped', () => {
    const shown = new Set(
      flattenTree(hypothesisOrderNodes(CODES, hypotheses), new Set()).flatMap((row) =>
        row.kind === 'code' ? [row.code.id] : [],
      ),
    );
    expect([...shown].toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('needs no heading while there is no hypothesis', () => {
    expect(drawn(hypothesisOrderNodes(CODES, []))[0]).toBe('Entraide');
  });

  it('opens what leads to a match while it is filtered', () => {
    const nodes = hypothesisOrderNodes(CODES, hypotheses);
    expect(drawn(nodes, ['h2', 'h2/g0/c1'], 'Part')).toEqual(['H2', '  Entraide', '    Partage']);
    expect(drawn(nodes, [], 'Xyz')).toEqual([]);
  });

  it('tells assistive technology the place of each row', () => {
    const rows = flattenTree(hypothesisOrderNodes(CODES, hypotheses), new Set());
    const partage = rows.find((row) => row.kind === 'code' && row.code.id === 3);
    expect(partage).toMatchObject({ level: 3, position: 1, siblings: 2, parentKey: 'h2/g0/c1' });
  });
});
