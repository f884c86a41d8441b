// Measures: `npm run bench [-- NAME…]` runs the files of test/bench whose names hold one of the given words.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensure, note } from './ensure.mjs';
import { root } from './lib/places.mjs';
import { run } from './lib/run.mjs';

const folder = join(root, 'test', 'bench');
const words = process.argv.slice(2);
const files = (existsSync(folder) ? readdirSync(folder) : [])
  .filter((name) => name.endsWith('.bench.ts'))
  .filter((name) => words.length === 0 || words.some((word) => name.includes(word)))
  .sort();
if (files.length === 0) {
  note('There is no such benchmark in test/bench.');
  process.exitCode = 1;
} else {
  const node = await ensure({ build: false });
  for (const name of files) {
    const { code } = await run(node, [join(folder, name)], { cwd: root });
    if (code !== 0) process.exitCode = 1;
  }
}
