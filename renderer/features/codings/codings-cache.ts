import { hashKey } from '@tanstack/react-query';
import type { Coding } from '../../../src/codings/contract.ts';
import { queryClient } from '../../app/query-client.ts';

type Codings = readonly Coding[];

const keyOf = (documentId: number): readonly unknown[] => ['codings.ofDocument', { documentId }];

// A long document has tens of thousands: comparing every field of every one at each answer would be felt.
queryClient.setQueryDefaults(['codings.ofDocument'], {
  structuralSharing: (before: unknown, after: unknown) =>
    isCodings(before) && isCodings(after) ? shareCodings(before, after) : after,
});

function isCodings(value: unknown): value is Codings {
  return Array.isArray(value);
}

/** The new list with the known object wherever nothing changed; the known list itself when nothing did. */
export function shareCodings(before: Codings, after: Codings): Codings {
  const known = new Map(before.map((coding) => [coding.id, coding]));
  let same = before.length === after.length;
  const shared = after.map((coding, at) => {
    const old = known.get(coding.id);
    const kept = old !== undefined && (old === coding || sameCoding(old, coding)) ? old : coding;
    if (kept !== before[at]) same = false;
    return kept;
  });
  return same ? before : shared;
}

function sameCoding(a: Coding, b: Coding): boolean {
  return (
    a.start === b.start &&
    a.end === b.end &&
    a.codeId === b.codeId &&
    a.stance === b.stance &&
    a.weight === b.weight &&
    a.isKey === b.isKey &&
    a.memo === b.memo &&
    a.memoId === b.memoId &&
    a.coderId === b.coderId &&
    a.modifiedAt === b.modifiedAt &&
    a.createdAt === b.createdAt &&
    a.guid === b.guid
  );
}

/** The codings of a document as they are known now. */
export function cachedCodings(documentId: number): Codings {
  return queryClient.getQueryData<Codings>(keyOf(documentId)) ?? [];
}

/** Changes the known answer at once, so that a command is seen before the core's list comes back. */
export function patchCodings(documentId: number, change: (codings: Codings) => Codings): void {
  queryClient.setQueryData<Codings>(keyOf(documentId), (known) =>
    known === undefined ? known : change(known),
  );
}

/** Calls back whenever the known codings of a document are others, in the same turn; answers how to stop it. */
export function onCodings(documentId: number, call: (codings: Codings) => void): () => void {
  const hash = hashKey(keyOf(documentId));
  return queryClient.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success' || event.query.queryHash !== hash) return;
    const { data } = event.query.state as { readonly data: unknown };
    if (isCodings(data)) call(data);
  });
}

/** By start, then the longer first: the order of the core's answers. */
export function inOrder(codings: Codings): Codings {
  return codings.toSorted(byPlace);
}

function byPlace(a: Coding, b: Coding): number {
  return a.start - b.start || b.end - a.end || a.id - b.id;
}

/** Puts codings in; those with an id already known replace the known ones. Tens of thousands are not sorted for one. */
export function withCodings(codings: Codings, added: Codings): Codings {
  const ids = new Set(added.map((coding) => coding.id));
  const rest = codings.filter((coding) => !ids.has(coding.id));
  for (const coding of inOrder(added)) rest.splice(placeFor(rest, coding), 0, coding);
  return rest;
}

function placeFor(ordered: Codings, coding: Coding): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = ordered[middle];
    if (other !== undefined && byPlace(other, coding) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function withoutCodings(codings: Codings, ids: readonly number[]): Codings {
  const gone = new Set(ids);
  return codings.filter((coding) => !gone.has(coding.id));
}

export function changedCoding(codings: Codings, id: number, changes: Partial<Coding>): Codings {
  const at = codings.findIndex((coding) => coding.id === id);
  const before = codings[at];
  if (before === undefined) return codings;
  const next = codings.with(at, { ...before, ...changes });
  return changes.start === undefined && changes.end === undefined ? next : inOrder(next);
}
