import { describe, expect, it } from 'vitest';
import { dropAction, stepAction } from '../../../renderer/features/codebook/tree-drop.ts';
import {
  flattenTree,
  hypothesisOrderNodes,
  treeOrderNodes,
  type TreeRow,
} from '../../../renderer/features/codebook/tree-rows.ts';
import { codeOf, hypothesisOf } from './codes.ts';

const CODES = [
  codeOf(1, 'Entraide', null, 0),
  codeOf(2, 'Dépannage', 1, 0),
  codeOf(3, 'Partage', 1, 1),
  codeOf(4, 'Gestes', null, 1),
  codeOf(5, 'Divers', null, 2),
];
const HYPOTHESES = [
  hypothesisOf(1, [{ code: 4, group: 10 }], ['Comportemental', 'Cognitif']),
  hypothesisOf(2, [{ code: 1 }]),
];

const tree = flattenTree(treeOrderNodes(CODES), new Set());
const byHypothesis = flattenTree(hypothesisOrderNodes(CODES, HYPOTHESES), new Set());

function row(rows: readonly TreeRow[], name: string): TreeRow {
  const found = rows.find((candidate) =>
    candidate.kind === 'code'
      ? candidate.code.name === name
      : candidate.kind === 'hypothesis'
        ? candidate.hypothesis.label === name
        : candidate.kind === 'group'
          ? candidate.name === name
          : name === 'hors',
  );
  if (found === undefined) throw new Error(`no row ${name}`);
  return found;
}

describe('dropping a code in the tree', () => {
  it('onto a code nests it at the end', () => {
    expect(dropAction(CODES, row(tree, 'Gestes'), row(tree, 'Entraide'), 'into')).toEqual({
      call: 'codes.move',
      input: { codeId: 4, parentId: 1, position: 2 },
    });
  });

  it('between codes reorders it, counting places without itself', () => {
    expect(dropAction(CODES, row(tree, 'Entraide'), row(tree, 'Divers'), 'after')).toEqual({
      call: 'codes.move',
      input: { codeId: 1, parentId: null, position: 2 },
    });
    expect(dropAction(CODES, row(tree, 'Divers'), row(tree, 'Entraide'), 'before')).toEqual({
      call: 'codes.move',
      input: { codeId: 5, parentId: null, position: 0 },
    });
  });

  it('means nothing where it would change nothing, or make a circle', () => {
    expect(dropAction(CODES, row(tree, 'Partage'), row(tree, 'Dépannage'), 'after')).toBeNull();
    expect(dropAction(CODES, row(tree, 'Partage'), row(tree, 'Entraide'), 'into')).toBeNull();
    expect(dropAction(CODES, row(tree, 'Entraide'), row(tree, 'Partage'), 'into')).toBeNull();
    expect(dropAction(CODES, row(tree, 'Entraide'), row(tree, 'Entraide'), 'before')).toBeNull();
  });

  it('onto a hypothesis or a group moves its mapping there, or maps it', () => {
    expect(dropAction(CODES, row(byHypothesis, 'Gestes'), row(byHypothesis, 'Cognitif'), 'into')).toEqual({
      call: 'hypotheses.remap',
      input: { mappingId: 100, hypothesisId: 1, hypothesisGroupId: 11 },
    });
    expect(dropAction(CODES, row(byHypothesis, 'Divers'), row(byHypothesis, 'H2'), 'into')).toEqual({
      call: 'hypotheses.map',
      input: { codeId: 5, hypothesisId: 2, hypothesisGroupId: null },
    });
    expect(
      dropAction(CODES, row(byHypothesis, 'Gestes'), row(byHypothesis, 'Comportemental'), 'into'),
    ).toBeNull();
  });

  it('beside a code of another hypothesis maps it there', () => {
    expect(dropAction(CODES, row(byHypothesis, 'Gestes'), row(byHypothesis, 'Entraide'), 'after')).toEqual({
      call: 'hypotheses.remap',
      input: { mappingId: 100, hypothesisId: 2, hypothesisGroupId: null },
    });
  });

  it('onto « Hors hypothèse » takes the mapping away', () => {
    expect(dropAction(CODES, row(byHypothesis, 'Gestes'), row(byHypothesis, 'hors'), 'into')).toEqual({
      call: 'hypotheses.unmap',
      input: { mappingId: 100 },
    });
  });
});

describe('dropping a hypothesis', () => {
  it('between hypotheses orders them', () => {
    expect(dropAction(CODES, row(byHypothesis, 'H1'), row(byHypothesis, 'H2'), 'after')).toEqual({
      call: 'hypotheses.move',
      input: { hypothesisId: 1, position: 1 },
    });
    expect(dropAction(CODES, row(byHypothesis, 'H1'), row(byHypothesis, 'H2'), 'before')).toBeNull();
  });
});

describe('moving a row with the keyboard', () => {
  it('goes one place among the rows beside it', () => {
    const partage = row(tree, 'Partage');
    expect(stepAction(CODES, tree, partage.key, -1)).toEqual({
      call: 'codes.move',
      input: { codeId: 3, parentId: 1, position: 0 },
    });
    expect(stepAction(CODES, tree, partage.key, 1)).toBeNull();
  });
});
