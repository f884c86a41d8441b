import { CallError } from '../contract/client.ts';
import { RepereError } from '../errors/codes.ts';
import { describeError } from '../errors/describe.ts';
import type { Locale } from '../settings/contract.ts';

/** The command ran and its result is bad (a check that failed): exit code 1, nothing more to say. */
export class CommandFailed extends Error {}

/** The words of the call are off: exit code 2. */
export class UsageError extends Error {}

/** A failure of the command line itself, such as a file that is missing, with the sentence that the core would say. */
export function inLanguage(thrown: unknown, locale: Locale): unknown {
  return thrown instanceof RepereError ? new CallError(describeError(thrown, locale)) : thrown;
}

/** Prints a failure to standard error, as `code: message`, and answers the exit code. */
export function reportFailure(thrown: unknown, write: (text: string) => void): number {
  if (thrown instanceof CommandFailed) {
    if (thrown.message !== '') write(`${thrown.message}\n`);
    return 1;
  }
  if (thrown instanceof UsageError) {
    write(`usage: ${thrown.message}\n`);
    return 2;
  }
  if (thrown instanceof CallError) {
    write(`${thrown.code}: ${thrown.message}\n`);
    return 1;
  }
  write(`internal: ${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
  return 1;
}
