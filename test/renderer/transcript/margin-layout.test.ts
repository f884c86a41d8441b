import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  MARGIN,
  marginColumns,
  marginLanes,
  placeLabels,
  shownLane,
  shownLanes,
  type MarginSpan,
} from '../../../renderer/transcript/margin-layout.ts';
import { scrollTarget } from '../../../renderer/transcript/scrolling.ts';

const span = (id: number, top: number, bottom: number): MarginSpan => ({ id, top, bottom });

const spans = fc
  .array(fc.tuple(fc.nat(3000), fc.integer({ min: 21, max: 400 })), { maxLength: 60 })
  .map((list) => list.map(([top, height], at) => span(at + 1, top, top + height)));

describe('the brackets of the margin', () => {
  it('puts brackets that overlap, or nearly touch, in different lanes', () => {
    fc.assert(
      fc.property(spans, (list) => {
        const { laneOf, count } = marginLanes(list);
        for (const [at, a] of list.entries()) {
          expect(laneOf.get(a.id)).toBeLessThan(count);
          for (const b of list.slice(at + 1)) {
            if (laneOf.get(a.id) !== laneOf.get(b.id)) continue;
            const gap = a.top <= b.top ? b.top - a.bottom : a.top - b.bottom;
            expect(gap).toBeGreaterThanOrEqual(MARGIN.clearance);
          }
        }
      }),
    );
  });

  it('keeps three lanes free for labels to stand in one column, and squeezes lanes where there are too many', () => {
    expect(marginColumns(1, 244)).toEqual({ pitch: 11, labelLeft: 45, labelWidth: 196 });
    expect(marginColumns(4, 244).labelLeft).toBe(56);
    const crowded = marginColumns(30, 244);
    expect(crowded.pitch).toBeLessThan(MARGIN.lanePitch);
    expect(crowded.labelWidth).toBeGreaterThanOrEqual(MARGIN.labelMin);
  });

  it('lets the brackets above twelve lanes share the last one, and moves no other', () => {
    expect(shownLanes(12)).toBe(12);
    expect(shownLane(11, 12)).toEqual({ lane: 11, isShared: false });
    expect(shownLanes(40)).toBe(12);
    expect([0, 10, 11, 39].map((lane) => shownLane(lane, 40))).toEqual([
      { lane: 0, isShared: false },
      { lane: 10, isShared: false },
      { lane: 11, isShared: true },
      { lane: 11, isShared: true },
    ]);
  });

  it('drops labels where there is no room for them', () => {
    expect(marginColumns(3, 60).labelWidth).toBe(0);
  });
});

describe('the labels of the margin', () => {
  it('stand at the top of their bracket, pushed down to keep their distance', () => {
    const placed = placeLabels([span(1, 10, 60), span(2, 12, 40), span(3, 100, 130)]);
    expect(placed.map(({ id, top }) => [id, top])).toEqual([
      [1, 10],
      [2, 33],
      [3, 100],
    ]);
  });

  it('never lie on each other, never go far from their bracket, and lose no coding', () => {
    fc.assert(
      fc.property(spans, (list) => {
        const placed = placeLabels(list);
        for (const [at, label] of placed.entries()) {
          const next = placed[at + 1];
          if (next !== undefined) expect(next.top - label.top).toBeGreaterThanOrEqual(MARGIN.labelPitch);
          expect(label.top - label.anchor).toBeGreaterThanOrEqual(0);
          expect(label.top - label.anchor).toBeLessThanOrEqual(MARGIN.furthestPush);
        }
        const told = placed.flatMap((label) => [label.id, ...label.more]).toSorted((a, b) => a - b);
        expect(told).toEqual(list.map(({ id }) => id));
      }),
    );
  });
});

describe('scrolling to a passage', () => {
  it('stays where it is when the passage is seen', () => {
    expect(scrollTarget({ top: 100, height: 600 }, 300, 340, 96)).toBeNull();
  });
  it('brings it in from either side with room around it', () => {
    expect(scrollTarget({ top: 1000, height: 600 }, 300, 340, 96)).toBe(204);
    expect(scrollTarget({ top: 0, height: 600 }, 900, 940, 96)).toBe(436);
  });
  it('shows the beginning of a passage that is taller than the window', () => {
    expect(scrollTarget({ top: 0, height: 600 }, 900, 2900, 96)).toBe(804);
  });
});
