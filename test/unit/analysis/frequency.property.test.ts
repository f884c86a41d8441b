import type { CodingColumns } from '../../../src/analysis/data.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeCounts } from '../../../src/analysis/code-counts.ts';
import type { FrequencyRow, FrequencyTable } from '../../../src/analysis/contract.ts';
import type { AnalysisData } from '../../../src/analysis/data.ts';
import { NO_FILTER, type ResolvedFilter } from '../../../src/analysis/filter.ts';
import { frequencies } from '../../../src/analysis/frequency.ts';
import { segmentsFor } from '../../../src/analysis/retrieval.ts';
import { naiveBranch, naiveColumns, naiveFigures, naivePlace } from './naive.ts';
import { arbitraryFilter, arbitraryProject, CODES } from './project.ts';

const ALL_CODES = new Set(CODES.map(({ id }) => id));
const RUNS = { numRuns: 300 };

/** The codes that a row is over, said again from the words of the contract. */
function codesOf(data: AnalysisData, row: FrequencyRow, ownOnly: boolean): Set<number> {
  const mapped = new Set(data.hypotheses.flatMap(({ id }) => [...naivePlace(data, id)]));
  const unmapped = new Set([...ALL_CODES].filter((id) => !mapped.has(id)));
  switch (row.kind) {
    case 'hypothesis':
      return naivePlace(data, row.hypothesisId!);
    case 'group':
      return naivePlace(data, row.hypothesisId!, row.hypothesisGroupId);
    case 'unmapped':
      return unmapped;
    case 'code': {
      if (ownOnly) return new Set([row.codeId!]);
      const place =
        row.hypothesisId === null ? unmapped : naivePlace(data, row.hypothesisId, row.hypothesisGroupId);
      return new Set([...naiveBranch(data, row.codeId!)].filter((id) => place.has(id)));
    }
  }
}

function expectFigures(
  data: AnalysisData,
  filter: ResolvedFilter,
  table: FrequencyTable,
  row: Omit<FrequencyRow, 'kind' | 'hypothesisId' | 'hypothesisGroupId' | 'codeId' | 'depth'>,
  codes: ReadonlySet<number>,
): void {
  const naive = naiveFigures(data, filter, codes);
  const all = naiveFigures(data, filter, ALL_CODES);
  expect(row).toMatchObject({
    participantIds: naive.participantIds,
    segmentsByParticipant: naive.segmentsByParticipant,
    segments: naive.codingIds.length,
    segmentShare: all.codingIds.length === 0 ? 0 : naive.codingIds.length / all.codingIds.length,
    words: naive.words,
    wordShare: naive.baseWords === 0 ? 0 : naive.words / naive.baseWords,
    stances: { supports: naive.stances[1], qualifies: naive.stances[2], contradicts: naive.stances[3] },
    firstDocumentId: naive.firstDocumentId,
  });
  expect(table.words).toBe(naive.baseWords);
}

describe('the frequency table', () => {
  it('has in every row what counting one segment and one word after the other gives', () => {
    fc.assert(
      fc.property(
        arbitraryProject,
        arbitraryFilter,
        fc.constantFrom('hypothesis' as const, 'tree' as const),
        fc.boolean(),
        (data, filter, by, ownOnly) => {
          const table = frequencies(data, { by, ownOnly, filter });
          expect(table.participants.map(({ id }) => id)).toEqual(naiveColumns(data, filter));
          for (const row of table.rows) {
            const codes =
              by === 'hypothesis'
                ? codesOf(data, row, ownOnly)
                : ownOnly
                  ? new Set([row.codeId!])
                  : naiveBranch(data, row.codeId!);
            expectFigures(data, filter, table, row, codes);
          }
          expectFigures(data, filter, table, table.total, ALL_CODES);
        },
      ),
      RUNS,
    );
  });

  it('keeps every row whatever the filter is, and no row exceeds its heading or the total', () => {
    fc.assert(
      fc.property(arbitraryProject, arbitraryFilter, (data, filter) => {
        const whole = frequencies(data, { by: 'hypothesis', filter: NO_FILTER });
        const table = frequencies(data, { by: 'hypothesis', filter });
        const subject = ({ kind, codeId, hypothesisId, hypothesisGroupId, depth }: FrequencyRow) =>
          `${kind} ${hypothesisId} ${hypothesisGroupId} ${codeId} ${depth}`;
        expect(table.rows.map(subject)).toEqual(whole.rows.map(subject));
        let heading = table.rows[0];
        for (const row of table.rows) {
          if (row.kind === 'hypothesis' || row.kind === 'unmapped') heading = row;
          for (const figure of ['segments', 'words', 'wordShare', 'segmentShare'] as const) {
            expect(row[figure]).toBeLessThanOrEqual(heading![figure]);
            expect(row[figure]).toBeLessThanOrEqual(table.total[figure]);
          }
          expect(heading!.participantIds).toEqual(expect.arrayContaining(row.participantIds));
        }
      }),
      RUNS,
    );
  });

  it('shows every code at least once, and once in tree order', () => {
    fc.assert(
      fc.property(arbitraryProject, (data) => {
        const codesIn = (by: 'hypothesis' | 'tree'): (number | null)[] =>
          frequencies(data, { by, filter: NO_FILTER })
            .rows.filter(({ kind }) => kind === 'code')
            .map(({ codeId }) => codeId);
        expect(new Set(codesIn('hypothesis'))).toEqual(ALL_CODES);
        expect(codesIn('tree')).toEqual([...ALL_CODES]);
      }),
      RUNS,
    );
  });
});

