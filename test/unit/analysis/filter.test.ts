import { describe, expect, it } from 'vitest';
import { NO_FILTER, resolveFilter, type VariableValues } from '../../../src/analysis/filter.ts';

const DISCIPLINE = 1;
const WAVE = 2;
const given: Readonly<Record<string, string>> = { '1:1': 'sciences', '1:2': 'santé', '2:10': 'mai' };
const values: VariableValues = {
  variables: [
    { id: DISCIPLINE, scope: 'participant' },
    { id: WAVE, scope: 'document' },
  ],
  participantIds: [1, 2, 3],
  documentIds: [10, 11],
  valueOf: (variableId, targetId) => given[`${variableId}:${targetId}`] ?? null,
};

describe('a filter with variables', () => {
  it('limits nothing when it is absent or empty', () => {
    expect(resolveFilter(undefined, values)).toEqual(NO_FILTER);
    expect(resolveFilter({}, values)).toEqual(NO_FILTER);
  });
  it('keeps the participants who have one of the values, or none where null is asked for', () => {
    const of = (...wanted: (string | null)[]) =>
      resolveFilter({ variables: [{ variableId: DISCIPLINE, values: wanted }] }, values).participantIds;
    expect(of('sciences', 'santé')).toEqual(new Set([1, 2]));
    expect(of(null)).toEqual(new Set([3]));
    expect(of()).toEqual(new Set());
  });
  it('narrows what participants and documents are asked for besides', () => {
    const resolved = resolveFilter(
      {
        participantIds: [2, 3],
        coderIds: [7],
        codeIds: [4],
        variables: [
          { variableId: DISCIPLINE, values: ['santé'] },
          { variableId: WAVE, values: ['mai'] },
        ],
      },
      values,
    );
    expect(resolved).toEqual({
      ...NO_FILTER,
      participantIds: new Set([2]),
      documentIds: new Set([10]),
      coderIds: new Set([7]),
      codeIds: new Set([4]),
    });
  });
  it('keeps nothing for a variable that is not there', () => {
    expect(resolveFilter({ variables: [{ variableId: 99, values: ['x'] }] }, values).participantIds).toEqual(
      new Set(),
    );
  });
});
