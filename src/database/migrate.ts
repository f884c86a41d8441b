import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { RepereError } from '../errors/codes.ts';
import { APPLICATION_ID, type Connection } from './connection.ts';

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/** The numbered files of a folder, in order, without gaps: `0001_initial.sql` is version 1. */
export function loadMigrations(folder: string): readonly Migration[] {
  const migrations = readdirSync(folder)
    .filter((file) => /^\d{4}_[a-z0-9_]+\.sql$/u.test(file))
    .toSorted()
    .map((file) => ({
      version: Number(file.slice(0, 4)),
      name: file.slice(5, -4),
      sql: readFileSync(join(folder, file), 'utf8'),
    }));
  for (const [index, migration] of migrations.entries()) {
    if (migration.version !== index + 1) throw new Error(`migration ${index + 1} is missing in ${folder}`);
  }
  return migrations;
}

export function latestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0;
}

export function schemaVersion(db: Connection): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/**
 * Brings a file to the latest version, all steps in one transaction: it is wholly done or wholly undone.
 * A file that is newer than the program throws `project.newer`.
 */
export function migrate(db: Connection, migrations: readonly Migration[], path: string): void {
  const from = schemaVersion(db);
  const latest = latestVersion(migrations);
  if (from > latest) throw new RepereError('project.newer', { path, version: from, known: latest });
  if (from === latest) return;
  db.transaction(() => {
    for (const migration of migrations) {
      if (migration.version > from) db.exec(migration.sql);
    }
    db.pragma(`user_version = ${latest}`);
    db.pragma(`application_id = ${APPLICATION_ID}`);
  }).immediate();
}

interface SchemaEntry {
  readonly type: string;
  readonly name: string;
  readonly tbl_name: string;
  readonly sql: string | null;
}

/** Every row, those of SQLite's own names too: a name is no reason to trust what stands under it. */
const SCHEMA_QUERY =
  'SELECT type, name, tbl_name, sql FROM main.sqlite_schema ORDER BY type, name, tbl_name, sql';

/**
 * Compares a file's schema with what the migrations make at its version: exactly these tables and indexes, each once,
 * and nothing else. A file may come from anyone: a trigger, a view or an altered table in it is refused before any of
 * our statements meets it. Throws `project.schema`.
 */
export function verifySchema(db: Connection, migrations: readonly Migration[], path: string): void {
  const version = schemaVersion(db);
  const model = new Database(':memory:');
  try {
    for (const migration of migrations) if (migration.version <= version) model.exec(migration.sql);
    const expected = entries(model);
    const found = entries(db);
    const strange = found.find((entry, index) => entry.line !== expected[index]?.line);
    const missing = expected.find((entry, index) => entry.line !== found[index]?.line);
    if (strange === undefined && missing === undefined) return;
    const known = new Set(expected.map(({ line }) => line));
    const reason = found.find(({ line }) => !known.has(line)) ?? strange ?? missing;
    throw new RepereError('project.schema', { path, reason: reason?.name ?? '' });
  } finally {
    model.close();
  }
}

function entries(db: Connection): readonly { readonly name: string; readonly line: string }[] {
  return db
    .prepare<[], SchemaEntry>(SCHEMA_QUERY)
    .all()
    .map(({ type, name, tbl_name: table, sql }) => ({
      name: `${type} ${name}`,
      line: JSON.stringify([type, name, table, sql ?? '']),
    }));
}
