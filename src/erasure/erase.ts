import type { ProjectBackups } from '../backups/renew.ts';
import { openWritable, type Connection } from '../database/connection.ts';
import { otherFilesOf } from './other-files.ts';
import {
  clearErasurePending,
  overwriteDeleted,
  pendingErasure,
  rewriteFile,
  setErasurePending,
} from './store.ts';

export interface ErasurePlace {
  readonly backups: ProjectBackups;
  /** Leaves the backups, which then hold what is taken out. */
  readonly keepBackups?: boolean;
}

export interface Finished {
  /** The new backup, and how many older ones went; `null` when the backups were to stay. */
  readonly backup: string | null;
  readonly backupsRemoved: number;
  /** Another program reads the file: the rest is done when the project is opened the next time. */
  readonly unfinished: boolean;
  /** Other files of the project beside it, which still hold what was taken out. */
  readonly otherFiles: string[];
}

/**
 * Takes something out for good: `work` removes the rows in one transaction, which also says in the file that this was
 * begun; then the file is written anew and the backups are replaced. Whatever ends it half-way, the next opening goes on.
 */
export function erase<T>(
  db: Connection,
  place: ErasurePlace,
  work: () => T,
  onRemoved: () => void = () => {},
): { readonly done: T; readonly finished: Finished } {
  overwriteDeleted(db);
  const done = db
    .transaction(() => {
      const result = work();
      setErasurePending(db, place.keepBackups !== true);
      return result;
    })
    .immediate();
  onRemoved();
  return { done, finished: finishErasure(db, place) };
}

/** Goes on with what was interrupted; answers what is to be said of it, `null` when nothing was. */
export function resumeErasure(db: Connection, place: ErasurePlace): ErasureWarning | null {
  const pending = pendingErasure(db);
  if (pending === null) return null;
  try {
    overwriteDeleted(db);
    return finishErasure(db, { ...place, keepBackups: !pending.backups }).unfinished
      ? 'erasure-pending'
      : 'erasure-resumed';
  } catch {
    // A full disk or a folder that cannot be written must not keep a person from their work: it is tried again.
    return 'erasure-pending';
  }
}

/** Warnings of an opened project: what was begun is finished now, or still waits. */
export type ErasureWarning = 'erasure-resumed' | 'erasure-pending';

/** What can be done twice: the file anew, one new backup in the place of all, and then the sign in the file goes. */
function finishErasure(db: Connection, { backups, keepBackups }: ErasurePlace): Finished {
  const rewritten = rewriteFile(db);
  const renewed = keepBackups === true ? { backup: null, backupsRemoved: 0 } : backups.renew();
  if (renewed.backup !== null) finishCopy(renewed.backup);
  if (rewritten) clearErasurePending(db);
  return { ...renewed, unfinished: !rewritten, otherFiles: otherFilesOf(db) };
}

/** The copy is whole and clean: whoever opens it has nothing to go on with. */
function finishCopy(backup: string): void {
  const copy = openWritable(backup, 'delete');
  try {
    clearErasurePending(copy);
  } finally {
    copy.close();
  }
}
