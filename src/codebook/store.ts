import { randomUUID } from 'node:crypto';
import type { Shape } from '../contract/common.ts';
import { prepareOnce, type Connection } from '../database/connection.ts';

export interface CodeRow {
  readonly id: number;
  readonly guid: string;
  readonly parent_id: number | null;
  readonly position: number;
  readonly name: string;
  readonly colour: number;
  readonly shape: Shape;
  readonly is_folder: number;
  readonly brief_definition: string;
  readonly full_definition: string;
  readonly when_to_use: string;
  readonly when_not_to_use: string;
  readonly example: string;
  readonly created_at: string;
  readonly modified_at: string;
}

export interface ImpactRow {
  readonly codes: number;
  readonly codings: number;
  readonly documents: number;
  readonly memos: number;
  readonly mappings: number;
}

export interface JoinedRow {
  readonly codings: number;
  readonly duplicates: number;
  readonly joining: number;
  readonly memos: number;
}

export interface FirstUseRow {
  readonly code_id: number;
  readonly document_id: number;
  readonly start: number;
}

/** Codes with all their descendants, as a common table expression named `branch`; the ids come as a JSON array. */
const BRANCH = `WITH RECURSIVE branch (id) AS (
  SELECT value FROM json_each(@ids) UNION SELECT code.id FROM code JOIN branch ON code.parent_id = branch.id)`;

export const codeReads = prepareOnce((db) => ({
  all: db.prepare<[], CodeRow>('SELECT * FROM code ORDER BY position, id'),
  byId: db.prepare<[number], CodeRow>('SELECT * FROM code WHERE id = ?'),
  siblings: db.prepare<[number | null], { id: number; position: number; name: string }>(
    'SELECT id, position, name FROM code WHERE parent_id IS ? ORDER BY position, id',
  ),
  childByName: db
    .prepare<[number | null, string], number>('SELECT id FROM code WHERE parent_id IS ? AND name = ?')
    .pluck(),
  isInBranch: db
    .prepare<[{ ids: string; id: number }], number>(`${BRANCH} SELECT count(*) FROM branch WHERE id = @id`)
    .pluck(),
  impact: db.prepare<[{ ids: string }], ImpactRow>(
    `${BRANCH} SELECT (SELECT count(*) FROM branch) AS codes,
       (SELECT count(*) FROM coding WHERE code_id IN branch) AS codings,
       (SELECT count(DISTINCT document_id) FROM coding WHERE code_id IN branch) AS documents,
       (SELECT count(*) FROM memo WHERE code_id IN branch
          OR coding_id IN (SELECT id FROM coding WHERE code_id IN branch)) AS memos,
       (SELECT count(*) FROM code_mapping WHERE code_id IN branch) AS mappings`,
  ),
  branch: db.prepare<[{ ids: string }], number>(`${BRANCH} SELECT DISTINCT id FROM branch`).pluck(),
  /** How many codings one code would have if those of others joined it, and how many fall together. */
  joined: db.prepare<[{ ids: string; into: number }], JoinedRow>(
    `SELECT count(*) AS codings,
       count(*) - (SELECT count(*) FROM (SELECT DISTINCT document_id, coder_id, start_utf16, end_utf16 FROM coding
         WHERE code_id = @into OR code_id IN (SELECT value FROM json_each(@ids)))) AS duplicates,
       count(*) FILTER (WHERE code_id <> @into) AS joining,
       (SELECT count(*) FROM memo WHERE code_id IN (SELECT value FROM json_each(@ids))
          OR coding_id IN (SELECT id FROM coding WHERE code_id IN (SELECT value FROM json_each(@ids)))) AS memos
     FROM coding WHERE code_id = @into OR code_id IN (SELECT value FROM json_each(@ids))`,
  ),
  /** The first passage of every code that has one, in the project's order of documents. */
  firstUses: db.prepare<[], FirstUseRow>(
    `SELECT code_id, document_id, start FROM (
       SELECT coding.code_id, coding.document_id, coding.start_utf16 AS start, document.position,
         row_number() OVER (PARTITION BY coding.code_id ORDER BY document.position, document.id, coding.start_utf16) AS place
       FROM coding JOIN document ON document.id = coding.document_id)
     WHERE place = 1 ORDER BY position, document_id, start, code_id`,
  ),
  colours: db.prepare<[], { colour: number; shape: Shape }>('SELECT colour, shape FROM code ORDER BY id'),
}));

const writes = prepareOnce((db) => ({
  add: db.prepare<
    [
      {
        guid: string;
        parent: number | null;
        name: string;
        colour: number;
        shape: Shape;
        folder: number;
        brief: string;
        now: string;
      },
    ]
  >(
    `INSERT INTO code (guid, parent_id, position, name, colour, shape, is_folder, brief_definition, created_at, modified_at)
     VALUES (@guid, @parent, (SELECT coalesce(max(position) + 1, 0) FROM code WHERE parent_id IS @parent), @name,
       @colour, @shape, @folder, @brief, @now, @now)`,
  ),
  update: db.prepare<[CodeRow]>(
    `UPDATE code SET name = @name, colour = @colour, shape = @shape, is_folder = @is_folder,
       brief_definition = @brief_definition, full_definition = @full_definition, when_to_use = @when_to_use,
       when_not_to_use = @when_not_to_use, example = @example, modified_at = @modified_at WHERE id = @id`,
  ),
  place: db.prepare<[number | null, number, number]>(
    'UPDATE code SET parent_id = ?, position = ? WHERE id = ?',
  ),
  giveMemos: db.prepare<[number, number]>('UPDATE memo SET code_id = ? WHERE code_id = ?'),
  remove: db.prepare<[{ ids: string }]>('DELETE FROM code WHERE id IN (SELECT value FROM json_each(@ids))'),
}));

export interface NewCode {
  readonly parentId: number | null;
  readonly name: string;
  readonly colour: number;
  readonly shape: Shape;
  readonly isFolder: boolean;
  readonly briefDefinition: string;
}

/** Adds a code as the last of its siblings. */
export function addCode(db: Connection, code: NewCode, now: string): number {
  return Number(
    writes(db).add.run({
      guid: randomUUID(),
      parent: code.parentId,
      name: code.name,
      colour: code.colour,
      shape: code.shape,
      folder: code.isFolder ? 1 : 0,
      brief: code.briefDefinition,
      now,
    }).lastInsertRowid,
  );
}

export function updateCode(db: Connection, row: CodeRow): void {
  writes(db).update.run(row);
}

export function placeCode(db: Connection, codeId: number, parentId: number | null, position: number): void {
  writes(db).place.run(parentId, position, codeId);
}

/** Gives the memos of a code that goes to the one that stays. */
export function giveCodeMemos(db: Connection, fromCodeId: number, toCodeId: number): void {
  writes(db).giveMemos.run(toCodeId, fromCodeId);
}

/** Removes codes; the foreign keys take descendants, codings, mappings and memos along. */
export function removeCodes(db: Connection, codeIds: readonly number[]): void {
  writes(db).remove.run({ ids: JSON.stringify(codeIds) });
}
