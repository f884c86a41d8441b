import { z } from 'zod';
import { colour, shape } from '../contract/common.ts';
import type { Connection } from '../database/connection.ts';
import { codeReads } from '../codebook/store.ts';
import { RepereError } from '../errors/codes.ts';
import { listHypotheses } from '../hypotheses/queries.ts';

/** The codebook's fields, in the order of a codebook. */
export const DEFINITION_FIELDS = [
  'briefDefinition',
  'fullDefinition',
  'whenToUse',
  'whenNotToUse',
  'example',
] as const;
export type DefinitionField = (typeof DEFINITION_FIELDS)[number];

const snapshotCode = z.object({
  guid: z.string(),
  parentGuid: z.string().nullable(),
  name: z.string(),
  colour,
  shape,
  isFolder: z.boolean(),
  briefDefinition: z.string(),
  fullDefinition: z.string(),
  whenToUse: z.string(),
  whenNotToUse: z.string(),
  example: z.string(),
});
export type SnapshotCode = Readonly<z.output<typeof snapshotCode>>;

const snapshotHypothesis = z.object({
  guid: z.string(),
  label: z.string(),
  title: z.string(),
  statement: z.string(),
  groups: z.array(z.object({ guid: z.string(), name: z.string() })),
  mappings: z.array(
    z.object({ codeGuid: z.string(), groupGuid: z.string().nullable(), wholeBranch: z.boolean() }),
  ),
});
export type SnapshotHypothesis = Readonly<z.output<typeof snapshotHypothesis>>;

/** The codebook as it was at a moment: codes among their siblings in order, and what they are mapped to. */
export const codebookSnapshot = z.object({
  codes: z.array(snapshotCode),
  hypotheses: z.array(snapshotHypothesis),
});
export type CodebookSnapshot = Readonly<z.output<typeof codebookSnapshot>>;

/** The codebook of the project now. */
export function takeSnapshot(db: Connection): CodebookSnapshot {
  const rows = codeReads(db).all.all();
  const guidOf = new Map(rows.map((row) => [row.id, row.guid]));
  return {
    codes: rows.map((row) => ({
      guid: row.guid,
      parentGuid: row.parent_id === null ? null : (guidOf.get(row.parent_id) ?? null),
      name: row.name,
      colour: row.colour,
      shape: row.shape,
      isFolder: row.is_folder === 1,
      briefDefinition: row.brief_definition,
      fullDefinition: row.full_definition,
      whenToUse: row.when_to_use,
      whenNotToUse: row.when_not_to_use,
      example: row.example,
    })),
    hypotheses: listHypotheses(db).map(({ guid, label, title, statement, groups, mappings }) => ({
      guid,
      label,
      title,
      statement,
      groups: groups.map((group) => ({ guid: group.guid, name: group.name })),
      mappings: mappings.map((mapping) => ({
        codeGuid: guidOf.get(mapping.codeId) ?? '',
        groupGuid: groups.find((group) => group.id === mapping.hypothesisGroupId)?.guid ?? null,
        wholeBranch: mapping.wholeBranch,
      })),
    })),
  };
}

/** A stored snapshot. A project file may come from anyone: what does not fit throws `version.unreadable`. */
export function readSnapshot(text: string): CodebookSnapshot {
  const parsed = codebookSnapshot.safeParse(JSON.parse(text));
  if (!parsed.success) throw new RepereError('version.unreadable');
  return parsed.data;
}
