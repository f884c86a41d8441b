import type { InputOf, OutputOf } from '../../../src/contract/contract.ts';

type Input = InputOf<'search.find'>;
type Found = OutputOf<'search.find'>;

/** How much is found in all, without the hits themselves. */
export type Counted = Pick<Found, 'total' | 'documents' | 'forms'>;

/** Documents that are counted in one call: the core answers other calls in between. */
export const DOCUMENTS_AT_ONCE = 40;

/**
 * Counts a search in portions of the documents, in their order. Stops with the signal's reason when nobody waits any
 * more for the answer.
 */
export async function countAll(
  input: Input,
  documentIds: readonly number[],
  ask: (input: Input) => Promise<Found>,
  signal: AbortSignal,
): Promise<Counted> {
  const documents: Found['documents'][number][] = [];
  const forms = new Map<string, Found['forms'][number]>();
  let total = 0;
  for (let at = 0; at < documentIds.length; at += DOCUMENTS_AT_ONCE) {
    signal.throwIfAborted();
    const portion = documentIds.slice(at, at + DOCUMENTS_AT_ONCE);
    const found = await ask({ ...input, documentIds: portion, limit: 1 });
    total += found.total;
    documents.push(...found.documents);
    for (const form of found.forms) {
      const count = form.count + (forms.get(form.key)?.count ?? 0);
      forms.set(form.key, { ...form, count });
    }
  }
  return {
    total,
    documents,
    forms: [...forms.values()].toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1)),
  };
}
