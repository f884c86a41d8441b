import { RepereError } from '../errors/codes.ts';
import { MAX_NAME } from '../contract/common.ts';

/** One step of a path as it is written: a slash or backslash inside the name gets a backslash before it. */
export function escapeStep(name: string): string {
  return name.replaceAll(/[\\/]/gu, (character) => `\\${character}`);
}

/**
 * The names of a written path, `Parent/Child`, each trimmed. `\/` and `\\` stand for the characters themselves.
 * Throws `code.path-invalid` for an empty step, `name.too-long` for one beyond the limit.
 */
export function parsePath(path: string): readonly string[] {
  const steps: string[] = [];
  let step = '';
  for (let index = 0; index < path.length; index += 1) {
    const character = path.charAt(index);
    const next = path.charAt(index + 1);
    if (character === '\\' && (next === '/' || next === '\\')) {
      step += next;
      index += 1;
    } else if (character === '/') {
      steps.push(step);
      step = '';
    } else {
      step += character;
    }
  }
  steps.push(step);
  const names = steps.map((each) =>
    each
      .toWellFormed()
      .replaceAll(/[\u0000-\u001f\u007f\u2028\u2029]+/gu, ' ')
      .trim(),
  );
  if (names.some((name) => name === '')) throw new RepereError('code.path-invalid', { path });
  const long = names.find((name) => name.length > MAX_NAME);
  if (long !== undefined) throw new RepereError('name.too-long', { length: long.length, max: MAX_NAME });
  return names;
}
