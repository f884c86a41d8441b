import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { randomUUID } from 'node:crypto';

/** Who has a project open. */
export interface LockHolder {
  readonly user: string;
  readonly host: string;
  readonly pid: number;
  readonly since: string;
  readonly token: string;
}

export interface Lock {
  readonly holder: LockHolder;
  release(): void;
}

/** The lock file stands beside the project, so that everyone who sees the project sees it: `.~lock.NAME.repere#`. */
export function lockPath(projectPath: string): string {
  return join(dirname(projectPath), `.~lock.${basename(projectPath)}#`);
}

/**
 * Takes the lock, or answers who has it. A lock left by a dead process of this machine is taken over.
 * Throws the system's error where the folder cannot be written.
 */
export function acquireLock(projectPath: string): Lock | LockHolder {
  const path = lockPath(projectPath);
  const holder: LockHolder = {
    user: userName(),
    host: hostname(),
    pid: process.pid,
    since: new Date().toISOString(),
    token: randomUUID(),
  };
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, JSON.stringify(holder), { flag: 'wx' });
      // Whoever may open the project must see that it is open.
      chmodSync(path, statSync(projectPath).mode & 0o666);
      return { holder, release: () => releaseLock(path, holder.token) };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const other = lockHolder(projectPath);
    if (other !== null) return other;
    rmSync(path, { force: true });
  }
  return readLock(path) ?? holder;
}

/** Who has the project open now, as far as can be known; `null` when nobody, or a process that died. */
export function lockHolder(projectPath: string): LockHolder | null {
  const holder = readLock(lockPath(projectPath));
  return holder !== null && isAlive(holder) ? holder : null;
}

export function isLock(value: Lock | LockHolder): value is Lock {
  return 'release' in value;
}

function releaseLock(path: string, token: string): void {
  if (readLock(path)?.token === token) rmSync(path, { force: true });
}

function readLock(path: string): LockHolder | null {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isHolder(value) ? value : null;
  } catch {
    // Gone meanwhile, or half written by a process that died: nobody's.
    return null;
  }
}

function isHolder(value: unknown): value is LockHolder {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['user', 'host', 'since', 'token'].every((key) => typeof Reflect.get(value, key) === 'string') &&
    typeof Reflect.get(value, 'pid') === 'number'
  );
}

/** Of another machine we cannot know: it counts as alive. */
function isAlive(holder: LockHolder): boolean {
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // Some containers have no entry for the user.
    return '?';
  }
}
