import { existsSync, statSync } from 'node:fs';
import { copyBeforeMigration, copyNow } from '../backups/keep.ts';
import type { Owner } from '../backups/folder.ts';
import { backupPlace, isBackupCopy } from '../backups/places.ts';
import { finishRestore } from '../backups/restore.ts';
import { changeJournal, openReadOnly, openWritable, type Connection } from '../database/connection.ts';
import { assertWhole, inspectHeader, sideFiles, type FileHeader } from '../database/file-header.ts';
import { createHistoryTriggers } from '../database/history-triggers.ts';
import { acquireLock, isLock, type Lock } from '../database/lock.ts';
import { latestVersion, migrate, schemaVersion, verifySchema } from '../database/migrate.ts';
import { placeWarning, realPath } from '../database/place.ts';
import { quickCheck } from '../database/quick-check.ts';
import { RepereError } from '../errors/codes.ts';
import type { CoreState } from '../host/state.ts';
import { assertNameFits, isWritable } from './file-path.ts';
import { cannotBeWritten, openError } from './open-error.ts';
import { openForReading } from './open-reading.ts';
import { ProjectSession } from './session.ts';
import { projectReads } from './store.ts';

export interface OpenOptions {
  readonly readOnly?: boolean;
  /** Take the lock from whoever has it: the person was asked. */
  readonly takeOver?: boolean;
}

/**
 * Opens a project. The file is looked at before anything can change it; a newer, foreign, truncated or altered file
 * is refused and stays as it was. What a process that died left in side files is put back by SQLite before the file is
 * judged. An older one is copied, then migrated. Where nothing can be written it is opened for reading, and says why.
 */
export function openProject(core: CoreState, rawPath: string, options: OpenOptions = {}): ProjectSession {
  const path = realPath(rawPath);
  const backups = backupPlace(core);
  try {
    resumeRestore(core, path);
    const header = inspectHeader(path, backups);
    const latest = latestVersion(core.migrations);
    if (header.schemaVersion > latest)
      throw new RepereError('project.newer', { path, version: header.schemaVersion, known: latest });
    // Nothing stands beside it that could complete it.
    if (sideFiles(path).length === 0) assertWhole(path, header, backups);
    const isBackup = isBackupCopy(core, path);
    if (options.readOnly === true || isBackup || !isWritable(path))
      return openForReading(core, path, backups, isBackup ? 'opened-backup' : null);
    assertNameFits(path);
    return openOrRead(core, path, backups, {
      takeOver: options.takeOver === true,
      copied: header.writeAhead && !existsSync(`${path}-wal`),
    });
  } catch (error) {
    throw openError(error, path, backups);
  }
}

/** A copy that was being taken back here when the program ended is in its place now, or it was never begun. */
function resumeRestore(core: CoreState, path: string): void {
  try {
    finishRestore(path, core.options.dataDir);
  } catch {
    // A folder that cannot be written: what is there, or is not, is told as ever.
  }
}

/** What is in hand when the file is gone goes to the backups, before anybody decides anything. */
function rescue(core: CoreState, session: ProjectSession): void {
  // Where other bytes were put into the file, pages of both would make something that never was.
  if (!session.isIntact) return;
  try {
    copyNow(core, session, 'manual');
    session.warn('replaced-kept');
  } catch {
    // The pages that are left make no whole, or there is no room: the person is told that nothing is saved any more.
  }
}

interface Circumstances {
  readonly takeOver: boolean;
  /** Left in the middle of work, without the side file of that work: somebody copied the one file. */
  readonly copied: boolean;
}

function openOrRead(
  core: CoreState,
  path: string,
  backups: string,
  circumstances: Circumstances,
): ProjectSession {
  try {
    return openForWork(core, path, backups, circumstances);
  } catch (error) {
    const reason = cannotBeWritten(error);
    if (reason === null) throw error;
    return openForReading(core, path, backups, reason);
  }
}

function openForWork(
  core: CoreState,
  path: string,
  backups: string,
  { takeOver, copied }: Circumstances,
): ProjectSession {
  const lock = takeLock(path, core.options.dataDir, takeOver);
  let db: Connection | null = null;
  try {
    recoverUnderOtherName(path, lock);
    db = openWritable(path, 'delete');
    if (sideFiles(path).length === 0) assertWhole(path, measured(db, path), backups);
    verifySchema(db, core.migrations, path);
    quickCheck(db, path, backups);
    const project = projectReads(db).get.get();
    if (project === undefined) throw new RepereError('project.schema', { path, reason: 'project' });
    const place = placeWarning(path);
    prepareForWork(core, db, { path, ...project }, place === null);
    return new ProjectSession({
      path,
      guid: project.guid,
      writer: db,
      reader: openReadOnly(path),
      lock,
      warnings: [...(place === null ? [] : [place]), ...(copied ? ['copied-while-open'] : [])],
      coderName: core.options.coderName ?? core.settings.get().coderName,
      idleMs: core.options.idleMs,
      onLoss: (session, loss) => {
        if (loss === 'replaced') rescue(core, session);
        if (core.session === session) core.emit({ type: 'project', path: session.path });
      },
      onClosed: () => undefined,
    });
  } catch (error) {
    db?.close();
    lock.release();
    throw error;
  }
}

/** Asked of SQLite: to look into a file that it has open would, at the closing, give back its locks. */
function measured(db: Connection, path: string): Pick<FileHeader, 'bytes' | 'expectedBytes'> {
  const [pages, size] = ['page_count', 'page_size'].map((name) => Number(db.pragma(name, { simple: true })));
  return { bytes: statSync(path).size, expectedBytes: (pages ?? 0) * (size ?? 0) };
}

/** A process that died may have had the file open under another name, and left its side files there. */
function recoverUnderOtherName(path: string, { otherName }: Lock): void {
  if (otherName === null || sideFiles(otherName).length === 0) return;
  const numbers = [path, otherName].map((each) => {
    const stats = statSync(each, { bigint: true, throwIfNoEntry: false });
    return stats === undefined ? each : `${stats.dev}-${stats.ino}`;
  });
  if (numbers[0] === numbers[1]) openWritable(otherName, 'delete').close();
}

function prepareForWork(core: CoreState, db: Connection, project: Owner, walIsSafe: boolean): void {
  // Asked of SQLite, not of the file's first bytes: those may be of a migration that never ended.
  if (schemaVersion(db) !== latestVersion(core.migrations)) {
    copyBeforeMigration(core, db, project);
    migrate(db, core.migrations, project.path);
  }
  if (walIsSafe) changeJournal(db, 'wal');
  createHistoryTriggers(db);
}

function takeLock(path: string, dataDir: string, force: boolean): Lock {
  const lock = acquireLock(path, dataDir, force);
  if (isLock(lock)) return lock;
  throw new RepereError('project.locked', {
    path,
    user: lock.user,
    host: lock.host,
    since: lock.since,
    pid: lock.pid,
  });
}
