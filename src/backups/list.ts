import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { realPath } from '../database/place.ts';
import type { CoreState } from '../host/state.ts';
import type { BackupCopy, BackupList, BackedUpProject } from './contract.ts';
import {
  copiesIn,
  fileId,
  findFolder,
  foldersIn,
  oldCopiesOf,
  ownFolder,
  type BackupFolder,
  type ListedCopy,
  type Owner,
} from './folder.ts';
import { writeManifest } from './manifest.ts';
import { allPlaces, backupPlace, isFolder, openPlace, usualPlace } from './places.ts';
import { canBeOpened } from './restore.ts';
import { countsOfCopy } from './store.ts';

/** The folders of a project in every place that is there; the one where copies go is made when it is missing. */
export function ownFolders(core: CoreState, owner: Owner): readonly BackupFolder[] {
  const current = backupPlace(core);
  return allPlaces(core)
    .filter(
      (place) =>
        isFolder(place) &&
        (place === current || findFolder(place, owner) !== null || isFolder(join(place, owner.guid))),
    )
    .map((place) => ownFolder(place, owner, { otherPaths: otherPaths(core, owner) }));
}

/** The folder where copies of a project go now. Numbers go on from those of other places. */
export function currentFolder(core: CoreState, owner: Owner): BackupFolder {
  const place = openPlace(core);
  const numbers = allPlaces(core).map((each) => findFolder(each, owner)?.manifest.lastNumber ?? 0);
  return ownFolder(place, owner, { lastNumber: Math.max(...numbers), otherPaths: otherPaths(core, owner) });
}

/** Where this person's other projects lie, as far as remembered. */
function otherPaths(core: CoreState, { path }: Owner): readonly string[] {
  return core.settings
    .recent()
    .map((entry) => entry.path)
    .filter((other) => existsSync(other) && realPath(other) !== realPath(path));
}

/** All copies of the project at a path, newest first, whether the file can still be opened or is gone. */
export function copiesOf(core: CoreState, path: string): readonly ListedCopy[] {
  const own = foldersOf(core, path);
  const known = own.flatMap((folder) => withCounts(folder));
  const old = allPlaces(core)
    .flatMap((place) => oldCopiesOf(place, path))
    .map((copy) => ({ ...copy, ...countsOfCopy(copy.file) }));
  return [...known, ...old].toSorted((a, b) => b.number - a.number);
}

/** What is shown of a project's copies. */
export function listBackups(core: CoreState, path: string): BackupList {
  const own = foldersOf(core, path);
  const copies = copiesOf(core, path);
  const place = backupPlace(core);
  return {
    path: realPath(path),
    name: own[0]?.manifest.name ?? basename(path),
    exists: canBeOpened(path),
    folder: own[0]?.folder ?? null,
    place,
    placeIsThere: place === usualPlace(core) || isFolder(place),
    limitMb: core.settings.get().backupLimitMb,
    bytes: copies.reduce((sum, copy) => sum + copy.bytes, 0),
    copies: copies.map(({ stamp: _stamp, ...copy }): BackupCopy => copy),
  };
}

/** Every project that has copies, the one copied last first. */
export function backedUpProjects(core: CoreState): readonly BackedUpProject[] {
  const byPath = new Map<string, BackedUpProject>();
  for (const folder of allPlaces(core).flatMap(foldersIn)) {
    const copies = copiesIn(folder);
    const newest = copies
      .map(({ at }) => at)
      .toSorted()
      .at(-1);
    if (newest === undefined) continue;
    const { path, name } = folder.manifest;
    const before = byPath.get(path);
    byPath.set(path, {
      path,
      name,
      exists: canBeOpened(path),
      copies: copies.length + (before?.copies ?? 0),
      newestAt: before === undefined || before.newestAt < newest ? newest : before.newestAt,
    });
  }
  return [...byPath.values()].toSorted((a, b) => (a.newestAt < b.newestAt ? 1 : -1));
}

function foldersOf(core: CoreState, path: string): readonly BackupFolder[] {
  const real = realPath(path);
  const file = fileId(real);
  return allPlaces(core)
    .flatMap(foldersIn)
    .filter(
      ({ manifest }) =>
        manifest.path === real || (file !== null && manifest.file === file && !existsSync(manifest.path)),
    );
}

/** Figures that are not known yet are read from the copies, once. */
function withCounts(own: BackupFolder): readonly ListedCopy[] {
  let isNew = false;
  const copies = copiesIn(own).map((copy) => {
    if (copy.documents !== null) return copy;
    isNew = true;
    return { ...copy, ...countsOfCopy(copy.file) };
  });
  if (isNew) remember(own, copies);
  return copies;
}

function remember({ folder, manifest }: BackupFolder, copies: readonly ListedCopy[]): void {
  try {
    const entries = copies.map(({ file, ...copy }) => [basename(file), copy] as const);
    writeManifest(folder, { ...manifest, copies: Object.fromEntries(entries) });
  } catch {
    // A folder that cannot be written: they are read again the next time.
  }
}
