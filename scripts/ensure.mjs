import { join } from 'node:path';
import { ensureDependencies } from './lib/dependencies.mjs';
import { isBuilt } from './lib/freshness.mjs';
import { root } from './lib/places.mjs';
import { run } from './lib/run.mjs';
import { findRuntime } from './lib/runtime.mjs';

/**
 * Sees to everything that a command of this repository needs: what npm installs, a runtime that is new enough, and
 * where asked for what is built. Uses Node's own modules only. Notes go to stderr; on failure it has said why.
 * @param {{ build: boolean }} needs
 * @returns {Promise<string>} the path of the runtime; ends the process with exit code 1 where there is none
 */
export async function ensure({ build }) {
  if (!(await ensureDependencies(note)))
    return stop('The dependencies could not be installed; npm says why above.');
  const runtime = findRuntime();
  if (runtime.problem !== null) return stop(runtime.problem);
  if (build && !isBuilt()) {
    const built = await run(runtime.node, [join(root, 'scripts', 'build.mjs'), '--if-needed'], {
      cwd: root,
      output: 'stderr',
    });
    if (built.code !== 0) return stop('The program could not be built; the lines above say why.');
  }
  return runtime.node;
}

/** @param {string} line */
export function note(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * @param {string} line
 * @returns {never}
 */
function stop(line) {
  note(line);
  process.exit(1);
}
