import type { CommandContext } from '../contract/handlers.ts';
import { addMapping, hypothesisReads, removeMapping, type MappingRow } from '../hypotheses/store.ts';
import { createCode } from './create-code.ts';
import { moveCodes, topmost } from './place-codes.ts';
import { codeReads, type CodeRow } from './store.ts';
import { found } from '../errors/lookup.ts';
import type { Connection } from '../database/connection.ts';

/** Makes a folder where the first of the codes stands, and puts them into it. */
export function makeFolder(
  { db, now, describe }: CommandContext,
  codeIds: readonly number[],
  name: string,
): { readonly codeId: number } {
  const rows = topmost(db, codeIds);
  const first = found(rows[0], 'code', codeIds[0] ?? 0);
  const codeId = createCode(db, { name, parentId: first.parent_id, isFolder: true }, now);
  const folder = found(codeReads(db).byId.get(codeId), 'code', codeId);
  moveCodes(db, [folder], first.parent_id, first.position);
  moveCodes(
    db,
    rows.map((row) => ({ ...row, parent_id: codeReads(db).byId.get(row.id)?.parent_id ?? null })),
    codeId,
    0,
  );
  takeOverMappings(db, codeId, rows);
  describe({ code: name, count: rows.length });
  return { codeId };
}

/** Where all of the codes were mapped with their branches, the folder is mapped instead: they stay where they were seen. */
function takeOverMappings(db: Connection, folderId: number, rows: readonly CodeRow[]): void {
  const lists = rows.map((row) => hypothesisReads(db).mappingsOfCode.all(row.id));
  const same = (a: MappingRow, b: MappingRow): boolean =>
    a.hypothesis_id === b.hypothesis_id && a.hypothesis_group_id === b.hypothesis_group_id;
  for (const mapping of lists[0] ?? []) {
    const all = lists.map((list) => list.find((other) => same(other, mapping) && other.whole_branch === 1));
    if (all.includes(undefined)) continue;
    addMapping(db, folderId, mapping.hypothesis_id, mapping.hypothesis_group_id, true);
    for (const each of all) if (each !== undefined) removeMapping(db, each.id);
  }
}
