// Measures: `npm run bench [-- NAME… [--OPTION …]]` runs the files of test/bench whose names hold one of the given words;
// options, such as --seed, go to them.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensure, note } from './ensure.mjs';
import { root } from './lib/places.mjs';
import { run } from './lib/run.mjs';

const folder = join(root, 'test', 'bench');
const given = process.argv.slice(2);
const firstOption = given.findIndex((word) => word.startsWith('-'));
const words = firstOption === -1 ? given : given.slice(0, firstOption);
const options = firstOption === -1 ? [] : given.slice(firstOption);
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
    const { code } = await run(node, [join(folder, name), ...options], { cwd: root });
    if (code !== 0) process.exitCode = 1;
  }
}
