import { randomUUID } from 'node:crypto';
import { prepareOnce, type Connection } from '../database/connection.ts';
import type { NameEntry } from '../text/name-forms.ts';

export const pseudonymReads = prepareOnce((db) => ({
  list: db.prepare<[], NameEntry>('SELECT id, kind, name, replacement FROM pseudonym ORDER BY id'),
  byId: db.prepare<[number], NameEntry>('SELECT id, kind, name, replacement FROM pseudonym WHERE id = ?'),
  byName: db.prepare<[string], NameEntry>('SELECT id, kind, name, replacement FROM pseudonym WHERE name = ?'),
}));

const writes = prepareOnce((db) => ({
  add: db.prepare<[string, string, string, string, string]>(
    'INSERT INTO pseudonym (guid, kind, name, replacement, created_at) VALUES (?, ?, ?, ?, ?)',
  ),
  update: db.prepare<[string, string, string, number]>(
    'UPDATE pseudonym SET kind = ?, name = ?, replacement = ? WHERE id = ?',
  ),
  remove: db.prepare<[number]>('DELETE FROM pseudonym WHERE id = ?'),
}));

export function addPseudonym(db: Connection, entry: Omit<NameEntry, 'id'>, now: string): number {
  return Number(
    writes(db).add.run(randomUUID(), entry.kind, entry.name, entry.replacement, now).lastInsertRowid,
  );
}

export function updatePseudonym(db: Connection, { id, kind, name, replacement }: NameEntry): void {
  writes(db).update.run(kind, name, replacement, id);
}

export function removePseudonym(db: Connection, pseudonymId: number): void {
  writes(db).remove.run(pseudonymId);
}
