import type { Code } from './contract.ts';
import { escapeStep } from './paths.ts';
import type { CodeRow } from './store.ts';

/** All codes depth first, parents before children, siblings by position, each with its written path. */
export function codeTree(rows: readonly CodeRow[]): readonly Code[] {
  const children = Map.groupBy(rows, (row) => row.parent_id);
  const ordered: Code[] = [];
  const visit = (parentId: number | null, prefix: string): void => {
    for (const row of children.get(parentId) ?? []) {
      const path = prefix + escapeStep(row.name);
      ordered.push(toCode(row, path));
      visit(row.id, `${path}/`);
    }
  };
  visit(null, '');
  return ordered;
}

function toCode(row: CodeRow, path: string): Code {
  return {
    id: row.id,
    guid: row.guid,
    parentId: row.parent_id,
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
