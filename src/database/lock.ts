import { createHash } from 'node:crypto';
import { mkdirSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { basename, dirname, join } from 'node:path';
import {
  holdsLockFile,
  lockState,
  newHolder,
  releaseLockFile,
  sweepBeside,
  takeLockFile,
  type LockHolder,
} from './lock-file.ts';

export type { LockHolder };

export interface Lock {
  readonly holder: LockHolder;
  /** The same file under another name, whose side files a dead process may have left there; `null` mostly. */
  readonly otherName: string | null;
  /** Whether nobody has taken it over meanwhile. */
  isHeld(): boolean;
  release(): void;
}

/** Names of files are this long at most, in bytes, on every system that the program runs on. */
const LONGEST_NAME = 255;

/** The lock file stands beside the project, so that everyone who sees the project sees it: `.~lock.NAME.repere#`. */
export function lockPath(projectPath: string): string {
  const name = `.~lock.${basename(projectPath)}#`;
  const fits = Buffer.byteLength(name) <= LONGEST_NAME;
  return join(dirname(projectPath), fits ? name : `.~lock.${digest(basename(projectPath))}.repere#`);
}

/**
 * Takes the lock of a project, or answers who has it. A lock whose process is gone is taken over; `force` takes over
 * any. Two names of one file (hard links) are one file on this machine: `dataDir` holds a lock by the file's own number.
 * Throws the system's error where the folder cannot be written.
 */
export function acquireLock(projectPath: string, dataDir: string, force = false): Lock | LockHolder {
  const holder = newHolder(projectPath, userName());
  const beside = lockPath(projectPath);
  const other = takeLockFile(beside, holder, force);
  if (other !== null) return other;
  const byNumber = numberLock(projectPath, dataDir);
  sweepBeside(beside);
  let otherName: string | null = null;
  if (byNumber !== null) {
    try {
      const before = lockState(byNumber);
      if (before.kind === 'dead') otherName = before.holder?.path ?? null;
      const sameFile = takeLockFile(byNumber, holder, force);
      if (sameFile !== null) {
        releaseLockFile(beside, holder.token);
        return sameFile;
      }
      sweepBeside(byNumber);
    } catch {
      // A data folder that cannot be written never hinders opening.
    }
  }
  return {
    holder,
    otherName: otherName === projectPath || otherName === '' ? null : otherName,
    isHeld: () => holdsLockFile(beside, holder.token),
    release: () => {
      releaseLockFile(beside, holder.token);
      if (byNumber !== null) releaseLockFile(byNumber, holder.token);
    },
  };
}

/** Who has the project open now, as far as can be known; `null` when nobody, or a process that died. */
export function lockHolder(projectPath: string): LockHolder | null {
  try {
    const state = lockState(lockPath(projectPath));
    return state.kind === 'held' ? state.holder : null;
  } catch {
    return null;
  }
}

export function isLock(value: Lock | LockHolder): value is Lock {
  return 'release' in value;
}

/** The lock by which a file is known whatever its name; `null` where there can be none. */
function numberLock(projectPath: string, dataDir: string): string | null {
  try {
    const { dev, ino } = statSync(projectPath, { bigint: true });
    const folder = join(dataDir, 'locks');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return join(folder, `${dev}-${ino}.lock`);
  } catch {
    return null;
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 24);
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // Some containers have no entry for the user.
    return '?';
  }
}
