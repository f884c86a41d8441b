import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './places.mjs';

/** The oldest Node-API level that the SQLite binary supports; see `src/runtime/guard.ts`. */
const NEEDED_NAPI = 10;

/**
 * The Node that came through npm for this platform, whether or not it is installed.
 * @param {string} [platform]
 * @param {string} [arch]
 * @param {string} [folder] the repository
 */
export function bundledNode(platform = process.platform, arch = process.arch, folder = root) {
  const os = platform === 'win32' ? 'win' : platform;
  return join(
    folder,
    'node_modules',
    `node-${os}-${arch}`,
    'bin',
    platform === 'win32' ? 'node.exe' : 'node',
  );
}

/**
 * The runtime that everything runs on: the one that came through npm where it starts, else the installed one.
 * @param {{ bundled?: string, current?: string, napi?: string, version?: string }} [found]
 * @returns {{ node: string, problem: null } | { node: null, problem: string }}
 */
export function findRuntime({
  bundled = bundledNode(),
  current = process.execPath,
  napi = process.versions['napi'] ?? '0',
  version = process.version,
} = {}) {
  if (current === bundled || (existsSync(bundled) && starts(bundled)))
    return { node: bundled, problem: null };
  if (Number(napi) >= NEEDED_NAPI) return { node: current, problem: null };
  return {
    node: null,
    problem:
      `Repère needs Node.js 22.14 or newer; this is ${version}, and npm has no newer one for ` +
      `${process.platform}-${process.arch}. Install a newer Node.js and run the command again. / ` +
      `Repère demande Node.js 22.14 ou plus récent ; ceci est ${version}, et npm n’en propose pas de plus récent ` +
      `pour ${process.platform}-${process.arch}. Installez un Node.js plus récent et relancez la commande.`,
  };
}

/** The binary is made for another C library on some systems. @param {string} node */
function starts(node) {
  return spawnSync(node, ['--version'], { stdio: 'ignore', timeout: 10_000 }).status === 0;
}
