import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { cacheDir, root } from './places.mjs';
import { run } from './run.mjs';

/** Long enough for some 110 MB over a slow line. */
const FETCH_MS = 5 * 60_000;
/** When its source does not answer, only a copy kept from earlier can help, and that is quick. */
const UNREACHABLE_MS = 30_000;
const PROBE_MS = 3_000;
const FAILED_FILE = join(cacheDir, 'electron-failed.txt');

/** @typedef {'no-display' | 'root' | 'no-binary' | 'ended'} Obstacle why the desktop shell cannot be used */

/**
 * What keeps Electron from showing a window here, whether or not it is installed.
 * @param {{ platform?: string, env?: NodeJS.ProcessEnv, uid?: number }} [machine]
 * @returns {Obstacle | null}
 */
export function obstacle({
  platform = process.platform,
  env = process.env,
  uid = process.getuid?.() ?? -1,
} = {}) {
  if (platform !== 'linux') return null;
  if (!env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return 'no-display';
  // Its sandbox does not work for root, and without the sandbox it shall not run.
  return uid === 0 ? 'root' : null;
}

/**
 * Electron's program where it is installed, else `null`. Never fetches it.
 * @param {string} [folder] the repository
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | null}
 */
export function installedElectron(folder = root, env = process.env) {
  const home = join(folder, 'node_modules', 'electron');
  const pathFile = join(home, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron';
  const program = join(env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(home, 'dist'), name);
  return existsSync(program) ? program : null;
}

/**
 * Tries to get Electron's program, within a time limit; when it failed, again after a day.
 * @param {{ node: string, force: boolean, log: (line: string) => void, line: string, later: string, failed?: string }}
 * options `line` announces it, `later` says that it failed and how it is tried again, `failed` is the file that
 * remembers the failure
 * @returns {Promise<string | null>}
 */
export async function fetchElectron({ node, force, log, line, later, failed = FAILED_FILE }) {
  if (failedLately(failed) && !force) {
    log(later);
    return null;
  }
  log(line);
  const timeoutMs = (await answers(sourceHost())) ? FETCH_MS : UNREACHABLE_MS;
  const script = join(root, 'node_modules', 'electron', 'install.js');
  const ran = await run(node, [script], { cwd: root, output: 'collect', timeoutMs });
  const program = installedElectron();
  if (program === null) {
    mkdirSync(cacheDir, { recursive: true });
    writeFileSync(failed, ran.timedOut ? `no answer within ${timeoutMs / 1000} s\n` : ran.output);
    log(later);
  } else {
    rmSync(failed, { force: true });
  }
  return program;
}

/** How long a failed try counts, in milliseconds. */
const MOMENT_MS = 60_000;
const FAILED_MS = 24 * 60 * 60_000;

/**
 * Whether getting it failed within the last day. A time to come is of a clock that was wrong; a file that was written
 * just now may be a moment ahead of the clock as it is read here.
 * @param {string} file @param {number} [now]
 */
export function failedLately(file, now = Date.now()) {
  const failedAt = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  return failedAt !== undefined && now - failedAt > -MOMENT_MS && now - failedAt < FAILED_MS;
}

/**
 * Where Electron's program would come from.
 * @param {NodeJS.ProcessEnv} [env]
 */
export function sourceHost(env = process.env) {
  const proxy = env['HTTPS_PROXY'] ?? env['https_proxy'];
  const mirror = env['ELECTRON_MIRROR'] ?? env['npm_config_electron_mirror'];
  const address = env['ELECTRON_GET_USE_PROXY'] ? (proxy ?? mirror) : mirror;
  const url = address !== undefined && URL.canParse(address) ? new URL(address) : null;
  if (url === null) return { host: 'github.com', port: 443 };
  return { host: url.hostname, port: Number(url.port || (url.protocol === 'http:' ? 80 : 443)) };
}

/** @param {{ host: string, port: number }} target @returns {Promise<boolean>} */
function answers(target) {
  return new Promise((done) => {
    const socket = connect({ ...target, timeout: PROBE_MS });
    /** @param {boolean} reached */
    const end = (reached) => {
      socket.destroy();
      done(reached);
    };
    socket.once('connect', () => end(true));
    socket.once('timeout', () => end(false));
    socket.once('error', () => end(false));
  });
}
