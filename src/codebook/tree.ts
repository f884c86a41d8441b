import { depthFirst } from '../text/tree.ts';
import type { Code } from './contract.ts';
import { escapeStep } from './paths.ts';
import type { CodeRow } from './store.ts';

/** Paths of a tree that is deep beyond reason keep their end: together they would be larger than all else. */
const MAX_PATH = 10_000;

/**
 * All codes depth first, parents before children, siblings by position, each with its written path. A code whose parent
 * is not there, or stands below it, is at the top.
 */
export function codeTree(rows: readonly CodeRow[]): readonly Code[] {
  const paths = new Map<number, string>();
  const tree = depthFirst(
    rows,
    ({ id }) => id,
    (row) => row.parent_id,
  );
  return tree.map(({ item: row, parent }) => {
    const step = escapeStep(row.name);
    const path = parent === null ? step : `${paths.get(parent.item.id) ?? ''}/${step}`;
    const written = path.length > MAX_PATH ? `…${path.slice(-MAX_PATH / 2)}`.toWellFormed() : path;
    paths.set(row.id, written);
    return toCode(row, parent?.item.id ?? null, written);
  });
}

function toCode(row: CodeRow, parentId: number | null, path: string): Code {
  return {
    id: row.id,
    guid: row.guid,
    parentId,
    position: row.position,
    name: row.name,
    path,
    colour: row.colour,
    shape: row.shape,
    isFolder: row.is_folder === 1,
    briefDefinition: row.brief_definition,
    fullDefinition: row.full_definition,
    whenToUse: row.when_to_use,
    whenNotToUse: row.when_not_to_use,
    example: row.example,
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
  };
}
