import type { Quotation } from '../../../src/analysis/contract.ts';
import { sentences } from '../../../src/text/sentences.ts';
import type { QuotationContext } from './state.ts';

/** What stands before and after the passage on its card. */
export interface Surroundings {
  readonly before: string;
  readonly after: string;
}

const NOTHING: Surroundings = { before: '', after: '' };

/**
 * The words around a passage, from the same paragraph. `sentence`: the rest of its sentence where it begins or ends
 * inside one, else the neighbouring sentence.
 */
export function surroundings(
  { before, after }: Pick<Quotation, 'before' | 'after'>,
  context: QuotationContext,
): Surroundings {
  if (context === 'none') return NOTHING;
  if (context === 'paragraph') return { before: cutStart(before), after };
  const ahead = sentences(before, { start: 0, end: before.length });
  const behind = sentences(after, { start: 0, end: after.length });
  // What begins in the middle of a word or a sentence is only shown from there on.
  const from = ahead.at(-1)?.start ?? 0;
  const to = behind[0]?.end ?? 0;
  return { before: from === 0 ? cutStart(before) : before.slice(from), after: after.slice(0, to) };
}

/** A context that was cut somewhere begins at a whole word. */
function cutStart(before: string): string {
  const LONGEST = 300;
  if (before.length <= LONGEST) return before;
  const space = before.indexOf(' ', before.length - LONGEST);
  return space === -1 ? before : `…${before.slice(space)}`;
}
