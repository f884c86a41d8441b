import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { entries, nodeBundles, preloadBundle, rendererBundle } from './lib/bundles.mjs';
import { fingerprint, isBuilt, STAMP } from './lib/freshness.mjs';
import { withLock } from './lib/lock.mjs';
import { cacheDir, distDir, root } from './lib/places.mjs';

/** Builds everything beside, then puts it into place in one move: whoever runs meanwhile never sees half of it. */
async function buildAll() {
  const startedMs = Date.now();
  const print = fingerprint();
  const fresh = join(cacheDir, `build-${process.pid}`);
  try {
    mkdirSync(fresh, { recursive: true });
    await Promise.all(bundles(fresh).map((config) => build(config)));
    const cli = join(fresh, 'node', 'cli.js');
    if (existsSync(cli)) chmodSync(cli, 0o755);
    writeFileSync(join(fresh, STAMP), print);
    putIntoPlace(fresh);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  process.stderr.write(`Built in ${((Date.now() - startedMs) / 1000).toFixed(1)} s.\n`);
}

/** @param {string} outDir */
function bundles(outDir) {
  const { present, missing } = entries(root);
  for (const file of missing) process.stderr.write(`Left out of the build, since it is not there: ${file}\n`);
  const list = Object.keys(present).length > 0 ? [nodeBundles(root, outDir)] : [];
  if (existsSync(join(root, 'electron/preload.ts'))) list.push(preloadBundle(root, outDir));
  if (existsSync(join(root, 'vite.config.ts'))) list.push(rendererBundle(root, outDir));
  return list;
}

/** @param {string} fresh */
function putIntoPlace(fresh) {
  const old = join(cacheDir, `old-${process.pid}`);
  if (existsSync(distDir)) renameSync(distDir, old);
  renameSync(fresh, distDir);
  rmSync(old, { recursive: true, force: true });
}

const onlyWhenNeeded = process.argv.includes('--if-needed');
await withLock('build', async () => {
  if (onlyWhenNeeded && isBuilt()) return;
  await buildAll();
});
