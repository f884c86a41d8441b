import { describe, expect, it } from 'vitest';
import type { AnalysisData } from '../../../src/analysis/data.ts';
import { NO_FILTER } from '../../../src/analysis/filter.ts';
import { frequencies } from '../../../src/analysis/frequency.ts';
import { document, people } from './project.ts';

const ONE_CODE: Pick<AnalysisData, 'codes' | 'hypotheses'> = {
  codes: [{ id: 1, parentId: null }],
  hypotheses: [],
};

describe('n out of N', () => {
  it('leaves participants without a document out of N', () => {
    const data = {
      participants: people(1, 2),
      documents: [document(1, [{ from: 0, to: 9, who: 1 }], [])],
      ...ONE_CODE,
    };
    const table = frequencies(data, { by: 'tree', filter: NO_FILTER });
    expect(table.participants).toEqual([{ id: 1, name: 'Référent 1' }]);
    expect(table.rows[0]?.participantIds).toEqual([]);
  });

  it('counts a segment for everyone whose turns it overlaps, and for nobody in an interviewer’s words', () => {
    const turns = [
      { from: 0, to: 5, who: 2 },
      { from: 8, to: 12, who: 1 },
      { from: 12, to: 20, who: 2 },
    ];
    const segments = [
      { code: 1, from: 4, to: 9 },
      { code: 1, from: 5, to: 8 },
      { code: 1, from: 3, to: 13 },
    ];
    const data = { participants: people(1, 2), documents: [document(1, turns, segments)], ...ONE_CODE };
    const whole = frequencies(data, { by: 'tree', filter: NO_FILTER }).rows[0];
    expect(whole).toMatchObject({ participantIds: [1, 2], segmentsByParticipant: [2, 2], segments: 3 });
    // Words 3, 4 and 8 to 12, each once; 5 to 7 are the interviewer's.
    expect(whole?.words).toBe(7);
    const one = frequencies(data, { by: 'tree', filter: { ...NO_FILTER, participantIds: new Set([1]) } });
    expect(one.rows[0]).toMatchObject({
      participantIds: [1],
      segmentsByParticipant: [2],
      segments: 2,
      words: 4,
    });
    expect(one.words).toBe(4);
    expect(one.rows[0]?.wordShare).toBe(1);
  });

  it('gives an empty turn no part in a segment that runs over it', () => {
    const turns = [
      { from: 0, to: 5, who: 1 },
      { from: 6, to: 6, who: 2 },
      { from: 7, to: 9, who: 1 },
    ];
    const data = {
      participants: people(1, 2),
      documents: [document(1, turns, [{ code: 1, from: 4, to: 8 }])],
      ...ONE_CODE,
    };
    const table = frequencies(data, { by: 'tree', filter: NO_FILTER });
    expect(table.participants).toHaveLength(2);
    expect(table.rows[0]?.participantIds).toEqual([1]);
  });

  it('counts a code once in a hypothesis to which it is mapped twice, and shows it in both groups', () => {
    const data: AnalysisData = {
      participants: people(1),
      documents: [document(1, [{ from: 0, to: 50, who: 1 }], [{ code: 1, from: 1, to: 4, stance: 2 }])],
      codes: [{ id: 1, parentId: null }],
      hypotheses: [
        {
          id: 1,
          groups: [{ id: 1 }, { id: 2 }],
          mappings: [
            { codeId: 1, hypothesisGroupId: 1, wholeBranch: true },
            { codeId: 1, hypothesisGroupId: 2, wholeBranch: true },
          ],
        },
      ],
    };
    const { rows, total } = frequencies(data, { by: 'hypothesis', filter: NO_FILTER });
    expect(rows.map(({ kind, hypothesisGroupId, segments }) => [kind, hypothesisGroupId, segments])).toEqual([
      ['hypothesis', null, 1],
      ['group', 1, 1],
      ['code', 1, 1],
      ['group', 2, 1],
      ['code', 2, 1],
    ]);
    expect(total).toMatchObject({ segments: 1, words: 3, stances: { qualifies: 1 } });
  });

  it('gives zeros, not divisions by zero, to a project without anything', () => {
    const table = frequencies(
      { participants: [], documents: [], codes: [], hypotheses: [] },
      { by: 'hypothesis', filter: NO_FILTER },
    );
    expect(table).toMatchObject({ participants: [], rows: [], words: 0, documents: 0 });
    expect(table.total).toMatchObject({
      codes: 0,
      segments: 0,
      segmentShare: 0,
      wordShare: 0,
      firstDocumentId: null,
    });
  });

  it('needs about ten times as long for ten times the codings', () => {
    const project = (documents: number): AnalysisData => ({
      participants: people(1),
      documents: Array.from({ length: documents }, (_, index) =>
        document(
          index + 1,
          [{ from: 0, to: 9000, who: 1 }],
          Array.from({ length: 200 }, (_none, at) => ({ code: 1, from: at * 3, to: at * 3 + 10 })),
        ),
      ),
      ...ONE_CODE,
    });
    const time = (data: AnalysisData): number => {
      const runs = Array.from({ length: 5 }, () => {
        const start = performance.now();
        frequencies(data, { by: 'tree', filter: NO_FILTER });
        return performance.now() - start;
      });
      return Math.min(...runs);
    };
    const [small, large] = [project(40), project(400)];
    time(small);
    expect(time(large)).toBeLessThan(60 * Math.max(time(small), 0.2));
  });
});
