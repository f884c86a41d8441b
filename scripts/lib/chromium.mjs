import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const WINDOWS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
const INSTALL_MS = 5 * 60_000;

/** How a person gets a browser that the tests can drive. */
export const HOW_TO_GET_CHROMIUM =
  'The end-to-end tests need Chromium, Chrome or Edge and found none. Install one (Debian, Ubuntu: ' +
  'sudo apt-get install chromium; macOS: Google Chrome; Windows: Edge is enough), or name its program in ' +
  'REPERE_CHROMIUM, and run npm test again.';

/**
 * The program of a Chromium on this machine, or `null`. `REPERE_CHROMIUM` goes first.
 * @param {{ platform?: string, env?: NodeJS.ProcessEnv }} [machine]
 * @returns {string | null}
 */
export function findChromium({ platform = process.platform, env = process.env } = {}) {
  return candidates(platform, env).find((path) => existsSync(path)) ?? null;
}

/**
 * @param {string} platform
 * @param {NodeJS.ProcessEnv} env
 * @returns {string[]}
 */
function candidates(platform, env) {
  const chosen = env['REPERE_CHROMIUM'];
  if (chosen) return [chosen];
  if (platform === 'darwin') return MAC;
  if (platform === 'win32') {
    const homes = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']];
    return homes.flatMap((home) => (home === undefined ? [] : WINDOWS.map((name) => join(home, name))));
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/**
 * Finds a Chromium, and installs one on Debian for root.
 * @param {(line: string) => void} log
 * @returns {Promise<string | null>}
 */
export async function ensureChromium(log) {
  const found = findChromium();
  if (found !== null || !canInstall()) return found;
  log('Installing Chromium for the end-to-end tests (once)…');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const packages = ['install', '-y', '--no-install-recommends', 'chromium'];
  let ran = await run('apt-get', packages, { env, output: 'collect', timeoutMs: INSTALL_MS });
  if (ran.code !== 0) {
    await run('apt-get', ['update'], { env, output: 'collect', timeoutMs: INSTALL_MS });
    ran = await run('apt-get', packages, { env, output: 'collect', timeoutMs: INSTALL_MS });
  }
  if (ran.code !== 0) log(ran.output);
  return findChromium();
}

function canInstall() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return false;
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return /^ID=debian$/mu.test(release);
}
