import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.mjs';

const INSTALL_MS = 5 * 60_000;

/**
 * The program that tells, and stops, a process at its system calls; `null` where there is none or where it may not.
 * `REPERE_STRACE` goes first; empty, it stands for none.
 * @param {{ platform?: string, env?: NodeJS.ProcessEnv }} [machine]
 * @returns {string | null}
 */
export function findStrace({ platform = process.platform, env = process.env } = {}) {
  if (platform !== 'linux') return null;
  const chosen = env['REPERE_STRACE'];
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = chosen === undefined ? folders.map((folder) => join(folder, 'strace')) : [chosen];
  return candidates.find((path) => path !== '' && existsSync(path) && works(path)) ?? null;
}

/**
 * Finds it, and installs it on Debian for root.
 * @param {(line: string) => void} log
 * @returns {Promise<string | null>}
 */
export async function ensureStrace(log) {
  const found = findStrace();
  if (found !== null || process.env['REPERE_STRACE'] !== undefined || !canInstall()) return found;
  log('Installing strace for the tests that kill a process at a write (once)…');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const packages = ['install', '-y', '--no-install-recommends', 'strace'];
  let ran = await run('apt-get', packages, { env, output: 'collect', timeoutMs: INSTALL_MS });
  if (ran.code !== 0) {
    await run('apt-get', ['update'], { env, output: 'collect', timeoutMs: INSTALL_MS });
    ran = await run('apt-get', packages, { env, output: 'collect', timeoutMs: INSTALL_MS });
  }
  if (ran.code !== 0) log(ran.output);
  return findStrace();
}

/** Some containers forbid to look into another process. @param {string} path */
function works(path) {
  const tried = spawnSync(path, ['-f', '-e', 'trace=none', 'true'], { stdio: 'ignore', timeout: 10_000 });
  return tried.status === 0;
}

function canInstall() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return false;
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return /^ID=debian$/mu.test(release);
}
