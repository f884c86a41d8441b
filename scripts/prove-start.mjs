// Proves the README's first command on a machine with git, Node.js, npm and nothing else: a fresh clone, a PATH that
// holds these alone, `npm start`, and the window's page is there. Run by `.ci/run`; uses Node's own modules only.
import { execFileSync, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { root } from './lib/places.mjs';

/** Installing takes a minute on a good line. */
const START_MS = 10 * 60_000;
const STOP_MS = 15_000;
const COREUTILS = [
  'basename',
  'cat',
  'chmod',
  'cp',
  'cut',
  'date',
  'dirname',
  'echo',
  'env',
  'expr',
  'head',
  'id',
  'ln',
  'ls',
  'mkdir',
  'mktemp',
  'mv',
  'pwd',
  'readlink',
  'rm',
  'sleep',
  'sort',
  'tail',
  'test',
  'touch',
  'tr',
  'true',
  'uname',
  'wc',
];

const folder = mkdtempSync(join(tmpdir(), 'repere-start-'));
const startedMs = Date.now();
try {
  const problem =
    process.platform === 'win32' ? 'skipped: paths of Windows are not built here' : await prove();
  process.stdout.write(problem ?? `ok: installed and started with git, Node.js, npm and coreutils alone`);
  process.stdout.write(` (${Math.round((Date.now() - startedMs) / 1000)} s)\n`);
  if (problem !== null && !problem.startsWith('skipped')) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
// What was waited for beside the outcome waits no longer.
process.exit();

/** @returns {Promise<string | null>} what went wrong */
async function prove() {
  if (!existsSync(join(root, '.git'))) return 'skipped: this is no clone';
  const clone = join(folder, 'repere');
  // Where root checks what another user checked out, git would refuse to read it.
  const trust = join(folder, 'gitconfig');
  writeFileSync(trust, '[safe]\n\tdirectory = *\n');
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', root, clone], {
    stdio: 'inherit',
    env: { ...process.env, GIT_CONFIG_GLOBAL: trust },
  });
  const scratch = join(folder, 'tmp');
  mkdirSync(scratch);
  const env = {
    ...process.env,
    PATH: onlyThese(['git', 'node', 'npm', 'sh', ...COREUTILS]),
    REPERE_DATA_DIR: join(folder, 'data'),
    REPERE_DOCUMENTS_DIR: folder,
    REPERE_SHELL: 'browser',
    TMPDIR: scratch,
    NODE_OPTIONS: undefined,
    npm_execpath: undefined,
  };
  const child = spawn('npm', ['start', '--', '--no-open'], { cwd: clone, env, detached: true });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part) => {
      said += part;
    });
  const ended = new Promise((done) => child.once('exit', done));
  try {
    const address = await Promise.race([addressIn(() => said), ended.then(() => null)]);
    if (address === null) return `FAILED: npm start ended without an address:\n${said}`;
    const page = await fetch(address);
    if (page.status !== 200 || !(await page.text()).includes('<div id="root"'))
      return `FAILED: ${address} answered ${page.status}`;
    end(child, 'SIGINT');
    const stopped = await Promise.race([ended.then(() => true), after(STOP_MS)]);
    return stopped === true ? null : 'FAILED: it does not end when it is asked to';
  } finally {
    end(child, 'SIGKILL');
  }
}

/**
 * A folder with links to some programs of this machine, and none else.
 * @param {readonly string[]} names
 */
function onlyThese(names) {
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  for (const name of names) {
    const found = (process.env['PATH'] ?? '')
      .split(delimiter)
      .map((place) => join(place, name))
      .find((path) => existsSync(path) && !path.includes('node_modules'));
    if (found !== undefined) symlinkSync(realpathSync(found), join(bin, name));
  }
  return bin;
}

/** @param {() => string} said @returns {Promise<string | null>} */
async function addressIn(said) {
  for (const untilMs = Date.now() + START_MS; Date.now() < untilMs; await after(200)) {
    const found = /http:\/\/127\.0\.0\.1:\d+\/\S*/u.exec(said());
    if (found !== null) return found[0];
  }
  return null;
}

/** The whole group, as a terminal does. @param {import('node:child_process').ChildProcess} child @param {NodeJS.Signals} signal */
function end(child, signal) {
  try {
    process.kill(-(child.pid ?? 0), signal);
  } catch {
    // It is gone already.
  }
}

/** @param {number} ms */
function after(ms) {
  return new Promise((done) => void setTimeout(done, ms, 'late'));
}
