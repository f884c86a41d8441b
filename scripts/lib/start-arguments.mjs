import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * @typedef {{ kind: 'help' }
 *   | { kind: 'wrong', what: 'option' | 'port' | 'files' | 'missing' | 'folder', value: string }
 *   | { kind: 'start', file: string | null, rest: string[] }} Started
 */

const OPTIONS = /** @type {const} */ ({
  help: { type: 'boolean', short: 'h', default: false },
  port: { type: 'string' },
  'no-open': { type: 'boolean', default: false },
});

/**
 * What the person asks of `npm start`: `[FILE.repere] [--port N] [--no-open] [--help]`, checked before anything is
 * installed, built or opened.
 * @param {readonly string[]} args
 * @param {string} folder where relative names are meant from
 * @returns {Started}
 */
export function startArguments(args, folder) {
  const { tokens, values, positionals } = parseArgs({
    args: [...args],
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const strange = tokens.find(
    (token) =>
      token.kind === 'option' &&
      (!Object.hasOwn(OPTIONS, token.name) || (token.name !== 'port' && token.value !== undefined)),
  );
  if (strange?.kind === 'option') return { kind: 'wrong', what: 'option', value: strange.rawName };
  if (values.help === true) return { kind: 'help' };
  const { port } = values;
  if (port !== undefined && !isPort(port)) return { kind: 'wrong', what: 'port', value: String(port) };
  const [name, second] = positionals;
  if (second !== undefined) return { kind: 'wrong', what: 'files', value: second };
  const file = name === undefined ? null : resolve(folder, name);
  if (file !== null) {
    const found = kindOf(file);
    if (found !== 'file') return { kind: 'wrong', what: found, value: file };
  }
  const rest = [
    ...(typeof port === 'string' ? ['--port', port] : []),
    ...(values['no-open'] === true ? ['--no-open'] : []),
  ];
  return { kind: 'start', file, rest };
}

/**
 * What a name leads to. Whatever hinders looking (a folder that is closed to the person, a name that is too long, links
 * in a circle) is said like a file that is not there.
 * @param {string} file
 * @returns {'file' | 'folder' | 'missing'}
 */
function kindOf(file) {
  try {
    return statSync(file).isDirectory() ? 'folder' : 'file';
  } catch {
    return 'missing';
  }
}

/** @param {string | boolean} port */
function isPort(port) {
  return typeof port === 'string' && /^\d{1,5}$/u.test(port) && Number(port) <= 65_535;
}
