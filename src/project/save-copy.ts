import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isSound } from '../database/verified-copy.ts';
import { writeCompactCopy } from '../database/connection.ts';
import { freshPath } from '../database/fresh-file.ts';
import { RepereError } from '../errors/codes.ts';
import { assertNameFits, projectPath, realPath } from './file-path.ts';
import { openError } from './open-error.ts';
import type { ProjectSession } from './session.ts';

/**
 * Writes everything that the session knows into one new file, checks it, and only then gives it its name. Works too
 * when the project's own file was replaced or taken away. Throws `project.exists`, `project.folder-missing`,
 * `project.damaged`, `disk.full`.
 */
export function saveCopy(session: ProjectSession, rawPath: string): { readonly path: string } {
  const path = projectPath(rawPath);
  const folder = dirname(path);
  if (existsSync(path)) throw new RepereError('project.exists', { path });
  if (!existsSync(folder)) throw new RepereError('project.folder-missing', { path: folder });
  assertNameFits(path);
  const fresh = freshPath(realPath(folder));
  try {
    writeCompactCopy(session.reader, fresh);
    if (!isSound(fresh)) throw new RepereError('project.damaged', { path: session.path, backups: '' });
    sync(fresh);
    renameSync(fresh, path);
    return { path };
  } catch (error) {
    throw openError(error, path, '');
  } finally {
    rmSync(fresh, { force: true });
  }
}

/** A name for a copy beside the project that no file has. */
export function freeCopyPath(path: string, addition: string): string {
  const stem = basename(path, '.repere');
  for (let number = 1; ; number += 1) {
    const name = `${stem} (${addition}${number === 1 ? '' : ` ${number}`}).repere`;
    const free = join(dirname(path), name);
    if (!existsSync(free)) return free;
  }
}

function sync(path: string): void {
  const descriptor = openSync(path, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
