import { cpSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { freshPath } from '../database/fresh-file.ts';
import { syncToDisk } from '../database/verified-copy.ts';
import type { CoreState } from '../host/state.ts';
import { copiesIn, foldersIn, sizeOf, sweepPlace, type ListedCopy } from './folder.ts';
import { makePrivateFolder, allPlaces, backupPlace, checkPlace, usualPlace } from './places.ts';

/** How many earlier places are looked through. */
const REMEMBERED_PLACES = 20;

/**
 * Changes where copies go; those that are there are taken along, or stay and are still listed. Answers how many copies
 * were moved and how many stayed. Throws `backups.place-missing`, `backups.place-unusable`.
 */
export function setPlace(
  core: CoreState,
  wanted: string | null,
  move: boolean,
): { readonly place: string; readonly moved: number; readonly left: number } {
  const usual = usualPlace(core);
  const place = wanted ?? usual;
  if (place === usual) makePrivateFolder(usual);
  else checkPlace(place);
  sweepPlace(place);
  const before = backupPlace(core);
  const earlier = core.settings.get().earlierBackupDirs;
  const places = [...new Set([before, ...earlier])].filter((each) => each !== usual && each !== place);
  core.settings.set({
    backupDir: place === usual ? '' : place,
    earlierBackupDirs: places.slice(0, REMEMBERED_PLACES),
  });
  let moved = 0;
  let left = 0;
  for (const other of allPlaces(core).filter((each) => each !== place)) {
    for (const own of foldersIn(other)) {
      const count = copiesIn(own).length;
      if (move && moveFolder(own.folder, join(place, basename(own.folder)))) moved += count;
      else left += count;
    }
  }
  return { place, moved, left };
}

/**
 * Ends moves to another disk that were killed when the copies were there already, but not yet removed here. Nothing is
 * removed that is not in the present place in the same size.
 */
export function finishMoves(core: CoreState): void {
  const place = backupPlace(core);
  for (const own of allPlaces(core)
    .filter((each) => each !== place)
    .flatMap(foldersIn)) {
    const twin = foldersIn(place).find(({ folder }) => basename(folder) === basename(own.folder));
    if (twin === undefined || twin.manifest.path !== own.manifest.path) continue;
    // The list goes along with the copies: only the files themselves tell what is there.
    const isThere = ({ file }: ListedCopy): boolean =>
      sizeOf(join(twin.folder, basename(file))) === sizeOf(file);
    if (copiesIn(own).every(isThere)) retire(own.folder);
  }
}

/** `false` when there is one of that name, or it cannot be moved: it stays where it is, and is listed there. */
function moveFolder(from: string, to: string): boolean {
  if (existsSync(to)) return false;
  try {
    renameSync(from, to);
    syncToDisk(dirname(to));
    syncToDisk(dirname(from));
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) return false;
  }
  const fresh = freshPath(dirname(to));
  try {
    // On another disk: copied whole and for certain, and only then removed here.
    cpSync(from, fresh, { recursive: true, preserveTimestamps: true });
    for (const name of readdirSync(fresh)) syncToDisk(join(fresh, name));
    syncToDisk(fresh);
    renameSync(fresh, to);
    syncToDisk(dirname(to));
  } catch {
    rmSync(fresh, { recursive: true, force: true });
    return false;
  }
  retire(from);
  return true;
}

/** Takes a folder of copies away: at once out of every list, and then file by file. What cannot be removed stays. */
function retire(folder: string): void {
  try {
    const fresh = freshPath(dirname(folder));
    renameSync(folder, fresh);
    rmSync(fresh, { recursive: true, force: true });
    syncToDisk(dirname(folder));
  } catch {
    // It is listed twice, until it can be removed.
  }
}
