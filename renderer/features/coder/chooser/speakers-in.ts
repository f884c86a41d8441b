import type { DocumentContent, Speaker } from '../../../../src/documents/contract.ts';
import type { TextRange } from '../../../../src/text/range.ts';

/** Who speaks in a passage, each once. */
export function speakersIn(
  { turns, speakers }: Pick<DocumentContent, 'turns' | 'speakers'>,
  range: TextRange,
): readonly Speaker[] {
  const ids = new Set(
    turns
      .filter(({ start, end }) => start < range.end && range.start < end)
      .map(({ speakerId }) => speakerId),
  );
  return speakers.filter(({ id }) => ids.has(id));
}
