import { accessSync, constants, statSync } from 'node:fs';
import { basename, dirname, extname, resolve } from 'node:path';
import { RepereError } from '../errors/codes.ts';

export const PROJECT_EXTENSION = '.repere';

/** What SQLite adds to a name for its longest side file, in bytes. */
const SIDE_FILE_BYTES = Buffer.byteLength('-journal');
const LONGEST_NAME_BYTES = 255;
/** SQLite takes no longer path on systems like Unix. */
const LONGEST_PATH_BYTES = 511;

/** An absolute path with the program's extension when it has none. */
export function projectPath(path: string): string {
  const absolute = resolve(path);
  return extname(absolute) === '' ? `${absolute}${PROJECT_EXTENSION}` : absolute;
}

/** Throws `project.name-too-long` where the side files could not be named. */
export function assertNameFits(path: string): void {
  const name = LONGEST_NAME_BYTES - SIDE_FILE_BYTES;
  const whole = process.platform === 'win32' ? Infinity : LONGEST_PATH_BYTES - SIDE_FILE_BYTES;
  if (Buffer.byteLength(basename(path)) > name || Buffer.byteLength(path) > whole)
    throw new RepereError('project.name-too-long', { path });
}

export function isWritable(path: string): boolean {
  try {
    // An administrator may write everything; the mode bits still say what the owner meant.
    if ((statSync(path).mode & 0o222) === 0) return false;
    accessSync(path, constants.W_OK);
    return isWritableFolder(dirname(path));
  } catch {
    return false;
  }
}

export function isWritableFolder(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
