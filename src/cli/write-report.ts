import { open } from 'node:fs/promises';
import { RepereError } from '../errors/codes.ts';
import { fill } from '../errors/describe.ts';
import type { CliContext } from './context.ts';
import { CommandFailed } from './failure.ts';
import { word } from './words.ts';

/**
 * Makes a new file for a report before anything is done that cannot be undone, and answers what writes it there as JSON.
 * A file that is there already stays as it is, and nothing is done.
 */
export async function reportFile(
  { locale }: CliContext,
  path: string | undefined,
): Promise<(report: unknown) => Promise<void>> {
  if (path === undefined) return async () => {};
  const file = await open(path, 'wx', 0o600).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      throw new CommandFailed(`file.exists: ${fill(word('reportExists', locale), { path })}`);
    throw new RepereError('file.permission', { path }, { cause: error });
  });
  return async (report) => {
    await file.writeFile(`${JSON.stringify(report, null, 2)}\n`);
    await file.close();
  };
}
