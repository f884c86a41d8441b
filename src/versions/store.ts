import { randomUUID } from 'node:crypto';
import { prepareOnce, type Connection } from '../database/connection.ts';
import type { CodebookVersion } from './contract.ts';

export interface VersionRow {
  readonly id: number;
  readonly guid: string;
  readonly name: string;
  readonly reason: CodebookVersion['reason'];
  readonly subject: string;
  readonly coder_name: string;
  readonly created_at: string;
  readonly codes: number;
}

/** What a version holds that a person wrote. */
export interface VersionTexts {
  readonly name: string;
  readonly subject: string;
  readonly snapshot: string;
}

export interface LineageRow {
  readonly kind: 'merge' | 'split';
  readonly fromGuid: string;
  readonly intoGuid: string;
}

const VERSION = `SELECT codebook_version.id, codebook_version.guid, codebook_version.name, reason, subject,
  coder.name AS coder_name, codebook_version.created_at, json_array_length(snapshot, '$.codes') AS codes
  FROM codebook_version JOIN coder ON coder.id = codebook_version.coder_id`;

export const versionReads = prepareOnce((db) => ({
  list: db.prepare<[], VersionRow>(`${VERSION} ORDER BY codebook_version.id DESC`),
  byId: db.prepare<[number], VersionRow>(`${VERSION} WHERE codebook_version.id = ?`),
  snapshotOf: db.prepare<[number], string>('SELECT snapshot FROM codebook_version WHERE id = ?').pluck(),
  newestSnapshot: db
    .prepare<[], string>('SELECT snapshot FROM codebook_version ORDER BY id DESC LIMIT 1')
    .pluck(),
  texts: db.prepare<[], VersionTexts & { readonly id: number }>(
    'SELECT id, name, subject, snapshot FROM codebook_version',
  ),
  lineage: db.prepare<[], LineageRow>(
    'SELECT kind, from_guid AS fromGuid, into_guid AS intoGuid FROM code_lineage ORDER BY id',
  ),
}));

const writes = prepareOnce((db) => ({
  add: db.prepare<[string, string, string, string, number, string, string]>(
    `INSERT INTO codebook_version (guid, name, reason, subject, coder_id, created_at, snapshot)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ),
  rename: db.prepare<[string, number]>('UPDATE codebook_version SET name = ? WHERE id = ?'),
  setTexts: db.prepare<[string, string, string, number]>(
    'UPDATE codebook_version SET name = ?, subject = ?, snapshot = ? WHERE id = ?',
  ),
  remove: db.prepare<[number]>('DELETE FROM codebook_version WHERE id = ?'),
  addLineage: db.prepare<['merge' | 'split', string, string, string]>(
    'INSERT INTO code_lineage (kind, from_guid, into_guid, at) VALUES (?, ?, ?, ?)',
  ),
}));

export interface NewVersion {
  readonly name: string;
  readonly reason: CodebookVersion['reason'];
  readonly subject: string;
  readonly coderId: number;
  readonly snapshot: string;
}

export function addVersion(db: Connection, version: NewVersion, now: string): number {
  const { name, reason, subject, coderId, snapshot } = version;
  return Number(
    writes(db).add.run(randomUUID(), name, reason, subject, coderId, now, snapshot).lastInsertRowid,
  );
}

export function renameVersion(db: Connection, versionId: number, name: string): void {
  writes(db).rename.run(name, versionId);
}

export function removeVersion(db: Connection, versionId: number): void {
  writes(db).remove.run(versionId);
}

export function setVersionTexts(db: Connection, versionId: number, texts: VersionTexts): void {
  writes(db).setTexts.run(texts.name, texts.subject, texts.snapshot, versionId);
}

/** Notes what became of a code. */
export function addLineage(
  db: Connection,
  kind: 'merge' | 'split',
  fromGuid: string,
  intoGuid: string,
  now: string,
): void {
  writes(db).addLineage.run(kind, fromGuid, intoGuid, now);
}
