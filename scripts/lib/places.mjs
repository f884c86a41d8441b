import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository (the one that holds package.json). */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The folder that everything built goes into. */
export const distDir = join(root, 'dist');

/** Notes of these scripts that may be lost at any time; git does not see them. */
export const cacheDir = join(root, 'node_modules', '.repere');

const place = createHash('sha256').update(root).digest('hex').slice(0, 16);

/** Outside `node_modules`, since installing removes that folder while the lock is held; one for each user. */
export const lockDir = join(tmpdir(), `repere-${process.getuid?.() ?? 'user'}-${place}`);

/**
 * Where relative paths on the command line start: `npm run` moves into the package's folder and says in
 * `INIT_CWD` where the person was.
 * @param {string} script the npm script that this entry is
 * @param {NodeJS.ProcessEnv} env
 * @param {string} cwd
 * @returns {string}
 */
export function callerDir(script, env = process.env, cwd = process.cwd()) {
  const moved = env['npm_lifecycle_event'] === script && cwd === root;
  return moved ? (env['INIT_CWD'] ?? cwd) : cwd;
}
