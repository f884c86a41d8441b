// The command line. Notes about installing and building go to stderr, so that stdout is the command's alone.
import { join } from 'node:path';
import { ensure } from './ensure.mjs';
import { callerDir, distDir } from './lib/places.mjs';
import { become } from './lib/run.mjs';

const node = await ensure({ build: true });
const { code } = await become(node, [join(distDir, 'node', 'cli.js'), ...process.argv.slice(2)], {
  cwd: callerDir('repere'),
});
process.exitCode = code;
