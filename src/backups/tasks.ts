import { dirname, resolve } from 'node:path';
import type { InFeature, TaskHandlers } from '../contract/handlers.ts';
import { openReadOnly, type Connection } from '../database/connection.ts';
import { RepereError } from '../errors/codes.ts';
import type { CoreState } from '../host/state.ts';
import { enter, leave } from '../project/handlers.ts';
import { projectPath } from '../project/file-path.ts';
import { openProject } from '../project/open.ts';
import type { Locale } from '../settings/contract.ts';
import type { backupsContract } from './contract.ts';
import { realPath } from '../database/place.ts';
import { readManifest } from './manifest.ts';
import { backupPlace, isBackupCopy, isFolder, usualPlace } from './places.ts';
import { copyOfKept, ownerOf } from './keep.ts';
import { backedUpProjects, copiesOf, listBackups } from './list.ts';
import { setPlace } from './move.ts';
import { besideName, placeBeside, placeInstead, refuseWhenOpen, stageCopy } from './restore.ts';

export const backupTasks: TaskHandlers<InFeature<typeof backupsContract, 'task'>> = {
  'backups.list': ({ core }, { path }) => listBackups(core, projectOf(core, path)),

  'backups.place': ({ core }) => {
    const place = backupPlace(core);
    const isUsual = place === usualPlace(core);
    return { place, isUsual, isThere: isUsual || isFolder(place) };
  },

  'backups.projects': ({ core }) => [...backedUpProjects(core)],

  'backups.restore': ({ core, locale }, { path, file, to, out }) => {
    const copy = copiesOf(core, path).find((each) => each.file === file);
    if (copy === undefined) throw new RepereError('backups.copy-missing', { file });
    if (to === 'in-place') {
      const done = restoreInPlace(core, path, file, locale);
      core.emit({ type: 'backups' });
      return done;
    }
    const target =
      out === undefined ? besideName(resolve(path), new Date(copy.at), locale) : projectPath(out);
    placeBeside(stageCopy(file, target), target);
    return { path: target, kept: null };
  },

  'backups.setPlace': ({ core }, { place, move }) => {
    const result = setPlace(core, place, move);
    core.emit({ type: 'settings' });
    core.emit({ type: 'backups' });
    return result;
  },
};

/** While a backup is looked at, what is asked for are the backups of its project. */
function projectOf(core: CoreState, path: string): string {
  return (isBackupCopy(core, path) ? readManifest(dirname(path))?.path : undefined) ?? path;
}

function restoreInPlace(
  core: CoreState,
  path: string,
  file: string,
  locale: Locale,
): { readonly path: string; readonly kept: string | null } {
  const target = realPath(path);
  const isOpen = core.session !== null && realPath(core.session.path) === target;
  if (!isOpen || core.session?.readOnly === true) refuseWhenOpen(target);
  // Before the project is closed, which makes a copy and may let this one go.
  const staged = stageCopy(file, target);
  if (!isOpen) return { path: target, kept: replace(core, staged, target, locale) };
  leave(core);
  try {
    return { path: target, kept: replace(core, staged, target, locale) };
  } finally {
    enter(core, () => openProject(core, target));
  }
}

function replace(core: CoreState, staged: string, target: string, locale: Locale): string | null {
  const kept = placeInstead(staged, target, locale, core.options.dataDir);
  if (kept !== null) keepAsBackup(core, kept, target);
  return kept;
}

/** What was there is among the copies too, when it can be read. */
function keepAsBackup(core: CoreState, kept: string, target: string): void {
  let db: Connection | null = null;
  try {
    db = openReadOnly(kept);
    copyOfKept(core, db, { ...ownerOf(db, target), path: target });
  } catch {
    // Damaged, most likely: that is why a copy is taken back. The file itself is kept.
  } finally {
    db?.close();
  }
}
