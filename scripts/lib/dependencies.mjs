import { existsSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { withLock } from './lock.mjs';
import { root } from './places.mjs';
import { run } from './run.mjs';

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {boolean} [optional]
 * @property {boolean} [devOptional]
 * @property {boolean} [link]
 */

/**
 * Why the dependencies must be installed, or `null` when all that the lock file names is there.
 * npm leaves a list of what it installed at the very end of its work: an install that broke off has none.
 * @param {string} [folder] the repository
 * @returns {string | null}
 */
export function installReason(folder = root) {
  const installedFile = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return 'the dependencies are not installed yet';
  const locked = packagesOf(join(folder, 'package-lock.json'));
  const installed = packagesOf(installedFile);
  for (const [path, wanted] of Object.entries(locked)) {
    if (path === '' || wanted.link === true) continue;
    const found = installed[path];
    // Left out on purpose: packages for other platforms.
    if (found === undefined && (wanted.optional === true || wanted.devOptional === true)) continue;
    if (found?.version !== wanted.version) return 'the dependencies have changed';
  }
  return null;
}

/**
 * Installs what the lock file names when it is not there already.
 * @param {(line: string) => void} log
 * @returns {Promise<boolean>} false when npm failed; it has said why
 */
export async function ensureDependencies(log) {
  if (installReason() === null) return true;
  return withLock(
    'install',
    async () => {
      const reason = installReason();
      if (reason === null) return true;
      log(`Installing: ${reason} (once, about a minute)…`);
      return install();
    },
    { onWait: () => log('Waiting for another install of this folder to end…') },
  );
}

async function install() {
  const command = usesOwnNode() ? 'install' : 'ci';
  const args = [command, '--no-audit', '--no-fund', '--loglevel=error'];
  const env = { ...process.env, npm_config_production: undefined, npm_config_omit: '', NODE_ENV: undefined };
  const npm = process.env['npm_execpath'];
  const ran =
    npm !== undefined && /\.c?js$/u.test(npm)
      ? await run(process.execPath, [npm, ...args], { cwd: root, env, output: 'stderr' })
      : process.platform === 'win32'
        ? await run('cmd.exe', ['/d', '/c', 'npm', ...args], { cwd: root, env, output: 'stderr' })
        : await run('npm', args, { cwd: root, env, output: 'stderr' });
  return ran.code === 0;
}

/** Windows cannot remove a program that runs, so the folder that holds this very runtime must stay. */
function usesOwnNode() {
  return process.platform === 'win32' && process.execPath.startsWith(join(root, 'node_modules') + sep);
}

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage>}
 */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}
