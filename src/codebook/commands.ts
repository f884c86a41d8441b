import type { Shape } from '../contract/common.ts';
import type { CommandHandlers, InFeature } from '../contract/handlers.ts';
import type { Connection } from '../database/connection.ts';
import { reorder } from '../database/order.ts';
import { RepereError } from '../errors/codes.ts';
import { found } from '../errors/lookup.ts';
import { checkPlace } from '../hypotheses/place.ts';
import { addMapping } from '../hypotheses/store.ts';
import { firstShape, nextMark } from './colours.ts';
import type { codebookContract } from './contract.ts';
import { parsePath } from './paths.ts';
import { addCode, codeReads, placeCode, removeCodes, updateCode } from './store.ts';

export interface CodeWish {
  readonly name: string;
  readonly parentId?: number | null | undefined;
  readonly colour?: number | undefined;
  readonly shape?: Shape | undefined;
  readonly isFolder?: boolean | undefined;
  readonly briefDefinition?: string | undefined;
}

/** Makes a code with what is wished for and the next free mark for the rest. Throws `name.taken` among siblings. */
export function createCode(db: Connection, wish: CodeWish, now: string): number {
  const parentId = wish.parentId ?? null;
  if (parentId !== null) found(codeReads(db).byId.get(parentId), 'code', parentId);
  refuseTakenName(db, parentId, wish.name, null);
  const next = nextMark(codeReads(db).colours.all());
  const colour = wish.colour ?? next.colour;
  return addCode(
    db,
    {
      parentId,
      name: wish.name,
      colour,
      shape: wish.shape ?? (wish.colour === undefined ? next.shape : firstShape(colour)),
      isFolder: wish.isFolder ?? false,
      briefDefinition: wish.briefDefinition ?? '',
    },
    now,
  );
}

/** Maps a code that was just made to the hypothesis and group it was made under, if any. */
export function mapNewCode(
  db: Connection,
  codeId: number,
  place: { readonly hypothesisId?: number | undefined; readonly hypothesisGroupId?: number | undefined },
): void {
  if (place.hypothesisId === undefined) return;
  const groupId = place.hypothesisGroupId ?? null;
  checkPlace(db, place.hypothesisId, groupId);
  addMapping(db, codeId, place.hypothesisId, groupId, true);
}

/** The code at a written path, made with its missing parents. */
export function ensureCodePath(db: Connection, path: string, now: string): number {
  let parentId: number | null = null;
  for (const name of parsePath(path)) {
    parentId = codeReads(db).childByName.get(parentId, name) ?? createCode(db, { name, parentId }, now);
  }
  if (parentId === null) throw new RepereError('code.path-invalid', { path });
  return parentId;
}

function refuseTakenName(
  db: Connection,
  parentId: number | null,
  name: string,
  exceptId: number | null,
): void {
  const other = codeReads(db).childByName.get(parentId, name);
  if (other !== undefined && other !== exceptId) throw new RepereError('name.taken', { name });
}

export const codebookCommands: CommandHandlers<InFeature<typeof codebookContract, 'command'>> = {
  'codes.create': ({ db, now, describe }, input) => {
    describe({ code: input.name });
    const codeId = createCode(db, input, now);
    mapNewCode(db, codeId, input);
    return { codeId };
  },

  'codes.update': ({ db, now, describe }, input) => {
    const row = found(codeReads(db).byId.get(input.codeId), 'code', input.codeId);
    if (input.name !== undefined) refuseTakenName(db, row.parent_id, input.name, row.id);
    const wanted = {
      ...row,
      name: input.name ?? row.name,
      colour: input.colour ?? row.colour,
      shape: input.shape ?? row.shape,
      is_folder: input.isFolder === undefined ? row.is_folder : Number(input.isFolder),
      brief_definition: input.briefDefinition ?? row.brief_definition,
      full_definition: input.fullDefinition ?? row.full_definition,
      when_to_use: input.whenToUse ?? row.when_to_use,
      when_not_to_use: input.whenNotToUse ?? row.when_not_to_use,
      example: input.example ?? row.example,
    };
    if (JSON.stringify(wanted) !== JSON.stringify(row)) updateCode(db, { ...wanted, modified_at: now });
    const renamed = wanted.name !== row.name;
    describe({ code: row.name, to: renamed ? wanted.name : undefined });
    return {};
  },

  'codes.move': ({ db, describe }, { codeId, parentId, position }) => {
    const row = found(codeReads(db).byId.get(codeId), 'code', codeId);
    if (parentId !== null) {
      found(codeReads(db).byId.get(parentId), 'code', parentId);
      const inside = codeReads(db).isInBranch.get({ ids: JSON.stringify([codeId]), id: parentId });
      if (inside !== 0) throw new RepereError('code.cycle', { name: row.name });
    }
    refuseTakenName(db, parentId, row.name, codeId);
    const siblings = codeReads(db).siblings.all(parentId);
    for (const place of reorder(siblings, codeId, position))
      placeCode(db, place.id, parentId, place.position);
    if (row.parent_id !== parentId) closeGaps(db, row.parent_id);
    describe({ code: row.name });
    return {};
  },

  'codes.remove': ({ db, describe }, { codeIds }) => {
    const rows = codeIds.map((id) => found(codeReads(db).byId.get(id), 'code', id));
    const impact = codeReads(db).impact.get({ ids: JSON.stringify(codeIds) });
    removeCodes(db, codeIds);
    for (const parentId of new Set(rows.map((row) => row.parent_id))) closeGaps(db, parentId);
    describe({ code: rows[0]?.name, count: impact?.codes ?? rows.length, codings: impact?.codings ?? 0 });
    return {};
  },
};

function closeGaps(db: Connection, parentId: number | null): void {
  for (const [index, sibling] of codeReads(db).siblings.all(parentId).entries()) {
    if (sibling.position !== index) placeCode(db, sibling.id, parentId, index);
  }
}
