import type { TextRange } from './range.ts';
import type { EditedTurn } from './turn-edit.ts';

/**
 * Turns after whole paragraphs `[range.start, range.end)` were given to a speaker (`null`: to nobody). What a turn holds
 * before or behind them stays its speaker's; a label at their start stays a label. Paragraphs behind the same speaker's
 * turn continue it.
 */
export function assignTurns(
  turns: readonly EditedTurn[],
  paragraphs: readonly TextRange[],
  range: TextRange,
  speakerId: number | null,
): EditedTurn[] {
  const before = paragraphs.findLast(({ end }) => end <= range.start);
  const after = paragraphs.find(({ start }) => start >= range.end);
  const labelled = turns.find(({ start }) => start === range.start);
  const kept = turns.flatMap((turn): EditedTurn[] => {
    if (turn.end <= range.start || turn.start >= range.end) return [turn];
    const pieces: EditedTurn[] = [];
    if (turn.start < range.start && before !== undefined)
      pieces.push({ ...turn, bodyStart: Math.min(turn.bodyStart, before.end), end: before.end });
    if (turn.end > range.end && after !== undefined) {
      const bodyStart = Math.max(turn.bodyStart, after.start);
      const id = pieces.length === 0 ? turn.id : null;
      pieces.push({ ...turn, id, start: after.start, bodyStart, timecodeMs: null });
    }
    return pieces;
  });
  if (speakerId === null) return kept;
  const previous = kept.findLast(({ end }) => end <= range.start);
  const isContinued =
    labelled === undefined && previous?.speakerId === speakerId && previous.end === before?.end;
  if (isContinued) return kept.map((turn) => (turn === previous ? { ...previous, end: range.end } : turn));
  const fresh = {
    id: null,
    speakerId,
    start: range.start,
    bodyStart: Math.min(labelled?.bodyStart ?? range.start, range.end),
    end: range.end,
    timecodeMs: labelled?.timecodeMs ?? null,
  };
  return [...kept, fresh].toSorted((a, b) => a.start - b.start);
}
