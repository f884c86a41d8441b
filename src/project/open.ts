import { randomUUID } from 'node:crypto';
import { accessSync, constants, existsSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, extname, resolve } from 'node:path';
import { backUp, backupFolder, backupIsDue } from '../database/backup.ts';
import { changeJournal, openReadOnly, openWritable, type Connection } from '../database/connection.ts';
import { inspectHeader } from '../database/file-header.ts';
import { createHistoryTriggers } from '../database/history-triggers.ts';
import { acquireLock, isLock, lockHolder, type Lock } from '../database/lock.ts';
import { latestVersion, migrate, verifySchema } from '../database/migrate.ts';
import { placeWarning } from '../database/place.ts';
import { RepereError } from '../errors/codes.ts';
import { resumeErasure } from '../erasure/erase.ts';
import { sqliteProblem } from '../errors/describe.ts';
import type { CoreState } from '../host/state.ts';
import { ProjectSession } from './session.ts';
import { projectReads, projectWrites } from './store.ts';

export const PROJECT_EXTENSION = '.repere';

/** An absolute path with the program's extension when it has none. */
export function projectPath(path: string): string {
  const absolute = resolve(path);
  return extname(absolute) === '' ? `${absolute}${PROJECT_EXTENSION}` : absolute;
}

/** Makes a new project file and opens it. A file that is there already stays untouched (`project.exists`). */
export function createProject(core: CoreState, rawPath: string, name: string | undefined): ProjectSession {
  const path = projectPath(rawPath);
  if (existsSync(path)) throw new RepereError('project.exists', { path });
  const folder = dirname(path);
  if (!existsSync(folder)) throw new RepereError('project.folder-missing', { path: folder });
  try {
    const db = openWritable(path, 'delete');
    try {
      migrate(db, core.migrations, path);
      projectWrites(db).create.run(
        randomUUID(),
        name ?? basename(path, PROJECT_EXTENSION),
        new Date().toISOString(),
      );
    } finally {
      db.close();
    }
  } catch (error) {
    // A half-made project is of no use to anyone.
    for (const leftover of [path, `${path}-journal`, `${path}-wal`, `${path}-shm`])
      rmSync(leftover, { force: true });
    throw openError(error, path, '');
  }
  return openProject(core, path, false);
}

/**
 * Opens a project. The file is looked at before anything can change it; a newer, foreign, truncated or altered file
 * is refused and stays as it was. An older one is copied, then migrated.
 */
export function openProject(core: CoreState, rawPath: string, wantReadOnly: boolean): ProjectSession {
  const path = resolve(rawPath);
  const backups = backupFolder(core.options.dataDir, '');
  const { schemaVersion } = inspectHeader(path, backups);
  const latest = latestVersion(core.migrations);
  if (schemaVersion > latest)
    throw new RepereError('project.newer', { path, version: schemaVersion, known: latest });

  const fileReadOnly = !isWritable(path);
  const readOnly = wantReadOnly || fileReadOnly;
  if (readOnly && schemaVersion < latest) throw new RepereError('migration.read-only', { path });
  const lock = readOnly ? null : takeLock(path);
  let db: Connection | null = null;
  try {
    db = readOnly ? openReadOnly(path) : openWritable(path, 'delete');
    verifySchema(db, core.migrations, path);
    const project = projectReads(db).get.get();
    if (project === undefined) throw new RepereError('project.schema', { path, reason: 'project' });
    const place = placeWarning(path);
    if (!readOnly) prepareForWork(core, db, path, project.guid, schemaVersion < latest, place === null);
    const erasure = readOnly
      ? null
      : resumeErasure(db, { dataDir: core.options.dataDir, guid: project.guid, path });
    const warnings = [
      ...(erasure === null ? [] : [erasure]),
      ...(place === null ? [] : [place]),
      ...(readOnly ? [readOnlyReason(path, fileReadOnly)] : []),
    ];
    return new ProjectSession({
      path,
      guid: project.guid,
      writer: readOnly ? null : db,
      reader: readOnly ? db : openReadOnly(path),
      lock,
      warnings,
      coderName: core.options.coderName ?? core.settings.get().coderName,
    });
  } catch (error) {
    db?.close();
    lock?.release();
    throw openError(error, path, backups);
  }
}

/** Why nothing can be changed, as one of the warnings of `project.info`. */
function readOnlyReason(path: string, fileReadOnly: boolean): string {
  if (fileReadOnly) return 'file-read-only';
  return lockHolder(path) === null ? 'opened-read-only' : 'locked-elsewhere';
}

function prepareForWork(
  core: CoreState,
  db: Connection,
  path: string,
  guid: string,
  mustMigrate: boolean,
  walIsSafe: boolean,
): void {
  const folder = backupFolder(core.options.dataDir, guid);
  if (mustMigrate) {
    backUp(db, folder, path, 'migration');
    migrate(db, core.migrations, path);
  } else if (backupIsDue(folder, Date.now())) {
    backUp(db, folder, path, 'daily');
  }
  if (walIsSafe) changeJournal(db, 'wal');
  createHistoryTriggers(db);
}

function takeLock(path: string): Lock {
  const lock = acquireLock(path);
  if (isLock(lock)) return lock;
  throw new RepereError('project.locked', { path, user: lock.user, host: lock.host, since: lock.since });
}

function isWritable(path: string): boolean {
  try {
    // An administrator may write everything; the mode bits still say what the owner meant.
    if ((statSync(path).mode & 0o222) === 0) return false;
    accessSync(path, constants.W_OK);
    accessSync(dirname(path), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function openError(error: unknown, path: string, backups: string): unknown {
  if (error instanceof RepereError) return error;
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === 'SQLITE_NOTADB') return new RepereError('project.not-sqlite', { path }, { cause: error });
  if (code.startsWith('SQLITE_CORRUPT'))
    return new RepereError('project.damaged', { path, backups }, { cause: error });
  if (code === 'SQLITE_CANTOPEN' || code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new RepereError('project.permission', { path }, { cause: error });
  }
  return sqliteProblem(error) ?? error;
}
