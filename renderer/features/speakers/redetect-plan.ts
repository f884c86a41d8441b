import type { OutputOf } from '../../../src/contract/contract.ts';
import type { SpeakerRole } from '../../../src/contract/common.ts';
import type { Speaker } from '../../../src/documents/contract.ts';
import { labelKey } from '../../../src/text/speaker-label.ts';

export type Detection = OutputOf<'speakers.detect'>;

/** What would become of a label: of one that is there, or of one that was found in the text. */
export interface PlannedLabel {
  readonly key: string;
  /** As the text writes it. */
  readonly label: string;
  /** As it is called in the speakers' column. */
  readonly name: string;
  readonly role: SpeakerRole;
  readonly sample: string;
  readonly isKnown: boolean;
  /** Turns now, and turns in the text when it counts; 0 when it is not found there. */
  readonly before: number;
  readonly found: number;
  /** Whether it counts unless the person says otherwise: the detection is sure, or somebody accepted it before. */
  readonly counts: boolean;
}

/** The labels that were found, in their order, then the speakers of whom the text has no label. */
export function plannedLabels(
  detection: Detection,
  speakers: readonly Speaker[],
  turnsOf: ReadonlyMap<number, number>,
): readonly PlannedLabel[] {
  const byId = new Map(speakers.map((speaker) => [speaker.id, speaker]));
  const found = detection.labels.map(
    ({ label, turns, roleGuess, sample, speakerId, accepted }): PlannedLabel => {
      const speaker = speakerId === null ? undefined : byId.get(speakerId);
      return {
        key: labelKey(label),
        label,
        name: speaker?.name ?? label,
        role: speaker?.role ?? roleGuess,
        sample,
        isKnown: speaker !== undefined,
        before: speaker === undefined ? 0 : (turnsOf.get(speaker.id) ?? 0),
        found: turns,
        counts: accepted || speaker !== undefined,
      };
    },
  );
  const keys = new Set(found.map(({ key }) => key));
  const gone = speakers
    .filter(({ label }) => !keys.has(labelKey(label)))
    .map(({ id, label, name, role }): PlannedLabel => ({
      key: labelKey(label),
      label,
      name,
      role,
      sample: '',
      isKnown: true,
      before: turnsOf.get(id) ?? 0,
      found: 0,
      counts: false,
    }));
  return [...found, ...gone];
}

/** How many turns each speaker has. */
export function turnCounts(turns: readonly { readonly speakerId: number }[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { speakerId } of turns) counts.set(speakerId, (counts.get(speakerId) ?? 0) + 1);
  return counts;
}
