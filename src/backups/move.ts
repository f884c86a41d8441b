import { cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CoreState } from '../host/state.ts';
import { copiesIn, foldersIn } from './folder.ts';
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

/** `false` when there is one of that name, or it cannot be moved: it stays where it is, and is listed there. */
function moveFolder(from: string, to: string): boolean {
  if (existsSync(to)) return false;
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) return false;
  }
  try {
    // On another disk: copied whole, and only then removed here.
    cpSync(from, `${to}.partial`, { recursive: true, preserveTimestamps: true });
    renameSync(`${to}.partial`, to);
    rmSync(from, { recursive: true, force: true });
    return true;
  } catch {
    rmSync(`${to}.partial`, { recursive: true, force: true });
    return false;
  }
}
