import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { RepereError } from '../errors/codes.ts';
import { APPLICATION_ID } from './connection.ts';

const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';

export interface FileHeader {
  readonly schemaVersion: number;
  /** What the file should measure at least, in bytes, as far as it knows. */
  readonly expectedBytes: number;
  readonly bytes: number;
  /** The file was left in the middle of work: what was done last stands in a side file. */
  readonly writeAhead: boolean;
}

/**
 * Looks at the first hundred bytes of a file, without SQLite, so that a file that is not ours stays untouched.
 * Throws `project.not-sqlite`, `project.foreign`, `project.truncated`, `project.missing` or `project.permission`.
 * Whether the file is whole can be judged only when SQLite has put back what its side files hold: {@link assertWhole}.
 * Layout: https://www.sqlite.org/fileformat2.html section 1.3.
 */
export function inspectHeader(path: string, backups: string): FileHeader {
  const header = Buffer.alloc(HEADER_BYTES);
  const { read, size } = readStart(path, header);
  if (read < 16 || header.toString('latin1', 0, 16) !== MAGIC)
    throw new RepereError('project.not-sqlite', { path });
  if (read < HEADER_BYTES) throw new RepereError('project.truncated', { path, backups });
  if (header.readUInt32BE(68) !== APPLICATION_ID) throw new RepereError('project.foreign', { path });
  const rawPageSize = header.readUInt16BE(16);
  const pageSize = rawPageSize === 1 ? 65_536 : rawPageSize;
  // The page count is only meant when the change counter equals the version-valid-for number.
  const pagesValid = header.readUInt32BE(24) === header.readUInt32BE(92);
  return {
    schemaVersion: header.readUInt32BE(60),
    expectedBytes: pagesValid ? header.readUInt32BE(28) * pageSize : 0,
    bytes: size,
    writeAhead: header[18] === 2 || header[19] === 2,
  };
}

/** Throws `project.truncated` for a file that is shorter than it says, when no side file can make it whole. */
export function assertWhole(
  path: string,
  header: Pick<FileHeader, 'bytes' | 'expectedBytes'>,
  backups: string,
): void {
  if (header.bytes < header.expectedBytes) throw new RepereError('project.truncated', { path, backups });
}

/** Side files in which SQLite keeps what is not in the file itself yet; empty ones do not count. */
export function sideFiles(path: string): readonly string[] {
  return [`${path}-journal`, `${path}-wal`].filter((file) => sizeOf(file) > 0);
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function readStart(path: string, into: Buffer): { readonly read: number; readonly size: number } {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch (error) {
    throw openProblem(error, path);
  }
  try {
    const stats = fstatSync(descriptor);
    if (stats.isDirectory()) throw new RepereError('file.is-folder', { path });
    return { read: readSync(descriptor, into, 0, into.length, 0), size: stats.size };
  } finally {
    closeSync(descriptor);
  }
}

function openProblem(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new RepereError('project.missing', { path }, { cause: error });
  if (code === 'EACCES' || code === 'EPERM')
    return new RepereError('project.permission', { path }, { cause: error });
  return error;
}
