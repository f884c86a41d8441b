import type { Connection } from '../database/connection.ts';
import { RepereError } from '../errors/codes.ts';
import { found } from '../errors/lookup.ts';
import { above } from '../text/tree.ts';
import { codeReads, placeCode, type CodeRow } from './store.ts';
import { codeTree } from './tree.ts';

/** The codes of a choice, depth first as the tree shows them, without those that come along with their parent. */
export function topmost(db: Connection, codeIds: readonly number[]): readonly CodeRow[] {
  const chosen = new Set(codeIds);
  const rows = new Map([...chosen].map((id) => [id, found(codeReads(db).byId.get(id), 'code', id)]));
  const codes = codeTree(codeReads(db).all.all());
  const parents = new Map(codes.map(({ id, parentId }) => [id, parentId]));
  const comesAlong = (codeId: number): boolean =>
    above(codeId, (id) => parents.get(id) ?? null).some((id) => chosen.has(id));
  return codes
    .filter((code) => chosen.has(code.id) && !comesAlong(code.id))
    .flatMap((code) => rows.get(code.id) ?? []);
}

/**
 * Puts codes, in their order, among the children of a parent. `position` counts among these without the moved ones;
 * beyond the end means last. Throws `code.cycle`, and `name.taken` when two siblings would bear one name.
 */
export function moveCodes(
  db: Connection,
  rows: readonly CodeRow[],
  parentId: number | null,
  position: number,
): void {
  const moved = new Set(rows.map((row) => row.id));
  if (parentId !== null) {
    found(codeReads(db).byId.get(parentId), 'code', parentId);
    const upper = rows.find(
      (row) => codeReads(db).isInBranch.get({ ids: JSON.stringify([row.id]), id: parentId }) !== 0,
    );
    if (upper !== undefined) throw new RepereError('code.cycle', { name: upper.name });
  }
  const siblings = codeReads(db).siblings.all(parentId);
  const staying = siblings.filter((sibling) => !moved.has(sibling.id));
  const names = new Set(staying.map((sibling) => sibling.name));
  for (const { name } of rows) {
    if (names.has(name)) throw new RepereError('name.taken', { name });
    names.add(name);
  }
  const ordered = [...staying.slice(0, position), ...rows, ...staying.slice(position)];
  const before = new Map(siblings.map((sibling) => [sibling.id, sibling.position]));
  for (const [index, { id }] of ordered.entries())
    if (before.get(id) !== index) placeCode(db, id, parentId, index);
  for (const left of new Set(rows.map((row) => row.parent_id))) if (left !== parentId) closeGaps(db, left);
}

/** Numbers the children of a parent from 0 again. */
export function closeGaps(db: Connection, parentId: number | null): void {
  for (const [index, sibling] of codeReads(db).siblings.all(parentId).entries()) {
    if (sibling.position !== index) placeCode(db, sibling.id, parentId, index);
  }
}
