import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { openWritable } from '../database/connection.ts';
import { freshPath } from '../database/fresh-file.ts';
import { migrate } from '../database/migrate.ts';
import { RepereError } from '../errors/codes.ts';
import type { CoreState } from '../host/state.ts';
import { realPath } from '../database/place.ts';
import { assertNameFits, PROJECT_EXTENSION, projectPath } from './file-path.ts';
import { openError } from './open-error.ts';
import { openProject } from './open.ts';
import type { ProjectSession } from './session.ts';
import { projectWrites } from './store.ts';

/**
 * Makes a new project file and opens it. It is made under another name and gets its own when it is whole, so that
 * nothing half made is ever met. A file that is there already stays untouched (`project.exists`).
 */
export function createProject(core: CoreState, rawPath: string, name: string | undefined): ProjectSession {
  const path = projectPath(rawPath);
  if (existsSync(path)) throw new RepereError('project.exists', { path });
  const folder = dirname(path);
  if (!existsSync(folder)) throw new RepereError('project.folder-missing', { path: folder });
  assertNameFits(path);
  const fresh = freshPath(realPath(folder));
  try {
    const db = openWritable(fresh, 'delete');
    try {
      migrate(db, core.migrations, path);
      projectWrites(db).create.run(
        randomUUID(),
        name ?? basename(path, PROJECT_EXTENSION),
        new Date().toISOString(),
      );
    } finally {
      db.close();
    }
    giveName(fresh, path);
  } catch (error) {
    throw openError(error, path, '');
  } finally {
    for (const leftover of [fresh, `${fresh}-journal`]) rmSync(leftover, { force: true });
  }
  return openProject(core, path);
}

/** Never over a file that somebody made meanwhile, where the file system knows links. */
function giveName(fresh: string, path: string): void {
  try {
    linkSync(fresh, path);
  } catch (error) {
    if (existsSync(path)) throw new RepereError('project.exists', { path }, { cause: error });
    renameSync(fresh, path);
  }
}
