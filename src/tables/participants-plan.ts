import { MAX_NAME } from '../contract/common.ts';
import { oneLine } from './cell-value.ts';
import type { SkipReason } from './contract.ts';
import type { DataRow } from './layout.ts';
import { keyOf } from '../text/name-key.ts';
import type { NameIndex } from './name-index.ts';
import { ValuesPlan, type Misfits, type PlannedValue, type ValueColumn } from './values-plan.ts';

export interface SkippedRow {
  readonly row: number;
  readonly name: string;
  readonly reason: SkipReason;
}

export interface PlannedPerson {
  readonly name: string;
  /** `null` for somebody who is new. */
  readonly participantId: number | null;
  readonly values: readonly PlannedValue[];
}

export interface ParticipantsPlan {
  readonly people: readonly PlannedPerson[];
  readonly skipped: readonly SkippedRow[];
  readonly misfits: readonly Misfits[];
}

export interface ParticipantsPlanInput {
  readonly rows: readonly DataRow[];
  readonly keyColumn: number;
  readonly columns: readonly ValueColumn[];
  readonly updateExisting: boolean;
  readonly createMissing: boolean;
  readonly clearEmpty: boolean;
  readonly participants: NameIndex<number>;
  readonly present: (participantId: number, column: ValueColumn) => string | undefined;
}

/** Who is made and what is set, row by row. A key that comes again is skipped: which row is right is not known. */
export function planParticipants(input: ParticipantsPlanInput): ParticipantsPlan {
  const values = new ValuesPlan(input.columns, input.clearEmpty);
  const people: PlannedPerson[] = [];
  const skipped: SkippedRow[] = [];
  const seen = new Set<string>();
  for (const row of input.rows) {
    const name = oneLine(row.cells[input.keyColumn] ?? '');
    const participantId = input.participants.find(name) ?? null;
    const key = participantId === null ? keyOf(name) : `#${participantId}`;
    const reason = skipReasonOf(name, participantId, seen.has(key), input);
    if (reason !== null) {
      skipped.push({ row: row.number, name, reason });
      continue;
    }
    seen.add(key);
    const present = (column: ValueColumn): string | undefined =>
      participantId === null ? undefined : input.present(participantId, column);
    people.push({ name, participantId, values: values.changes(row, present) });
  }
  return { people, skipped, misfits: values.misfits };
}

function skipReasonOf(
  name: string,
  participantId: number | null,
  isSeen: boolean,
  { updateExisting, createMissing }: ParticipantsPlanInput,
): SkipReason | null {
  if (name === '') return 'key-empty';
  if (name.length > MAX_NAME) return 'key-too-long';
  if (isSeen) return 'key-twice';
  if (participantId === null) return createMissing ? null : 'not-created';
  return updateExisting ? null : 'not-updated';
}
