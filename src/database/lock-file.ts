import { createHash, randomUUID } from 'node:crypto';
import {
  chmodSync,
  linkSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { freshPath, sweepFresh } from './fresh-file.ts';
import { isOfThisMachine, isRunning, thisProcess, type ProcessIdentity } from './process-identity.ts';

/** Who holds a lock. */
export interface LockHolder extends ProcessIdentity {
  readonly user: string;
  readonly since: string;
  /** Different at every taking. */
  readonly token: string;
  /** The file that is locked, as its holder names it. */
  readonly path: string;
}

/** What a lock file says. */
export type LockState =
  | { readonly kind: 'free' }
  | { readonly kind: 'held'; readonly holder: LockHolder }
  /** Its holder is gone, or it cannot be read; `token` names this very lock, so that it is taken over once. */
  | { readonly kind: 'dead'; readonly holder: LockHolder | null; readonly token: string };

/** A lock that cannot be read is being written, unless it has been so for this long, in milliseconds. */
const WRITING_MS = 5_000;
/** So many dead locks in a row are taken over by guards of guards. */
const MOST_GUARDS = 4;
const ATTEMPTS = 40;
const PAUSE_MS = 5;

export function lockState(path: string): LockState {
  try {
    const holder = parseHolder(readFileSync(path, 'utf8'));
    if (holder !== null) {
      const gone = isOfThisMachine(holder) && !isRunning(holder);
      return gone ? { kind: 'dead', holder, token: holder.token } : { kind: 'held', holder };
    }
    const { ino, mtimeMs } = statSync(path);
    const age = Date.now() - mtimeMs;
    // A clock that was set back does not keep a broken lock for ever.
    if (age >= 0 && age < WRITING_MS) return { kind: 'held', holder: unknownHolder(path) };
    return { kind: 'dead', holder: null, token: `${ino}-${mtimeMs}` };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { kind: 'free' };
    throw error;
  }
}

/**
 * Takes a lock file, or answers who holds it. A dead one is taken over by exactly one of all that try: whoever makes
 * the guard that is named after that very dead lock may replace it, as long as it is still there.
 * `force` takes a living one too. Throws the system's error where the folder cannot be written; nothing is left then.
 */
export function takeLockFile(path: string, holder: LockHolder, force = false, depth = 0): LockHolder | null {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const state = lockState(path);
    if (state.kind === 'free') {
      if (createWhole(path, holder)) return null;
    } else if (state.kind === 'held' && !force) {
      return state.holder;
    } else {
      const token = state.kind === 'held' ? state.holder.token : state.token;
      if (replaceDead(path, token, holder, depth)) return null;
    }
    pause();
  }
  const state = lockState(path);
  return state.kind === 'held' ? state.holder : unknownHolder(path);
}

/**
 * Removes what processes that died while they took this lock left beside it. Only for whoever holds the lock: no guard
 * of an older one has a meaning any more.
 */
export function sweepBeside(path: string): void {
  const folder = dirname(path);
  sweepFresh(folder);
  try {
    for (const name of readdirSync(folder)) {
      const guard = join(folder, name);
      if (guard.startsWith(guardsOf(path)) && lockState(guard).kind === 'dead')
        rmSync(guard, { force: true });
    }
  } catch {
    // Tidying hinders nothing.
  }
}

/** Gives a lock back, if it is still the one that was taken. */
export function releaseLockFile(path: string, token: string): void {
  if (holdsLockFile(path, token)) rmSync(path, { force: true });
}

export function holdsLockFile(path: string, token: string): boolean {
  try {
    return parseHolder(readFileSync(path, 'utf8'))?.token === token;
  } catch {
    return false;
  }
}

/** A holder for this process. */
export function newHolder(path: string, user: string): LockHolder {
  return { ...thisProcess(), user, since: new Date().toISOString(), token: randomUUID(), path };
}

function replaceDead(path: string, token: string, holder: LockHolder, depth: number): boolean {
  if (depth >= MOST_GUARDS) return false;
  const guard = `${guardsOf(path)}${shortName(token)}`;
  if (takeLockFile(guard, { ...holder, path: guard }, false, depth + 1) !== null) return false;
  try {
    const now = lockState(path);
    const same =
      (now.kind === 'dead' && now.token === token) || (now.kind === 'held' && now.holder.token === token);
    if (!same) return false;
    const fresh = writeBeside(path, holder);
    renameSync(fresh, path);
    return true;
  } finally {
    releaseLockFile(guard, holder.token);
  }
}

/** Makes the file with its content in one move; `false` when somebody was first. */
function createWhole(path: string, holder: LockHolder): boolean {
  const fresh = writeBeside(path, holder);
  try {
    linkSync(fresh, path);
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') return false;
    // Memory sticks and some network drives know no links: there it is made, then filled.
    if (!['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'EINVAL', 'EACCES'].includes(code))
      throw error;
    return createThenFill(path, holder);
  } finally {
    rmSync(fresh, { force: true });
  }
}

function createThenFill(path: string, holder: LockHolder): boolean {
  try {
    writeFileSync(path, JSON.stringify(holder), { flag: 'wx', mode: 0o644 });
    showLikeProject(path, holder);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    rmSync(path, { force: true });
    throw error;
  }
}

function writeBeside(path: string, holder: LockHolder): string {
  const fresh = freshPath(dirname(path));
  try {
    writeFileSync(fresh, JSON.stringify(holder), { mode: 0o644 });
    showLikeProject(fresh, holder);
    return fresh;
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
}

/** Whoever may open the project must see that it is open, however private new files are otherwise. */
function showLikeProject(path: string, holder: LockHolder): void {
  const project = statSync(holder.path, { throwIfNoEntry: false });
  if (project !== undefined) chmodSync(path, project.mode & 0o666);
}

function parseHolder(text: string): LockHolder | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return null;
    const has = (key: string, type: string) => typeof Reflect.get(value, key) === type;
    if (!['user', 'host', 'since', 'token'].every((key) => has(key, 'string')) || !has('pid', 'number'))
      return null;
    const textOf = (key: string) => {
      const found: unknown = Reflect.get(value, key);
      return typeof found === 'string' ? found : null;
    };
    return {
      ...(value as Pick<LockHolder, 'user' | 'host' | 'since' | 'token' | 'pid'>),
      machine: textOf('machine'),
      start: textOf('start'),
      path: textOf('path') ?? '',
    };
  } catch {
    return null;
  }
}

function unknownHolder(path: string): LockHolder {
  return { pid: 0, host: '?', machine: null, start: null, user: '?', since: '', token: '', path };
}

/** A lock is taken in a moment; whoever meets another at it waits a little. */
function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS * (1 + Math.random()));
}

/** How the guards of a lock begin. */
function guardsOf(path: string): string {
  return join(dirname(path), `.~${shortName(basename(path))}-`);
}

function shortName(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
