import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lockDir } from './places.mjs';

const POLL_MS = 150;
/** A lock this old is nobody's: no install and no build takes so long. */
const ABANDONED_MS = 15 * 60_000;

/**
 * Runs `work` while no other process of this repository runs work of the same name.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @param {{ dir?: string, onWait?: () => void }} [options]
 * @returns {Promise<T>}
 */
export async function withLock(name, work, { dir = lockDir, onWait } = {}) {
  mkdirSync(dir, { recursive: true });
  const file = join(dir, `${name}.lock`);
  let told = false;
  while (!take(file)) {
    if (isAbandoned(file)) {
      rmSync(file, { force: true });
      continue;
    }
    if (!told) onWait?.();
    told = true;
    await sleep(POLL_MS);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** @param {string} file */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (isNodeError(error) && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** @param {string} file */
function isAbandoned(file) {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    const ageMs = Date.now() - statSync(file).mtimeMs;
    // A file just made may not have its number yet.
    if (ageMs < 2_000 && !(pid > 0)) return false;
    return ageMs > ABANDONED_MS || !isAlive(pid);
  } catch {
    return false;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isNodeError(error) && error.code === 'EPERM';
  }
}

/**
 * @param {unknown} error
 * @returns {error is NodeJS.ErrnoException}
 */
function isNodeError(error) {
  return error instanceof Error && 'code' in error;
}
