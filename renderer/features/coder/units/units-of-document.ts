import type { Coding } from '../../../../src/codings/contract.ts';
import type { DocumentContent } from '../../../../src/documents/contract.ts';
import { touched, unitsOf, type Unit, type UnitKind } from '../../../../src/text/units.ts';

/** The units of the open document, in order. */
export interface DocumentUnits {
  readonly units: readonly Unit[];
  /** For each unit whether a segment shares a character with it. */
  readonly isCoded: readonly boolean[];
  readonly uncoded: number;
}

export const NO_UNITS: DocumentUnits = { units: [], isCoded: [], uncoded: 0 };

/** The units of a document; those of interviewers and of speakers that count for nobody only when asked for. */
export function unitsOfDocument(
  content: Pick<DocumentContent, 'text' | 'paragraphs' | 'turns' | 'speakers'>,
  kind: UnitKind,
  participantsOnly: boolean,
): readonly Unit[] {
  const all = unitsOf(content, kind);
  if (!participantsOnly) return all;
  const others = new Set(content.speakers.filter(({ role }) => role !== 'participant').map(({ id }) => id));
  return all.filter(({ speakerId }) => speakerId === null || !others.has(speakerId));
}

/** Joins units with whether they are coded. */
export function withCodings(units: readonly Unit[], codings: readonly Coding[]): DocumentUnits {
  const isCoded = touched(units, codings);
  return { units, isCoded, uncoded: isCoded.filter((coded) => !coded).length };
}
