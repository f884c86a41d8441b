import { spawn } from 'node:child_process';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {number} [timeoutMs] after this the program is ended and counts as failed
 * @property {'inherit' | 'stderr' | 'collect'} [output] `stderr`: both streams go there, so that stdout stays clean
 */

/**
 * @typedef {object} Ran
 * @property {number} code 0 when all went well; a program ended by a signal counts as 1
 * @property {string} output what was collected
 * @property {boolean} timedOut
 */

/**
 * Runs a program to its end. Never rejects for what the program does: a missing one gives code 127.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Ran>}
 */
export function run(program, args, { cwd, env, timeoutMs, output = 'inherit' } = {}) {
  return new Promise((done) => {
    const child = spawn(program, [...args], { cwd, env: env ?? process.env, stdio: stdio(output) });
    let text = '';
    let timedOut = false;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (part) => (text += part));
    }
    const timer =
      timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            child.kill('SIGKILL');
          }, timeoutMs);
    /** @param {number} code */
    const end = (code) => {
      clearTimeout(timer);
      done({ code, output: text, timedOut });
    };
    child.once('error', (error) => {
      text += `${error.message}\n`;
      end(127);
    });
    child.once('close', (code) => end(code ?? 1));
  });
}

/**
 * Runs a program in this one's place: its streams are ours, our signals are its, its exit code is the answer.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<{ code: number, signal: NodeJS.Signals | null }>}
 */
export function become(program, args, { cwd, env } = {}) {
  return new Promise((done, refuse) => {
    const child = spawn(program, [...args], { cwd, env: env ?? process.env, stdio: 'inherit' });
    // A terminal sends Ctrl+C to the whole group; a signal to us alone is passed on.
    const forward = /** @param {NodeJS.Signals} signal */ (signal) => void child.kill(signal);
    const ignore = () => undefined;
    process.on('SIGINT', ignore);
    process.on('SIGTERM', forward);
    process.on('SIGHUP', forward);
    child.once('error', refuse);
    child.once('exit', (code, signal) => {
      process.off('SIGINT', ignore);
      process.off('SIGTERM', forward);
      process.off('SIGHUP', forward);
      done({ code: code ?? 1, signal });
    });
  });
}

/**
 * @param {'inherit' | 'stderr' | 'collect'} output
 * @returns {import('node:child_process').StdioOptions}
 */
function stdio(output) {
  if (output === 'inherit') return 'inherit';
  return output === 'stderr' ? ['ignore', 2, 2] : ['ignore', 'pipe', 'pipe'];
}
