import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { densityRuns } from '../../../renderer/transcript/density-runs.ts';

describe('the overview of a document', () => {
  it('shows a short coding over a long one', () => {
    const runs = densityRuns(
      [
        { colour: 1, top: 0, bottom: 100 },
        { colour: 2, top: 40, bottom: 50 },
      ],
      100,
      1,
    );
    expect(runs).toEqual([
      { colour: 1, top: 0, bottom: 40 },
      { colour: 2, top: 40, bottom: 50 },
      { colour: 1, top: 50, bottom: 100 },
    ]);
  });

  it('keeps the smallest coding visible, even at the very end', () => {
    expect(densityRuns([{ colour: 3, top: 9_990, bottom: 10_000 }], 100, 0.01)).toEqual([
      { colour: 3, top: 97, bottom: 100 },
    ]);
  });

  it('never leaves the strip, and its stretches never touch in the same colour', () => {
    const tick = fc
      .tuple(fc.integer({ min: 1, max: 24 }), fc.nat(5000), fc.integer({ min: 1, max: 900 }))
      .map(([colour, top, tall]) => ({ colour, top, bottom: top + tall }));
    fc.assert(
      fc.property(fc.array(tick, { maxLength: 60 }), fc.integer({ min: 3, max: 400 }), (ticks, height) => {
        const runs = densityRuns(ticks, height, height / 6000);
        for (const [at, run] of runs.entries()) {
          expect(run.top).toBeGreaterThanOrEqual(0);
          expect(run.bottom).toBeLessThanOrEqual(height);
          expect(run.bottom).toBeGreaterThan(run.top);
          const next = runs[at + 1];
          if (next !== undefined) expect(next.top > run.bottom || next.colour !== run.colour).toBe(true);
        }
        expect(runs.length > 0).toBe(ticks.length > 0);
      }),
    );
  });
});
