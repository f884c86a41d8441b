import type { Quotation } from '../../../src/analysis/contract.ts';
import type { Locale } from '../../../src/settings/contract.ts';

const NARROW_SPACE = '\u202f';

/**
 * A passage as a paper quotes it: `« … » (Référent 3)` with narrow no-break spaces in French, `“…” (Referent 3)` in
 * English. Line ends become spaces.
 */
export function attributed(quotation: Pick<Quotation, 'text'>, who: string, locale: Locale): string {
  const text = quotation.text.trim().replaceAll(/\s*\n\s*/gu, ' ');
  const quoted = locale === 'fr' ? `«${NARROW_SPACE}${text}${NARROW_SPACE}»` : `“${text}”`;
  return who === '' ? quoted : `${quoted} (${who})`;
}

/** Who speaks: the participants, else the speaker's name, else the document. */
export function speakerOf(
  quotation: Pick<Quotation, 'participantIds' | 'speakerName' | 'documentName'>,
  names: ReadonlyMap<number, string>,
): string {
  const people = quotation.participantIds.map((id) => names.get(id)).filter((name) => name !== undefined);
  return people.length > 0 ? people.join(', ') : (quotation.speakerName ?? quotation.documentName);
}
