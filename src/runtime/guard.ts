/** The oldest Node-API level that the SQLite binary supports; older runtimes crash instead of refusing. */
const NEEDED_NAPI = 10;

/**
 * One sentence that says why this runtime cannot run Repère, or `null` when it can.
 * `napi` is `process.versions.napi`; the runtime's version is quoted as found.
 */
export function runtimeProblem(napi: string | undefined, version: string): string | null {
  if (Number(napi) >= NEEDED_NAPI) return null;
  return (
    `Repère needs Node.js 22.14 or newer and this is ${version}: use \`npm start\`, which brings its own, ` +
    `or install a newer Node.js. / Repère demande Node.js 22.14 ou plus récent, et ceci est ${version} : ` +
    `passez par \`npm start\`, qui apporte le sien, ou installez un Node.js plus récent.`
  );
}

/** Ends the process with exit code 1 and one clear sentence when the runtime is too old. */
export function guardRuntime(): void {
  const problem = runtimeProblem(process.versions.napi, process.version);
  if (problem === null) return;
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}
