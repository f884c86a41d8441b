import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { boardOf, figuresOf } from '../../renderer/features/hypotheses/board-model.ts';
import { testCore, type TestCore } from '../helpers/core.ts';

let t: TestCore;
beforeEach(async () => {
  t = await testCore({ project: 'study' });
});
afterEach(() => t.end());

const hypotheses = async () => t.client.hypotheses.list({});
async function study() {
  const { hypothesisId: h1 } = await t.client.hypotheses.create({ label: 'H1', title: 'Un' });
  const { hypothesisId: h2 } = await t.client.hypotheses.create({ label: 'H2', title: 'Deux' });
  const { codeId: a } = await t.client.codes.create({ name: 'A' });
  const { codeId: b } = await t.client.codes.create({ name: 'B' });
  return { h1, h2, a, b };
}

describe('groups of a hypothesis', () => {
  test('change places, and go back with undo', async () => {
    const { h1 } = await study();
    const ids: number[] = [];
    for (const name of ['Un', 'Deux', 'Trois'])
      ids.push((await t.client.hypotheses.createGroup({ hypothesisId: h1, name })).hypothesisGroupId);
    await t.client.hypotheses.moveGroup({ hypothesisGroupId: ids.at(2)!, position: 0 });
    const names = async () => (await hypotheses()).at(0)!.groups.map(({ name }) => name);
    expect(await names()).toEqual(['Trois', 'Un', 'Deux']);
    await t.client.history.undo({});
    expect(await names()).toEqual(['Un', 'Deux', 'Trois']);
  });
});

describe('removing a hypothesis', () => {
  test('leaves its codes without one', async () => {
    const { h1, h2, a } = await study();
    await t.client.hypotheses.map({ codeId: a, hypothesisId: h1 });
    await t.client.hypotheses.remove({ hypothesisId: h1 });
    expect(await hypotheses()).toMatchObject([{ id: h2, mappings: [] }]);
    expect(await t.client.codes.list({})).toHaveLength(2);
  });

  test('gives its codes to another one, each once, whole branches where either had them; one step', async () => {
    const { h1, h2, a, b } = await study();
    const { hypothesisGroupId } = await t.client.hypotheses.createGroup({ hypothesisId: h1, name: 'G' });
    await t.client.hypotheses.map({ codeId: a, hypothesisId: h1, wholeBranch: true });
    await t.client.hypotheses.map({ codeId: b, hypothesisId: h1, hypothesisGroupId });
    await t.client.hypotheses.map({ codeId: a, hypothesisId: h2, wholeBranch: false });
    const before = await hypotheses();
    await t.client.hypotheses.remove({ hypothesisId: h1, giveToId: h2 });
    const [left] = await hypotheses();
    expect(left!.mappings).toMatchObject([
      { codeId: a, hypothesisGroupId: null, wholeBranch: true },
      { codeId: b, hypothesisGroupId: null },
    ]);
    await t.client.history.undo({});
    expect(await hypotheses()).toEqual(before);
  });

  test('refuses to give them to one that is not there', async () => {
    const { h1 } = await study();
    const removed = t.client.hypotheses.remove({ hypothesisId: h1, giveToId: 999 });
    await expect(removed).rejects.toMatchObject({ code: 'not-found' });
    expect(await hypotheses()).toHaveLength(2);
  });
});

test('every figure of the board is the one of the frequency table', async () => {
  await t.client.project.sample({ path: t.path('sample.repere') });
  const table = await t.client.analysis.frequencies({ by: 'hypothesis' });
  const board = boardOf(await t.client.codes.list({}), await hypotheses());
  const figures = figuresOf(table);
  for (const { row, own, groups } of board.columns) {
    const heading = table.rows.find(
      (each) => each.kind === 'hypothesis' && each.hypothesisId === row.hypothesis.id,
    );
    expect(figures(row)).toBe(heading);
    // n of a hypothesis is the union of the participants of its codes, never a sum.
    const cards = [...own.cards, ...groups.flatMap((group) => group.cards)];
    const union = new Set(cards.flatMap((card) => figures(card.row)?.participantIds ?? []));
    expect(new Set(heading!.participantIds)).toEqual(union);
    for (const group of groups)
      expect(figures(group.row)).toBe(
        table.rows.find((each) => each.kind === 'group' && each.hypothesisGroupId === group.row.groupId),
      );
    for (const { row: card } of cards)
      expect(figures(card)).toBe(
        table.rows.find(
          (each) =>
            each.codeId === card.code.id &&
            each.hypothesisId === card.hypothesisId &&
            each.hypothesisGroupId === card.groupId,
        ),
      );
  }
});
