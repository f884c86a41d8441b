import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignLanes, underlineLanes, type Lanes } from '../../../src/text/lanes.ts';
import type { TextRange } from '../../../src/text/range.ts';
import { ranges } from './arbitraries.ts';

function expectApart(spans: readonly TextRange[], { lanes, count }: Lanes, clearance = 0): void {
  for (let lane = 0; lane < count; lane += 1) {
    const mine = spans
      .filter((_span, at) => lanes[at] === lane)
      .sort((a, b) => a.start - b.start || a.end - b.end);
    expect(mine.length).toBeGreaterThan(0);
    for (const [at, span] of mine.entries()) {
      if (at > 0) expect(mine[at - 1]!.end + clearance).toBeLessThanOrEqual(span.start);
    }
  }
}

/** The same rule, asking every lane in turn. */
function naiveLanes(spans: readonly TextRange[], clearance: number): number[] {
  const order = spans.map((span, at) => ({ span, at }));
  order.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const until: number[] = [];
  const lanes = spans.map(() => 0);
  for (const { span, at } of order) {
    const free = until.findIndex((end) => end <= span.start);
    const lane = free === -1 ? until.length : free;
    until[lane] = span.end + clearance;
    lanes[at] = lane;
  }
  return lanes;
}

describe('lanes of brackets', () => {
  it('go to the earlier span first, then to the longer, then as given', () => {
    const spans = [
      { start: 5, end: 9 },
      { start: 0, end: 4 },
      { start: 0, end: 8 },
      { start: 9, end: 12 },
      { start: 0, end: 4 },
    ];
    expect([...assignLanes(spans).lanes]).toEqual([1, 1, 0, 0, 2]);
    expect([...assignLanes(spans, 2).lanes]).toEqual([3, 1, 0, 1, 2]);
    expect(assignLanes([])).toEqual({ lanes: new Int32Array(), count: 0 });
  });
  it('hold no two spans closer than the clearance, and follow the plain rule', () => {
    fc.assert(
      fc.property(ranges, fc.integer({ min: 0, max: 5 }), (spans, clearance) => {
        const lanes = assignLanes(spans, clearance);
        expectApart(spans, lanes, clearance);
        expect([...lanes.lanes]).toEqual(naiveLanes(spans, clearance));
      }),
      { numRuns: 300 },
    );
  });
  it('are given to twenty thousand spans at once, even when all overlap', () => {
    const nested = Array.from({ length: 20_000 }, (_none, at) => ({ start: at, end: 100_000 - at }));
    expect(assignLanes(nested).count).toBe(20_000);
  });
});

describe('lanes of underlines', () => {
  it('go to the longest range first', () => {
    const value = [
      { start: 0, end: 4 },
      { start: 2, end: 30 },
      { start: 10, end: 20 },
      { start: 4, end: 9 },
    ];
    expect([...underlineLanes(value).lanes]).toEqual([1, 0, 1, 1]);
  });
  it('hold no two ranges that overlap, and no lane is empty', () => {
    fc.assert(
      fc.property(ranges, (list) => {
        const proper = list.filter(({ start, end }) => start < end);
        const lanes = underlineLanes(proper);
        expect(lanes.lanes).toHaveLength(proper.length);
        expectApart(proper, lanes);
      }),
      { numRuns: 300 },
    );
  });
});
