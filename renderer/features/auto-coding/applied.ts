import type { FoundPassage, Plan } from '../../../src/auto-coding/contract.ts';
import type { InputOf } from '../../../src/contract/contract.ts';

/** The command that applies a code to passages of a plan, in the texts in which they were found. */
export function applied(
  codePath: string,
  plan: Plan,
  passages: readonly FoundPassage[],
): InputOf<'codings.createMany'> {
  return {
    codePath,
    passages: passages.map(({ documentId, start, end }) => ({ documentId, start, end })),
    texts: plan.documents.map(({ documentId, textVersionId }) => ({ documentId, textVersionId })),
  };
}
