import { dirname } from 'node:path';
import { openReadOnly, openWritable } from '../database/connection.ts';
import { assertWhole, inspectHeader, sideFiles } from '../database/file-header.ts';
import { acquireLock, isLock, lockHolder } from '../database/lock.ts';
import { latestVersion, verifySchema } from '../database/migrate.ts';
import { placeWarning } from '../database/place.ts';
import { RepereError } from '../errors/codes.ts';
import type { CoreState } from '../host/state.ts';
import { isWritable, isWritableFolder } from './file-path.ts';
import { privateCopy, type PrivateCopy } from './private-copy.ts';
import { ProjectSession } from './session.ts';
import { projectReads } from './store.ts';

/**
 * Opens a project for reading. What stands in side files is put into the file first where that can be done and nobody
 * works on it; a file that nothing can be written beside, or of an older version, is read from a private copy.
 */
export function openForReading(
  core: CoreState,
  path: string,
  backups: string,
  reason: string | null,
): ProjectSession {
  const { dataDir } = core.options;
  settle(path, dataDir);
  const header = inspectHeader(path, backups);
  const left = sideFiles(path);
  if (left.length === 0) assertWhole(path, header, backups);
  const latest = latestVersion(core.migrations);
  if (header.schemaVersion > latest)
    throw new RepereError('project.newer', { path, version: header.schemaVersion, known: latest });
  const cannotStay = !isWritableFolder(dirname(path)) && (header.writeAhead || left.length > 0);
  const copy =
    header.schemaVersion < latest || cannotStay ? privateCopy(path, dataDir, core.migrations) : null;
  try {
    return readingSession(core, path, copy, reason ?? readOnlyReason(path));
  } catch (error) {
    copy?.remove();
    throw error;
  }
}

function readingSession(
  core: CoreState,
  path: string,
  copy: PrivateCopy | null,
  reason: string,
): ProjectSession {
  const db = openReadOnly(copy?.path ?? path);
  try {
    verifySchema(db, core.migrations, path);
    const project = projectReads(db).get.get();
    if (project === undefined) throw new RepereError('project.schema', { path, reason: 'project' });
    const place = placeWarning(path);
    return new ProjectSession({
      path,
      guid: project.guid,
      writer: null,
      reader: db,
      lock: null,
      warnings: [...(place === null ? [] : [place]), reason],
      coderName: core.options.coderName ?? core.settings.get().coderName,
      onLoss: () => undefined,
      onClosed: () => {
        copy?.remove();
        // Whoever wrote may have gone meanwhile, and left its last commands to the last one who reads.
        if (copy === null) settle(path, core.options.dataDir);
      },
    });
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Why nothing can be changed, as one of the warnings of `project.info`. */
function readOnlyReason(path: string): string {
  if (!isWritable(path)) return 'file-read-only';
  return lockHolder(path) === null ? 'opened-read-only' : 'locked-elsewhere';
}

/**
 * Puts what a process left in side files into the file itself, so that it is one file again. Nothing happens while
 * somebody works on it, or where it cannot be done: then reading goes through the side files, as SQLite does.
 */
export function settle(path: string, dataDir: string): void {
  if (sideFiles(path).length === 0 || !isWritable(path)) return;
  try {
    const lock = acquireLock(path, dataDir);
    if (!isLock(lock)) return;
    try {
      openWritable(path, 'delete').close();
    } finally {
      lock.release();
    }
  } catch {
    // A full disk, or a damaged file: whoever opens it is told.
  }
}
