import type { Code } from '../../../src/codebook/contract.ts';
import type { CodeRow, TreeRow } from './tree-rows.ts';

/** Rows of codes that are chosen together, by key. */
export type Choice = ReadonlySet<string>;

export const NOTHING_CHOSEN: Choice = new Set();

/** Ctrl and a click: the row joins or leaves; the row where the choice began is part of it. */
export function toggledChoice(
  rows: readonly TreeRow[],
  choice: Choice,
  anchor: string | null,
  key: string,
): Choice {
  const codes = new Set(rows.filter((row) => row.kind === 'code').map((row) => row.key));
  if (!codes.has(key)) return choice;
  const next = new Set(choice.size === 0 && anchor !== null && codes.has(anchor) ? [anchor] : choice);
  if (next.has(key) && !(choice.size === 0 && anchor === key)) next.delete(key);
  else next.add(key);
  return next;
}

/** Shift and a click or an arrow: every code from where the choice began to this row. */
export function rangeChoice(rows: readonly TreeRow[], anchor: string | null, key: string): Choice {
  const to = rows.findIndex((row) => row.key === key);
  const from = rows.findIndex((row) => row.key === anchor);
  if (to < 0) return NOTHING_CHOSEN;
  const [first, last] = from < 0 ? [to, to] : [Math.min(from, to), Math.max(from, to)];
  return new Set(
    rows
      .slice(first, last + 1)
      .filter((row) => row.kind === 'code')
      .map((row) => row.key),
  );
}

/** The rows of a choice that are to be seen, in order. */
export function chosenRows(rows: readonly TreeRow[], choice: Choice): readonly CodeRow[] {
  return rows.filter((row): row is CodeRow => row.kind === 'code' && choice.has(row.key));
}

/** Their codes, each once, though it may stand under two hypotheses. */
export function chosenCodes(rows: readonly TreeRow[], choice: Choice): readonly Code[] {
  return [...new Map(chosenRows(rows, choice).map((row) => [row.code.id, row.code])).values()];
}
