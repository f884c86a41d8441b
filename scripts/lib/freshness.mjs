import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { distDir, root } from './places.mjs';

/** Everything that what is built depends on; folders with all they hold. */
const SOURCES = [
  'src',
  'electron',
  'renderer',
  'help',
  'scripts/build.mjs',
  'scripts/lib/bundles.mjs',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
];

/** Where a build leaves the fingerprint of its sources. */
export const STAMP = 'sources.txt';

/**
 * One short text that changes when any source does. Sizes and times are enough, and quick.
 * @param {string} [folder] the repository
 * @returns {string}
 */
export function fingerprint(folder = root) {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((source) => filesOf(folder, source))) {
    const { size, mtimeMs } = statSync(join(folder, file));
    hash.update(`${file}\n${size}\n${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/**
 * Whether what is built was made from the sources as they are.
 * @param {string} [print] of the sources
 * @param {string} [dist]
 */
export function isBuilt(print = fingerprint(), dist = distDir) {
  const stamp = join(dist, STAMP);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === print;
}

/**
 * @param {string} folder
 * @param {string} path
 * @returns {string[]} sorted, so that the order of a disk does not matter
 */
function filesOf(folder, path) {
  const whole = join(folder, path);
  if (!existsSync(whole)) return [];
  if (!statSync(whole).isDirectory()) return [path];
  return readdirSync(whole)
    .sort()
    .flatMap((name) => filesOf(folder, `${path}/${name}`));
}
