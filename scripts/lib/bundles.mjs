import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** What stays outside the bundles: native code, and what Electron brings itself. */
export const EXTERNAL = ['electron', 'better-sqlite3', '@napi-rs/canvas'];

/** Old enough for Node 20 to read the files, so that a runtime that is too old can still say so. */
const TARGET = 'node20';

/** Programs by the name of their file in `dist`. */
const ENTRIES = {
  'node/cli': 'src/cli/main.ts',
  'node/serve': 'src/host/serve.ts',
  'node/worker': 'src/host/worker.ts',
  'node/overseer': 'src/readers/overseer.ts',
  'node/reader': 'src/readers/reader.ts',
  'electron/main': 'electron/main.ts',
};

/** @typedef {import('vite').InlineConfig} InlineConfig */

/**
 * @param {string} root
 * @returns {{ present: Record<string, string>, missing: string[] }}
 */
export function entries(root) {
  const all = Object.entries(ENTRIES);
  return {
    present: Object.fromEntries(
      all.filter(([, file]) => existsSync(join(root, file))).map(([name, file]) => [name, join(root, file)]),
    ),
    missing: all.filter(([, file]) => !existsSync(join(root, file))).map(([, file]) => file),
  };
}

/**
 * The core and its doors for Node and for Electron's main process, as modules that share what they have in common.
 * @param {string} root
 * @param {string} outDir
 * @returns {InlineConfig}
 */
export function nodeBundles(root, outDir) {
  return {
    ...quiet(root),
    ssr: { noExternal: true, external: EXTERNAL, target: 'node' },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      target: TARGET,
      minify: false,
      rolldownOptions: {
        input: entries(root).present,
        external: EXTERNAL,
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'node/chunks/[name]-[hash].js',
        },
      },
    },
  };
}

/**
 * The bridge between a desktop window and its main process. Sandboxed, so it is one file, and CommonJS.
 * @param {string} root
 * @param {string} outDir
 * @returns {InlineConfig}
 */
export function preloadBundle(root, outDir) {
  return {
    ...quiet(root),
    ssr: { noExternal: true, external: ['electron'], target: 'node' },
    build: {
      ssr: join(root, 'electron/preload.ts'),
      outDir: join(outDir, 'electron'),
      emptyOutDir: false,
      target: TARGET,
      minify: false,
      rolldownOptions: {
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
      },
    },
  };
}

/**
 * The pages of the window; everything about them stands in `vite.config.ts`.
 * @param {string} root
 * @param {string} outDir
 * @returns {InlineConfig}
 */
export function rendererBundle(root, outDir) {
  return {
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: join(outDir, 'renderer'), emptyOutDir: true },
  };
}

/**
 * @param {string} root
 * @returns {InlineConfig}
 */
function quiet(root) {
  return { root, configFile: false, logLevel: 'warn', publicDir: false, envDir: false };
}
