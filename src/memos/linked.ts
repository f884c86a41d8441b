import { codingEnd } from '../codings/coding-end.ts';
import type { Connection } from '../database/connection.ts';
import type { ProjectSession } from '../project/session.ts';
import { findSegments } from '../search/find-segments.ts';
import { fold } from '../text/fold.ts';
import { labelOf, LINK_KINDS, type LinkKind, type LinkRef } from '../text/memo-links.ts';
import type { Linkable, LinkedThing } from './contract.ts';
import { linkedReads, type LinkedRow } from './link-store.ts';

/** How long segments are looked for while a link is being written, in milliseconds. */
const SEGMENTS_MS = 60;
/** A merge can follow a merge; a circle in a damaged file ends here. */
const LONGEST_LINEAGE = 50;

/**
 * What links mean now, in their order. A code that was merged is the one it went into; what is not there any more has
 * neither id nor name.
 */
export function resolveLinks(
  db: Connection,
  session: ProjectSession,
  refs: readonly LinkRef[],
): readonly LinkedThing[] {
  return refs.map((ref) => {
    const row = rowOf(db, ref);
    if (row === undefined) return { kind: ref.kind, guid: ref.guid, id: null, name: null, place: null };
    if (ref.kind !== 'coding') return { ...ref, id: row.id, name: row.name, place: null };
    const { name, place } = segment(db, session, row.id);
    return { ...ref, id: row.id, name, place };
  });
}

function rowOf(db: Connection, { kind, guid }: LinkRef): LinkedRow | undefined {
  const reads = linkedReads(db);
  let found = reads.byGuid[kind].get(guid);
  if (kind !== 'code') return found;
  let heir: string | undefined = guid;
  for (let step = 0; found === undefined && heir !== undefined && step < LONGEST_LINEAGE; step += 1) {
    heir = reads.mergedInto.get(heir);
    if (heir !== undefined) found = reads.byGuid.code.get(heir);
  }
  return found;
}

function segment(db: Connection, session: ProjectSession, codingId: number) {
  const { excerpt, documentId, documentName, start, end } = codingEnd(db, session, codingId);
  return { name: labelOf(excerpt), documentName, place: { documentId, start, end } };
}

/**
 * What a link may be made to, best first in each kind: names that begin so, names with a word that begins so, names that
 * hold it; accents and case aside. Segments are found by their words, and only once something is typed.
 */
export function findLinkable(
  db: Connection,
  session: ProjectSession,
  text: string,
  limit: number,
): readonly Linkable[] {
  const wanted = fold(text.trim()).folded;
  const found: Linkable[] = [];
  for (const kind of LINK_KINDS) {
    if (kind === 'coding') continue;
    const ranked = linkedReads(db)
      .all[kind].all()
      .map((row) => ({ row, rank: rankOf(fold(row.name).folded, wanted) }))
      .filter(({ rank }) => rank < NO_MATCH)
      .sort((a, b) => a.rank - b.rank);
    for (const { row } of ranked.slice(0, limit)) found.push({ kind, ...row, detail: null });
  }
  for (const id of findSegments(db, session, text, limit, performance.now() + SEGMENTS_MS)) {
    const row = linkedReads(db).byId.coding.get(id);
    if (row === undefined) continue;
    const { name, documentName } = segment(db, session, id);
    found.push({ kind: 'coding', id, guid: row.guid, name, detail: documentName });
  }
  return found;
}

const NO_MATCH = 3;

function rankOf(name: string, wanted: string): number {
  const at = name.indexOf(wanted);
  if (at <= 0) return at === 0 ? 0 : NO_MATCH;
  return /[\s'(/·-]/u.test(name.charAt(at - 1)) ? 1 : 2;
}

/** Ids of the memos that link to this thing, the one written last first. */
export function memosMentioning(
  db: Connection,
  kind: LinkKind,
  id: number,
  limit: number,
): readonly number[] {
  const row = linkedReads(db).byId[kind].get(id);
  if (row === undefined) return [];
  return linkedReads(db).mentioning.all({ key: `${kind}:${row.guid}`, limit });
}
