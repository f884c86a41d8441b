import { resolve } from 'node:path';

/** The project that a command line names, made absolute; `null` when it names none. The last one wins. */
export function projectOf(argv: readonly string[], workingFolder: string): string | null {
  const named = argv
    .slice(1)
    .findLast((arg) => !arg.startsWith('-') && arg.toLowerCase().endsWith('.repere'));
  return named === undefined ? null : resolve(workingFolder, named);
}
