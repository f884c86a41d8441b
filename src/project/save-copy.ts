import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { sweepFresh } from '../database/fresh-file.ts';
import { isCorrupt } from '../database/quick-check.ts';
import { writeCopy } from '../database/verified-copy.ts';
import { RepereError } from '../errors/codes.ts';
import { assertNameFits, projectPath } from './file-path.ts';
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
  sweepFresh(folder);
  try {
    writeCopy(session.reader, path);
    return { path };
  } catch (error) {
    // What is damaged is what was to be copied.
    throw openError(error, isCorrupt(error) ? session.path : path, '');
  }
}
