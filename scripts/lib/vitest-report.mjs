/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {string[]} failed names
 * @property {string[]} skipped names
 * @property {string[]} [unsteady] names of tests that failed at first and passed when run again alone
 */

/**
 * @typedef {object} FileReport
 * @property {string} name path of the file
 * @property {string} status
 * @property {string} [message]
 * @property {{ fullName: string, status: string }[]} assertionResults
 */

/**
 * Counts what vitest wrote with its `json` reporter. A file that could not even be loaded counts as one failed test,
 * and so does a run that failed without any failed test (an error that no test caught, or no test at all).
 * @param {{ testResults: FileReport[] } | null} report `null` when there is none
 * @param {{ code: number, what: string, folder: string }} run
 * @returns {Counts}
 */
export function countTests(report, { code, what, folder }) {
  /** @type {Counts} */
  const counts = { passed: 0, failed: [], skipped: [] };
  for (const file of report?.testResults ?? []) {
    const name = file.name.startsWith(folder) ? file.name.slice(folder.length + 1) : file.name;
    const tests = file.assertionResults;
    for (const { status, fullName } of tests) {
      if (status === 'passed') counts.passed += 1;
      else if (status === 'failed') counts.failed.push(`${name}: ${fullName}`);
      else counts.skipped.push(`${name}: ${fullName}`);
    }
    if (file.status === 'failed' && !tests.some(({ status }) => status === 'failed')) {
      counts.failed.push(`${name}: could not be run`);
    }
  }
  if (code !== 0 && counts.failed.length === 0) counts.failed.push(`${what}: ended with exit code ${code}`);
  return counts;
}

/**
 * @param {readonly Counts[]} parts
 * @returns {Counts}
 */
export function sum(parts) {
  return {
    passed: parts.reduce((total, part) => total + part.passed, 0),
    failed: parts.flatMap((part) => part.failed),
    skipped: parts.flatMap((part) => part.skipped),
    unsteady: parts.flatMap((part) => part.unsteady ?? []),
  };
}

/**
 * The files that failed tests are in, each once.
 * @param {readonly string[]} failed names as {@link countTests} gives them
 */
export function filesOf(failed) {
  const files = failed.map((name) => name.slice(0, name.indexOf(': ')));
  return [...new Set(files)].filter((file) => /\.test\.tsx?$/u.test(file));
}

/**
 * What holds after the files with failures were run again: a failure is unsteady when the second run of its whole file
 * passed, and stays a failure otherwise.
 * @param {Counts} first
 * @param {Counts} again of the files of `filesOf(first.failed)` alone
 * @returns {Counts}
 */
export function afterAgain(first, again) {
  const files = filesOf(again.failed);
  /** @param {string} name */
  const stays = (name) => filesOf([name]).every((file) => files.includes(file));
  const failed = [...new Set([...first.failed.filter(stays), ...again.failed])];
  const unsteady = first.failed.filter((name) => !stays(name));
  return { passed: first.passed + unsteady.length, failed, skipped: first.skipped, unsteady };
}

/**
 * The last line of `npm test`.
 * @param {Counts} counts
 */
export function lastLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed.length} failed, ${skipped.length} skipped`;
}
