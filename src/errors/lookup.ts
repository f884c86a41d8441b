import { RepereError } from './codes.ts';

/** The row, or `not-found` with the kind of thing that was looked for. */
export function found<T>(row: T | undefined, kind: string, id: number | string): T {
  if (row === undefined) throw new RepereError('not-found', { kind, id });
  return row;
}

/** Runs a write and turns a broken UNIQUE constraint into `name.taken`. */
export function uniqueName<T>(name: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_UNIQUE') {
      throw new RepereError('name.taken', { name }, { cause: error });
    }
    throw error;
  }
}
