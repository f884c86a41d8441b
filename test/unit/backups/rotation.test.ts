import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ALWAYS_KEPT, KEPT_SPECIAL, outdated, REASONS, type Rotated } from '../../../src/backups/rotation.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NO_LIMIT = Number.MAX_SAFE_INTEGER;

/** Copies in the order in which they were made, dated by whatever the clock said. */
function copiesAt(times: readonly number[], reason: (index: number) => Rotated['reason'] = () => 'hourly') {
  return times.map((atMs, index) => ({
    number: index + 1,
    at: new Date(atMs).toISOString(),
    reason: reason(index),
    bytes: 1_000,
  }));
}

/** What is kept when every copy is made and the outdated ones go at once, as it is done in life. */
function livedThrough(copies: readonly Rotated[], limit = NO_LIMIT): readonly Rotated[] {
  let kept: readonly Rotated[] = [];
  for (const copy of copies) {
    kept = [...kept, copy];
    const gone = new Set(outdated(kept, limit));
    kept = kept.filter((each) => !gone.has(each));
  }
  return kept;
}

const steadyClock = fc
  .array(fc.integer({ min: 60_000, max: 9 * DAY }), { minLength: 1, maxLength: 250 })
  .map((gaps) => {
    let now = Date.parse('2024-01-01T00:00:00.000Z');
    return gaps.map((gap) => (now += gap));
  });

test('every hour of the last day, day of the last month and week of the last year that had a copy still has one', () => {
  fc.assert(
    fc.property(steadyClock, (times) => {
      const kept = livedThrough(copiesAt(times)).map(({ at }) => Date.parse(at));
      const now = times.at(-1)!;
      const slots: readonly (readonly [number, (ms: number) => number])[] = [
        [DAY, (ms) => Math.floor(ms / HOUR)],
        [30 * DAY, (ms) => Math.floor(ms / DAY)],
        [365 * DAY, (ms) => Math.floor((ms / DAY + 3) / 7)],
      ];
      for (const [span, slotOf] of slots) {
        const had = new Set(times.filter((ms) => now - ms <= span).map(slotOf));
        const has = new Set(kept.map(slotOf));
        for (const slot of had) expect(has.has(slot)).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

test('their number is bounded, however long one works', () => {
  const hours = Array.from({ length: 6_000 }, (_, index) => Date.parse('2024-01-01') + index * 2 * HOUR);
  expect(livedThrough(copiesAt(hours)).length).toBeLessThan(115);
}, 60_000);

test('a clock that jumps never costs the copies of the days before', () => {
  const jump = fc.constantFrom(Date.parse('1970-01-01'), Date.parse('2038-01-19'), Date.parse('2101-06-01'));
  fc.assert(
    fc.property(fc.array(jump, { minLength: 1, maxLength: 20 }), (jumps) => {
      const days = Array.from({ length: 25 }, (_, day) => Date.parse('2026-05-01') + day * DAY);
      const kept = livedThrough(copiesAt([...days, ...jumps, Date.parse('2026-05-26')]));
      const had = new Set(kept.map(({ at }) => at.slice(0, 10)));
      for (const day of days) expect(had.has(new Date(day).toISOString().slice(0, 10))).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('the size limit lets the oldest go first, and never the newest', () => {
  fc.assert(
    fc.property(steadyClock, fc.integer({ min: 0, max: 60_000 }), (times, limit) => {
      const kept = livedThrough(copiesAt(times), limit);
      const bytes = kept.reduce((sum, copy) => sum + copy.bytes, 0);
      expect(bytes <= limit || kept.length <= ALWAYS_KEPT).toBe(true);
      expect(kept.at(-1)?.number).toBe(times.length);
      const all = livedThrough(copiesAt(times));
      expect(all.slice(-kept.length)).toEqual(kept);
    }),
    { numRuns: 60 },
  );
});

test('what was made before something large stays beside the other copies of its hour', () => {
  const now = Date.parse('2026-05-01T10:00:00.000Z');
  const minutes = Array.from({ length: 30 }, (_, index) => now + index * 60_000);
  const kept = livedThrough(copiesAt(minutes, (index) => (index % 2 === 0 ? 'merge' : 'hourly')));
  expect(kept.filter(({ reason }) => reason === 'merge')).toHaveLength(KEPT_SPECIAL);
});

test('what goes is always one of them, and nothing goes twice', () => {
  const any = fc.record({
    number: fc.integer({ min: 1, max: 1_000 }),
    at: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    reason: fc.constantFrom(...REASONS),
    bytes: fc.integer({ min: 0, max: 5_000 }),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 100 }), fc.integer({ min: 0, max: 100_000 }), (copies, limit) => {
      const gone = outdated(copies, limit);
      expect(new Set(gone).size).toBe(gone.length);
      expect(gone.every((copy) => copies.includes(copy))).toBe(true);
      expect(copies.length - gone.length).toBeGreaterThanOrEqual(Math.min(copies.length, ALWAYS_KEPT));
    }),
  );
});