describe('the numbers beside the codes', () => {
  it('are those of the table in tree order, alone and with descendants', () => {
    fc.assert(
      fc.property(arbitraryProject, (data) => {
        const { total, counts } = codeCounts(data);
        const withAll = frequencies(data, { by: 'tree', filter: NO_FILTER });
        const own = frequencies(data, { by: 'tree', ownOnly: true, filter: NO_FILTER });
        expect(total).toBe(withAll.participants.length);
        expect(counts).toEqual(
          withAll.rows.map((row, index) => ({
            codeId: row.codeId,
            participants: row.participantIds.length,
            segments: row.segments,
            ownParticipants: own.rows[index]!.participantIds.length,
            ownSegments: own.rows[index]!.segments,
          })),
        );
      }),
      RUNS,
    );
  });
});

describe('the segments behind a number', () => {
  it('are as many as the number says, in document order', () => {
    fc.assert(
      fc.property(arbitraryProject, arbitraryFilter, (data, filter) => {
        for (const row of frequencies(data, { by: 'hypothesis', filter }).rows) {
          if (row.kind === 'unmapped') continue;
          const found = segmentsFor(data, {
            filter,
            ...(row.codeId === null ? {} : { codeIds: [...codesOf(data, row, false)], ownOnly: true }),
            ...(row.hypothesisId === null ? {} : { hypothesisId: row.hypothesisId }),
            ...(row.hypothesisGroupId === null ? {} : { hypothesisGroupId: row.hypothesisGroupId }),
          });
          expect(found.codingIds).toEqual(naiveFigures(data, filter, codesOf(data, row, false)).codingIds);
          expect(found.segmentsByParticipant).toEqual(row.segmentsByParticipant);
        }
        for (const row of frequencies(data, { by: 'tree', filter }).rows) {
          expect(segmentsFor(data, { filter, codeIds: [row.codeId!] }).codingIds).toHaveLength(row.segments);
        }
      }),
      RUNS,
    );
  });

  it('can be limited to key quotations and to weights: those and no others', () => {
    fc.assert(
      fc.property(arbitraryProject, arbitraryFilter, fc.nat(100), fc.nat(100), (data, filter, one, other) => {
        const weight = { min: Math.min(one, other), max: Math.max(one, other) };
        const columns = data.documents.map(({ codings }) => codings);
        const fits = (wanted: (codings: CodingColumns, at: number) => boolean): number[] => {
          const ids = columns.flatMap((codings) => [...codings.ids].filter((_id, at) => wanted(codings, at)));
          return segmentsFor(data, { filter }).codingIds.filter((id) => ids.includes(id));
        };
        expect(segmentsFor(data, { filter, isKey: true }).codingIds).toEqual(
          fits(({ keys }, at) => keys[at] === 1),
        );
        expect(segmentsFor(data, { filter, weight }).codingIds).toEqual(
          fits(({ weights }, at) => weights[at]! >= weight.min && weights[at]! <= weight.max),
        );
      }),
      RUNS,
    );
  });

  it('can be limited to a stance', () => {
    fc.assert(
      fc.property(arbitraryProject, arbitraryFilter, (data, filter) => {
        const { total } = frequencies(data, { by: 'tree', filter });
        expect(segmentsFor(data, { filter, stance: 1 }).codingIds).toHaveLength(total.stances.supports);
        expect(segmentsFor(data, { filter, stance: 3 }).codingIds).toHaveLength(total.stances.contradicts);
        expect(segmentsFor(data, { filter }).codingIds).toHaveLength(total.segments);
      }),
      RUNS,
    );
  });
});
