import { describe, expect, it } from 'vitest';
import {
  carryOver,
  columnProblems,
  columnsUsedAs,
  obstacleOf,
  samplesOf,
  wishOf,
  type ColumnChoice,
  type DraftState,
} from '../../../renderer/features/tables/table-model.ts';
import { columnOf, stateOf, tableOf } from './drafts.ts';

function withColumn(state: DraftState, column: number, change: Partial<ColumnChoice>): DraftState {
  const columns = state.choices.columns.map((each) =>
    each.column === column ? { ...each, ...change } : each,
  );
  return { ...state, choices: { ...state.choices, columns } };
}

describe('what becomes of the columns of a table', () => {
  it('is what they seem to be: names, variables, answers, nothing', () => {
    const { choices } = stateOf();
    expect(columnsUsedAs(choices, 'variable').map(({ column }) => column)).toEqual([1]);
    expect(columnsUsedAs(choices, 'answer').map(({ column }) => column)).toEqual([2]);
    expect(columnsUsedAs(choices, 'ignore').map(({ column }) => column)).toEqual([0, 3]);
  });

  it('is a variable for every filled column of a table of participants', () => {
    const { choices } = stateOf({ purpose: 'participants' });
    expect(columnsUsedAs(choices, 'variable').map(({ column }) => column)).toEqual([1, 2]);
    expect(columnsUsedAs(choices, 'answer')).toEqual([]);
  });

  it('shows the first different values that stand in them', () => {
    expect(samplesOf(tableOf())).toEqual([
      ['Anna', 'Boris', 'Cléa'],
      ['34', '51'],
      ['Du bien.', 'Du mal.'],
      [],
    ]);
  });
});

describe('what the core is asked', () => {
  it('is a document per respondent with the answers under their questions', () => {
    expect(wishOf(stateOf())).toEqual({
      purpose: 'survey',
      input: {
        draftId: 'd1',
        respondent: { column: 0 },
        variables: [{ column: 1, name: 'Âge', type: 'integer' }],
        answers: [{ column: 2, question: 'Qu’en pensez-vous ?' }],
      },
    });
    expect(wishOf(stateOf({ keyColumn: null }))?.input).toMatchObject({
      respondent: { template: 'Répondant {n}' },
      variables: [{ column: 0 }, { column: 1 }],
    });
  });

  it('is participants with what happens to those who are there', () => {
    expect(wishOf(stateOf({ purpose: 'participants', clearEmpty: true }))).toMatchObject({
      purpose: 'participants',
      input: {
        keyColumn: 0,
        columns: [{ column: 1 }, { column: 2 }],
        updateExisting: true,
        clearEmpty: true,
      },
    });
  });

  it('is nothing while something stands in the way', () => {
    const blocked = [
      stateOf({ purpose: 'participants', keyColumn: null }),
      stateOf({ keyColumn: null, template: ' ' }),
      withColumn(stateOf(), 2, { use: { participants: 'variable', survey: 'ignore' } }),
      withColumn(stateOf(), 1, { name: ' ' }),
    ];
    expect(blocked.map(({ choices }) => obstacleOf(choices))).toEqual([
      'key',
      'template',
      'answers',
      'columns',
    ]);
    expect(blocked.map(wishOf)).toEqual([null, null, null, null]);
  });
});

describe('columns that cannot be taken as they are', () => {
  it('have one name, whatever its case and accents, or none', () => {
    const people = stateOf({ purpose: 'participants' });
    const twice = withColumn(people, 2, { name: ' age ' });
    expect([...columnProblems(twice.choices)]).toEqual([
      [1, 'name-twice'],
      [2, 'name-twice'],
    ]);
    expect([...columnProblems(withColumn(stateOf(), 2, { question: '' }).choices)]).toEqual([
      [2, 'name-empty'],
    ]);
  });

  it('are none of those that are ignored', () => {
    expect([...columnProblems(withColumn(stateOf(), 3, { name: 'Âge' }).choices)]).toEqual([]);
  });
});

describe('a table that is read again', () => {
  it('keeps what was chosen for columns of the same title, wherever they stand now', () => {
    const before = withColumn(stateOf({ purpose: 'participants' }), 1, { name: 'Années', type: 'float' });
    const fresh = tableOf({
      columns: [columnOf(0, 'Groupe'), columnOf(1, 'Nom'), columnOf(2, 'Âge', { type: 'integer' })],
      keyColumn: null,
    });
    const after = carryOver(fresh, before);
    expect(after).toMatchObject({ purpose: 'participants', keyColumn: 1 });
    expect(after.columns[2]).toMatchObject({ column: 2, name: 'Années', type: 'float' });
    expect(after.columns[0]).toMatchObject({ name: 'Groupe', type: 'text' });
  });

  it('is for what it seems to be now, where the person has not said otherwise', () => {
    const other = tableOf({ purpose: 'participants' });
    expect(carryOver(other, stateOf()).purpose).toBe('participants');
    expect(carryOver(tableOf(), stateOf({ purpose: 'participants' })).purpose).toBe('participants');
  });
});
