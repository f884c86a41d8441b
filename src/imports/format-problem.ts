import { isErrorCode, RepereError } from '../errors/codes.ts';
import { FormatError } from '../formats/parsed-document.ts';

/** A reader's failure as one of the program's errors; the codes are the same. Anything else stays what it is. */
export function formatProblem(thrown: unknown): unknown {
  if (thrown instanceof FormatError && isErrorCode(thrown.code)) {
    return new RepereError(thrown.code, thrown.details, { cause: thrown });
  }
  return thrown;
}
