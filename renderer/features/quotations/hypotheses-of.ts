import type { QuotationsData } from './use-quotations.ts';

/** Labels of the hypotheses that a code serves, by itself or with a branch above it. */
export function hypothesesOf(
  codeId: number,
  { codeById, hypotheses }: Pick<QuotationsData, 'codeById' | 'hypotheses'>,
): readonly string[] {
  const above = new Set<number>();
  for (let at = codeById.get(codeId)?.parentId ?? null; at !== null; at = codeById.get(at)?.parentId ?? null)
    above.add(at);
  return hypotheses
    .filter(({ mappings }) =>
      mappings.some(
        (mapping) => mapping.codeId === codeId || (mapping.wholeBranch && above.has(mapping.codeId)),
      ),
    )
    .map(({ label }) => label);
}
