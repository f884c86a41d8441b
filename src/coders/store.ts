import { randomUUID } from 'node:crypto';
import { prepareOnce, type Connection } from '../database/connection.ts';

export interface CoderRow {
  readonly id: number;
  readonly guid: string;
  readonly name: string;
  readonly codings: number;
}

export const coderReads = prepareOnce((db) => ({
  list: db.prepare<[], CoderRow>(
    `SELECT id, guid, name, (SELECT count(*) FROM coding WHERE coder_id = coder.id) AS codings FROM coder ORDER BY id`,
  ),
  byId: db.prepare<[number], { id: number; name: string }>('SELECT id, name FROM coder WHERE id = ?'),
  byName: db.prepare<[string], number>('SELECT id FROM coder WHERE name = ?').pluck(),
}));

const writes = prepareOnce((db) => ({
  add: db.prepare<[string, string, string]>('INSERT INTO coder (guid, name, created_at) VALUES (?, ?, ?)'),
  rename: db.prepare<[string, number]>('UPDATE coder SET name = ? WHERE id = ?'),
}));

/** The coder of this name, made when missing. */
export function ensureCoder(db: Connection, name: string, now: string): number {
  return (
    coderReads(db).byName.get(name) ?? Number(writes(db).add.run(randomUUID(), name, now).lastInsertRowid)
  );
}

export function renameCoder(db: Connection, coderId: number, name: string): void {
  writes(db).rename.run(name, coderId);
}
