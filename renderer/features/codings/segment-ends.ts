import type { Coding, CodingEnd } from '../../../src/codings/contract.ts';
import { paragraphNumberAt, shownText } from '../../transcript/model.ts';
import type { CodingData } from '../coder/use-coding-data.ts';

/** As much as the core tells of a segment, in UTF-16 code units. */
const EXCERPT = 200;

/** Codings of the document in hand as a link tells of them; those that the core has not answered yet are left out. */
export function endsOf(
  { model, content }: Pick<CodingData, 'model' | 'content'>,
  codings: readonly Coding[],
): readonly CodingEnd[] {
  if (model === null || content === null) return [];
  return codings
    .filter(({ id, documentId }) => id > 0 && documentId === content.id)
    .map(({ id, codeId, start, end }) => ({
      codingId: id,
      documentId: content.id,
      documentName: content.name,
      codeId,
      start,
      end,
      paragraph: paragraphNumberAt(model, start),
      excerpt: shownText(model, { start, end: Math.min(end, start + EXCERPT) }),
    }));
}
