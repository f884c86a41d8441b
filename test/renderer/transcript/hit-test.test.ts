import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hitTest } from '../../../renderer/transcript/hit-test.ts';
import { IntervalIndex } from '../../../src/text/intervals.ts';
import { ranges } from './sample.ts';

const indexOf = (list: readonly { start: number; end: number }[]) =>
  new IntervalIndex(list.map((range, id) => ({ id: id + 1, ...range })));

describe('a click on coded words', () => {
  const index = indexOf([
    { start: 0, end: 100 },
    { start: 10, end: 60 },
    { start: 20, end: 30 },
  ]);

  it('means the shortest coding', () => {
    expect(hitTest(index, 25, null)?.id).toBe(3);
    expect(hitTest(index, 15, null)?.id).toBe(2);
    expect(hitTest(index, 70, null)?.id).toBe(1);
  });

  it('means nothing beside all codings', () => {
    expect(hitTest(index, 100, null)).toBeNull();
  });

  it('goes outward when repeated, and round', () => {
    const clicked: number[] = [];
    let last = hitTest(index, 25, null);
    for (let times = 0; times < 4; times += 1) {
      clicked.push(last?.id ?? 0);
      last = hitTest(index, 26, last);
    }
    expect(clicked).toEqual([3, 2, 1, 3]);
  });

  it('begins anew where other codings lie', () => {
    const last = hitTest(index, 25, null);
    expect(hitTest(index, 15, last)?.id).toBe(2);
  });

  it('always finds a coding that lies there, and no shorter one exists', () => {
    fc.assert(
      fc.property(ranges(200), fc.nat(220), (list, position) => {
        const hit = hitTest(indexOf(list), position, null);
        const here = list.filter(({ start, end }) => start <= position && position < end);
        const shortest = Math.min(...here.map(({ start, end }) => end - start));
        const found = hit === null ? undefined : list[hit.id - 1];
        expect(found === undefined).toBe(here.length === 0);
        if (found !== undefined) expect(found.end - found.start).toBe(shortest);
      }),
    );
  });

  it('reaches every coding of a place by repeated clicks', () => {
    fc.assert(
      fc.property(ranges(60, 12), fc.nat(60), (list, position) => {
        const made = indexOf(list);
        const here = list.flatMap(({ start, end }, at) =>
          start <= position && position < end ? [at + 1] : [],
        );
        const seen = new Set<number>();
        let last = hitTest(made, position, null);
        for (let times = 0; times < here.length; times += 1) {
          if (last !== null) seen.add(last.id);
          last = hitTest(made, position, last);
        }
        expect([...seen].toSorted((a, b) => a - b)).toEqual(here);
      }),
    );
  });
});
