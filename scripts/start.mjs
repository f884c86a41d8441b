// Opens the window: `npm start [-- FILE.repere]`. The desktop shell where Electron is there or can be had, else the
// browser shell; REPERE_SHELL=electron or =browser decides.
import { join } from 'node:path';
import { ensure, note } from './ensure.mjs';
import { fetchElectron, installedElectron, obstacle } from './lib/electron-binary.mjs';
import { callerDir, distDir, root } from './lib/places.mjs';
import { become } from './lib/run.mjs';
import { sentences } from './lib/sentences.mjs';
import { startArguments } from './lib/start-arguments.mjs';

/** A desktop shell that ends by a failure this soon never had a window. */
const TOO_SOON_MS = 15_000;
/** How long the browser shell stays after its last window was closed. */
const IDLE_SECONDS = 60;

/** @typedef {import('./lib/electron-binary.mjs').Obstacle} Obstacle */

const say = sentences();
const wanted = process.env['REPERE_SHELL'] ?? '';
const asked = startArguments(process.argv.slice(2), callerDir('start'));
const args = asked.kind === 'start' && asked.file !== null ? [asked.file] : [];
const browserArgs = asked.kind === 'start' ? asked.rest : [];

process.exitCode = await start();

async function start() {
  if (asked.kind === 'help') {
    process.stdout.write(`${say.help}\n`);
    return 0;
  }
  if (asked.kind === 'wrong') {
    note(say.wrong[asked.what].replace('{value}', () => asked.value));
    return 2;
  }
  if (!['', 'electron', 'browser'].includes(wanted)) {
    note(say.unknownShell);
    return 2;
  }
  const node = await ensure({ build: true });
  if (wanted === 'browser') return inBrowser(node, say.chosen);
  const desktop = await onDesktop(node);
  if (typeof desktop === 'number') return desktop;
  if (wanted === 'electron') {
    note(`${say.impossible}${say[desktop]}`);
    return 1;
  }
  return inBrowser(node, say[desktop]);
}

/**
 * @param {string} node
 * @returns {Promise<number | Obstacle>} the exit code, or why there is no desktop shell
 */
async function onDesktop(node) {
  const known = obstacle();
  if (known !== null) return known;
  const force = wanted === 'electron';
  const program =
    installedElectron() ??
    (await fetchElectron({ node, force, log: note, line: say.fetching, later: say.electronLater }));
  if (program === null) return 'no-binary';
  const startedMs = Date.now();
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: undefined };
  try {
    const { code, signal } = await become(program, [root, ...args], { cwd: root, env });
    const failedSoon = (code !== 0 || signal !== null) && Date.now() - startedMs < TOO_SOON_MS;
    return failedSoon ? 'ended' : code;
  } catch {
    return 'ended';
  }
}

/**
 * @param {string} node
 * @param {string} reason
 */
async function inBrowser(node, reason) {
  note(`${say.inBrowser}${reason}`);
  const server = join(distDir, 'node', 'serve.js');
  const { code } = await become(node, [server, '--idle', String(IDLE_SECONDS), ...browserArgs, ...args], {
    cwd: root,
  });
  return code;
}
