import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignTurns } from '../../../src/text/turn-assign.ts';

const PARAGRAPHS = Array.from({ length: 8 }, (_, at) => ({ start: at * 10, end: at * 10 + 9 }));

/** Who says each paragraph. */
const speakers = (turns: readonly { start: number; end: number; speakerId: number }[]) =>
  PARAGRAPHS.map(
    ({ start, end }) => turns.find((turn) => turn.start <= start && turn.end >= end)?.speakerId ?? null,
  );

test('given paragraphs are the speaker’s, all others stay whose they were, and turns stay apart', () => {
  const one = fc.record({
    from: fc.nat(7),
    length: fc.integer({ min: 1, max: 4 }),
    who: fc.constantFrom(1, 2, 3, null),
  });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 8 }), (assignments) => {
      let turns: ReturnType<typeof assignTurns> = [];
      for (const { from, length, who } of assignments) {
        const to = Math.min(7, from + length - 1);
        const range = { start: PARAGRAPHS[from]!.start, end: PARAGRAPHS[to]!.end };
        const expected = speakers(turns).map((before, at) => (at >= from && at <= to ? who : before));
        turns = assignTurns(turns, PARAGRAPHS, range, who);
        expect(speakers(turns)).toEqual(expected);
        for (const [at, turn] of turns.entries()) {
          expect(turn.start).toBeGreaterThanOrEqual(turns[at - 1]?.end ?? 0);
          expect(turn.bodyStart).toBeGreaterThanOrEqual(turn.start);
          expect(turn.bodyStart).toBeLessThanOrEqual(turn.end);
        }
      }
    }),
  );
});
