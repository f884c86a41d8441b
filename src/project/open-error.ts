import { RepereError } from '../errors/codes.ts';
import { isCorrupt } from '../database/quick-check.ts';
import { sqliteProblem } from '../errors/describe.ts';
import { hasRowPages } from '../salvage/pages/traces.ts';

/** What a person is told when a project cannot be opened: SQLite's and the system's codes as ours. */
export function openError(error: unknown, path: string, backups: string): unknown {
  const code = codeOf(error);
  if (code === 'SQLITE_NOTADB' || code === 'project.not-sqlite')
    return new RepereError(
      hasRowPages(path) ? 'project.beginning-lost' : 'project.not-sqlite',
      { path },
      { cause: error },
    );
  if (error instanceof RepereError) return error;
  if (isCorrupt(error)) return new RepereError('project.damaged', { path, backups }, { cause: error });
  if (NO_LOCKS.has(code)) return new RepereError('project.no-locks', { path }, { cause: error });
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new RepereError('project.busy', { path }, { cause: error });
  if (code === 'ENAMETOOLONG') return new RepereError('project.name-too-long', { path }, { cause: error });
  if (code.startsWith('SQLITE_CANTOPEN') || ['EACCES', 'EPERM', 'EROFS'].includes(code)) {
    return new RepereError('project.permission', { path }, { cause: error });
  }
  return sqliteProblem(error) ?? error;
}

/** Network drives on which SQLite's locks fail or never come back. */
const NO_LOCKS = new Set([
  'SQLITE_PROTOCOL',
  'SQLITE_IOERR_LOCK',
  'SQLITE_IOERR_RDLOCK',
  'SQLITE_IOERR_UNLOCK',
  'SQLITE_IOERR_CHECKRESERVEDLOCK',
  'SQLITE_IOERR_SHMLOCK',
  'SQLITE_IOERR_SHMMAP',
  'SQLITE_NOLFS',
  'ENOLCK',
]);

/** Whether the place, not the file, keeps anything from being written. */
export function cannotBeWritten(error: unknown): 'disk-full' | 'file-read-only' | null {
  const code = codeOf(error);
  if (['ENOSPC', 'EDQUOT', 'SQLITE_FULL', 'disk.full'].includes(code)) return 'disk-full';
  return ['EROFS', 'EACCES', 'EPERM', 'SQLITE_READONLY_DIRECTORY'].includes(code) ? 'file-read-only' : null;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
