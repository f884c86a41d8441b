import type { InputOf } from '../../../src/contract/contract.ts';

/** A code that receives segments: one of the codebook, or a new one. */
export interface SplitPart {
  readonly codeId: number | null;
  readonly name: string;
}

/** Which part each dealt segment goes to, by position in the list of parts. */
export type Dealt = ReadonlyMap<number, number>;

/** Nine parts have a digit. */
export const MOST_PARTS = 9;

/** Gives segments to a part, or takes them back (`null`). */
export function deal(dealt: Dealt, codingIds: readonly number[], part: number | null): Dealt {
  const next = new Map(dealt);
  for (const id of codingIds) {
    if (part === null) next.delete(id);
    else next.set(id, part);
  }
  return next;
}

/** Takes a part away: what it had stays, and later parts move up. */
export function withoutPart(dealt: Dealt, part: number): Dealt {
  return new Map(
    [...dealt].flatMap(([id, at]) => (at === part ? [] : [[id, at > part ? at - 1 : at] as const])),
  );
}

/** What is asked of the core; parts that got nothing are left out. */
export function splitInput(
  codeId: number,
  parts: readonly SplitPart[],
  dealt: Dealt,
  under: 'beside' | 'inside',
): InputOf<'codes.split'> {
  return {
    codeId,
    under,
    parts: parts.flatMap((part, index): InputOf<'codes.split'>['parts'] => {
      const codingIds = [...dealt].flatMap(([id, at]) => (at === index ? [id] : []));
      if (codingIds.length === 0) return [];
      return part.codeId === null ? [{ codingIds, name: part.name }] : [{ codingIds, codeId: part.codeId }];
    }),
  };
}
