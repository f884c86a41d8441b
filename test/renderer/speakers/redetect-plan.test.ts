import { describe, expect, it } from 'vitest';
import {
  plannedLabels,
  turnCounts,
  type Detection,
} from '../../../renderer/features/speakers/redetect-plan.ts';
import type { Speaker } from '../../../src/documents/contract.ts';

const speaker = (id: number, label: string, name = label): Speaker => ({
  id,
  documentId: 1,
  label,
  name,
  role: 'participant',
  participantId: null,
});
const found = (label: string, turns: number, speakerId: number | null, accepted = true) => ({
  label,
  turns,
  roleGuess: 'participant' as const,
  sample: `${label} parle.`,
  speakerId,
  accepted,
});

describe('what a new detection would change', () => {
  const detection: Detection = {
    turns: 6,
    labels: [
      found('R1', 4, 1),
      found('Zoé', 2, null),
      found('Note', 1, 3, false),
      found('Exemple', 1, null, false),
    ],
  };
  const plan = plannedLabels(
    detection,
    [speaker(1, 'R1', 'Rose'), speaker(2, 'Ana'), speaker(3, 'NOTE')],
    turnCounts([{ speakerId: 1 }, { speakerId: 1 }, { speakerId: 2 }]),
  );
  const brief = plan.map(({ name, before, found: after, isKnown, counts }) => [
    name,
    before,
    after,
    isKnown,
    counts,
  ]);

  it('keeps names, counts turns before and after, and lists who would go at the end', () => {
    expect(brief[0]).toEqual(['Rose', 2, 4, true, true]);
    expect(brief.at(-1)).toEqual(['Ana', 1, 0, true, false]);
  });
  it('counts what is sure or was accepted before, and leaves doubtful new labels to the person', () => {
    expect(brief.slice(1, 4)).toEqual([
      ['Zoé', 0, 2, false, true],
      ['NOTE', 0, 1, true, true],
      ['Exemple', 0, 1, false, false],
    ]);
  });
});
