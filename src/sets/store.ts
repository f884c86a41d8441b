import { randomUUID } from 'node:crypto';
import { prepareOnce, type Connection } from '../database/connection.ts';
import type { SetKind } from './contract.ts';

export interface SetRow {
  readonly id: number;
  readonly guid: string;
  readonly kind: SetKind;
  readonly name: string;
}

/** The column that a member of each kind stands in, and the table it is a row of. */
const COLUMN = { codes: 'code_id', documents: 'document_id', participants: 'participant_id' } as const;
const TABLE = { codes: 'code', documents: 'document', participants: 'participant' } as const;

const perKind = <T>(make: (kind: SetKind) => T): Readonly<Record<SetKind, T>> => ({
  codes: make('codes'),
  documents: make('documents'),
  participants: make('participants'),
});

export const setReads = prepareOnce((db) => ({
  list: db.prepare<[], SetRow>('SELECT * FROM named_set ORDER BY kind, name, id'),
  byId: db.prepare<[number], SetRow>('SELECT * FROM named_set WHERE id = ?'),
  members: db.prepare<[], { set_id: number; member_id: number }>(
    `SELECT named_set_id AS set_id, coalesce(code_id, document_id, participant_id) AS member_id
     FROM named_set_member ORDER BY id`,
  ),
  /** Of a list of ids, those that are there. */
  known: perKind((kind) =>
    db
      .prepare<[string], number>(`SELECT id FROM ${TABLE[kind]} WHERE id IN (SELECT value FROM json_each(?))`)
      .pluck(),
  ),
}));

const writes = prepareOnce((db) => ({
  add: db.prepare<[string, SetKind, string]>('INSERT INTO named_set (guid, kind, name) VALUES (?, ?, ?)'),
  rename: db.prepare<[string, number]>('UPDATE named_set SET name = ? WHERE id = ?'),
  remove: db.prepare<[number]>('DELETE FROM named_set WHERE id = ?'),
  addMembers: perKind((kind) =>
    db.prepare<[{ set: number; ids: string }]>(
      `INSERT INTO named_set_member (named_set_id, ${COLUMN[kind]})
       SELECT DISTINCT @set, value FROM json_each(@ids)
       WHERE value NOT IN (SELECT ${COLUMN[kind]} FROM named_set_member WHERE named_set_id = @set)`,
    ),
  ),
  keepMembers: perKind((kind) =>
    db.prepare<[{ set: number; ids: string }]>(
      `DELETE FROM named_set_member
       WHERE named_set_id = @set AND ${COLUMN[kind]} NOT IN (SELECT value FROM json_each(@ids))`,
    ),
  ),
  replaceCode: db.prepare<[{ from: number; into: number }]>(
    `UPDATE named_set_member SET code_id = @into WHERE code_id = @from AND named_set_id NOT IN
       (SELECT named_set_id FROM named_set_member WHERE code_id = @into)`,
  ),
}));

export function addSet(db: Connection, kind: SetKind, name: string): number {
  return Number(writes(db).add.run(randomUUID(), kind, name).lastInsertRowid);
}

export function renameSet(db: Connection, setId: number, name: string): void {
  writes(db).rename.run(name, setId);
}

export function removeSet(db: Connection, setId: number): void {
  writes(db).remove.run(setId);
}

/** Makes the members of a set exactly these; those that stay are left alone. */
export function setMembers(
  db: Connection,
  set: Pick<SetRow, 'id' | 'kind'>,
  memberIds: readonly number[],
): void {
  const values = { set: set.id, ids: JSON.stringify(memberIds) };
  writes(db).keepMembers[set.kind].run(values);
  writes(db).addMembers[set.kind].run(values);
}

/** Where a code that goes stood in a set, the one that it went into stands from then on. */
export function replaceCodeInSets(db: Connection, fromCodeId: number, intoCodeId: number): void {
  writes(db).replaceCode.run({ from: fromCodeId, into: intoCodeId });
}
