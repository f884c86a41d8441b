// Checks everything: `npm test`. With --fast, only what needs no build and no browser.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { ensure, note } from './ensure.mjs';
import { ensureChromium, HOW_TO_GET_CHROMIUM } from './lib/chromium.mjs';
import { cacheDir, root } from './lib/places.mjs';
import { run } from './lib/run.mjs';
import { afterAgain, countTests, filesOf, lastLine, sum } from './lib/vitest-report.mjs';

/** @typedef {import('./lib/vitest-report.mjs').Counts} Counts */

const CHECKS = [
  { name: 'type check of the core and the shells', args: ['typescript/bin/tsc', '-p', 'tsconfig.json'] },
  { name: 'type check of the window', args: ['typescript/bin/tsc', '-p', 'tsconfig.renderer.json'] },
  { name: 'type check of the end-to-end tests', args: ['typescript/bin/tsc', '-p', 'tsconfig.e2e.json'] },
  { name: 'lint', args: ['oxlint/bin/oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'formatting', args: ['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'] },
];
/** So many end-to-end files are run again, alone, when they failed beside another on a busy machine. */
const AGAIN_AT_MOST = 3;
const FAST_PROJECTS = ['unit', 'store', 'contract', 'renderer'];

const startedMs = Date.now();
const fast = process.argv.includes('--fast');
const node = await ensure({ build: false });
/**
 * Programs that tests start must find the same runtime.
 * @type {NodeJS.ProcessEnv}
 */
const env = {
  ...process.env,
  PATH: [dirname(node), process.env['PATH']].join(delimiter),
  // The command line is started hundreds of times: what was compiled once is compiled for all.
  NODE_COMPILE_CACHE: join(cacheDir, 'compiled'),
  ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }),
};

/** @type {Counts[]} */
const parts = [];
for (const { name, args } of CHECKS) parts.push(await check(name, args));
parts.push(await vitest(FAST_PROJECTS));
if (!fast) {
  const built = await check('build', [], join('scripts', 'build.mjs'));
  parts.push(built);
  if (built.passed === 1) parts.push(await vitest(['packaging']), await endToEnd());
}
report(sum(parts));

/**
 * @param {string} name
 * @param {readonly string[]} args the first is a program inside `node_modules`
 * @param {string} [program] instead of the first of `args`
 * @returns {Promise<Counts>}
 */
async function check(name, args, program) {
  const [first = '', ...rest] = args;
  const script = program === undefined ? join('node_modules', first) : program;
  const ran = await run(node, [script, ...rest], { cwd: root, env, output: 'collect' });
  const ok = ran.code === 0;
  process.stdout.write(`${ok ? 'ok' : 'FAILED'}: ${name}\n`);
  if (!ok) process.stdout.write(`${ran.output}\n`);
  return ok ? { passed: 1, failed: [], skipped: [] } : { passed: 0, failed: [name], skipped: [] };
}

/**
 * @param {readonly string[]} projects
 * @param {readonly string[]} [more] further arguments: files to run, options
 * @returns {Promise<Counts>}
 */
async function vitest(projects, more = []) {
  const what = projects.join(', ');
  const file = join(cacheDir, `tests-${process.pid}-${projects[0]}.json`);
  mkdirSync(cacheDir, { recursive: true });
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ];
  const ran = await run(node, [...args, ...projects.flatMap((name) => ['--project', name]), ...more], {
    cwd: root,
    env,
  });
  const written = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
  rmSync(file, { force: true });
  return countTests(written, { code: ran.code, what, folder: root });
}

/** @returns {Promise<Counts>} */
async function endToEnd() {
  const chromium = await ensureChromium(note);
  if (chromium === null) {
    process.stdout.write(`${HOW_TO_GET_CHROMIUM}\n`);
    return { passed: 0, failed: ['end-to-end tests: no Chromium'], skipped: [] };
  }
  env['REPERE_CHROMIUM'] = chromium;
  const first = await vitest(['e2e']);
  const files = filesOf(first.failed);
  // Many files that fail are no accident; a few get a second, quiet run, and the report names them all the same.
  if (files.length === 0 || files.length > AGAIN_AT_MOST) return first;
  process.stdout.write(`once more, one at a time: ${files.join(', ')}\n`);
  return afterAgain(first, await vitest(['e2e'], ['--maxWorkers=1', ...files]));
}

/** @param {Counts} counts */
function report(counts) {
  for (const name of counts.skipped) process.stdout.write(`skipped: ${name}\n`);
  for (const name of counts.unsteady ?? []) {
    process.stdout.write(`unsteady: ${name}: failed beside other tests, passed alone\n`);
  }
  for (const name of counts.failed) process.stdout.write(`FAILED: ${name}\n`);
  process.stdout.write(`in ${Math.round((Date.now() - startedMs) / 1000)} s\n${lastLine(counts)}\n`);
  process.exitCode = counts.failed.length === 0 ? 0 : 1;
}
