import type { Shape } from '../contract/common.ts';
import type { Connection } from '../database/connection.ts';
import { RepereError } from '../errors/codes.ts';
import { found } from '../errors/lookup.ts';
import { checkPlace } from '../hypotheses/place.ts';
import { addMapping } from '../hypotheses/store.ts';
import { firstShape, nextMark } from './colours.ts';
import { parsePath } from './paths.ts';
import { addCode, codeReads } from './store.ts';

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

/** Throws `name.taken` when a child of the parent bears the name already. */
export function refuseTakenName(
  db: Connection,
  parentId: number | null,
  name: string,
  exceptId: number | null,
): void {
  const other = codeReads(db).childByName.get(parentId, name);
  if (other !== undefined && other !== exceptId) throw new RepereError('name.taken', { name });
}
