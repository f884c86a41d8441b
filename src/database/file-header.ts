import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { RepereError } from '../errors/codes.ts';
import { APPLICATION_ID } from './connection.ts';

const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';

/**
 * Looks at the first hundred bytes of a file, without SQLite, so that a file that is not ours stays untouched.
 * Gives the schema version; throws `project.not-sqlite`, `project.foreign`, `project.truncated`, `project.missing`
 * or `project.permission`. Layout: https://www.sqlite.org/fileformat2.html section 1.3.
 */
export function inspectHeader(path: string, backups: string): { readonly schemaVersion: number } {
  const header = Buffer.alloc(HEADER_BYTES);
  const { read, size } = readStart(path, header);
  if (read < 16 || header.toString('latin1', 0, 16) !== MAGIC)
    throw new RepereError('project.not-sqlite', { path });
  if (read < HEADER_BYTES) throw new RepereError('project.truncated', { path, backups });
  if (header.readUInt32BE(68) !== APPLICATION_ID) throw new RepereError('project.foreign', { path });
  const rawPageSize = header.readUInt16BE(16);
  const pageSize = rawPageSize === 1 ? 65_536 : rawPageSize;
  const pages = header.readUInt32BE(28);
  // The page count is only meant when the change counter equals the version-valid-for number.
  const pagesValid = header.readUInt32BE(24) === header.readUInt32BE(92);
  if (pagesValid && size < pages * pageSize) throw new RepereError('project.truncated', { path, backups });
  return { schemaVersion: header.readUInt32BE(60) };
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
