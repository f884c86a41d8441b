/** The coding before or after the one in hand, or after the caret when none is; the ends do not wrap. */
export function neighbourOf<C extends { readonly id: number; readonly start: number }>(
  codings: readonly C[],
  from: { readonly codingId: number | null; readonly caret: number },
  by: -1 | 1,
): C | null {
  const at = from.codingId === null ? -1 : codings.findIndex((coding) => coding.id === from.codingId);
  if (at >= 0) return codings[at + by] ?? null;
  if (by > 0) return codings.find((coding) => coding.start >= from.caret) ?? codings.at(-1) ?? null;
  return codings.findLast((coding) => coding.start < from.caret) ?? codings[0] ?? null;
}
