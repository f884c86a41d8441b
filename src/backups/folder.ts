import { chmodSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { realPath } from '../database/place.ts';
import { isFresh, sweepFresh } from '../database/fresh-file.ts';
import { readManifest, writeManifest, type KeptCopy, type Manifest } from './manifest.ts';
import { copyName, folderName, PROJECT_ENDING, readCopyName, readOldName } from './names.ts';
import { makePrivateFolder } from './places.ts';

/** One copy of a project: who it is, and where. The same GUID at another place is another one. */
export interface Owner {
  readonly guid: string;
  readonly path: string;
  readonly name: string;
}

export interface BackupFolder {
  readonly folder: string;
  readonly manifest: Manifest;
}

export interface ListedCopy extends KeptCopy {
  /** Absolute. */
  readonly file: string;
}

/** The folders of copies in a place, with their lists. */
export function foldersIn(place: string): readonly BackupFolder[] {
  return subfolders(place).flatMap((folder) => {
    const manifest = readManifest(folder);
    return manifest === null ? [] : [{ folder, manifest }];
  });
}

/** The folder of a project in a place; `null` when it has none yet. A file that was moved is known again. */
export function findFolder(place: string, owner: Omit<Owner, 'name'>): BackupFolder | null {
  const path = realPath(owner.path);
  const own = foldersIn(place).filter(({ manifest }) => manifest.guid === owner.guid);
  const file = fileId(path);
  return (
    own.find(({ manifest }) => manifest.path === path) ??
    own.find(({ manifest }) => file !== null && manifest.file === file && !exists(manifest.path)) ??
    null
  );
}

export interface Surroundings {
  /** Numbers go on from here. */
  readonly lastNumber?: number;
  /** Where other projects are known to lie. */
  readonly otherPaths?: readonly string[];
}

/**
 * The folder of a project in a place, made when there is none, with what the first versions left taken over and what
 * was left unfinished removed. Throws the system's errors.
 */
export function ownFolder(
  place: string,
  owner: Owner,
  { lastNumber = 0, otherPaths = [] }: Surroundings = {},
): BackupFolder {
  const path = realPath(owner.path);
  const found = findFolder(place, owner);
  const folder = found?.folder ?? freeFolder(place, owner, path);
  makePrivateFolder(folder);
  removePartials(folder);
  const before = found?.manifest ?? { lastNumber: 0, copies: {} };
  const manifest: Manifest = {
    version: 1,
    guid: owner.guid,
    path,
    file: fileId(path) ?? '',
    name: owner.name,
    lastNumber: Math.max(before.lastNumber, lastNumber),
    copies: known(folder, before.copies),
  };
  const whole = adoptOld(place, { folder, manifest }, otherPaths);
  writeManifest(folder, whole);
  return { folder, manifest: whole };
}

/** Complete copies in a folder, newest first. */
export function copiesIn({ folder, manifest }: BackupFolder): readonly ListedCopy[] {
  return Object.entries(known(folder, manifest.copies))
    .map(([name, copy]) => ({ ...copy, file: join(folder, name) }))
    .toSorted((a, b) => b.number - a.number);
}

/** What lies in the folder now, as far as known from its list, else from the names. */
function known(folder: string, listed: Manifest['copies']): Manifest['copies'] {
  const copies: Record<string, KeptCopy> = {};
  for (const name of fileNames(folder)) {
    const read = readCopyName(name);
    const bytes = sizeOf(join(folder, name));
    if (read === null || bytes === null) continue;
    copies[name] = listed[name] ?? { ...read, bytes, documents: null, codings: null, stamp: null };
  }
  return copies;
}

export function nextNumber({ folder, manifest }: BackupFolder): number {
  const numbers = Object.values(known(folder, manifest.copies)).map((copy) => copy.number);
  return Math.max(manifest.lastNumber, 0, ...numbers) + 1;
}

/**
 * Copies of the first versions lay in one folder by GUID, whoever's they were. A project takes those that bear its name,
 * and those that bear no other known copy's: what is nobody's would be forgotten when the project is sealed.
 */
function adoptOld(place: string, own: BackupFolder, otherPaths: readonly string[]): Manifest {
  const old = join(place, own.manifest.guid);
  if (old === own.folder) return own.manifest;
  const mine = baseOf(own.manifest.path);
  const others = foldersIn(place)
    .filter(({ manifest }) => manifest.guid === own.manifest.guid && manifest.path !== own.manifest.path)
    .map(({ manifest }) => manifest.path)
    .concat(otherPaths)
    .map(baseOf);
  const copies: Record<string, KeptCopy> = { ...own.manifest.copies };
  let number = nextNumber(own);
  const found = fileNames(old).flatMap((name) => {
    const read = readOldName(name);
    return read === null || (read.base !== mine && others.includes(read.base)) ? [] : [{ ...read, name }];
  });
  for (const { name, at, reason } of found.toSorted((a, b) => (a.at < b.at ? -1 : 1))) {
    const next = copyName(own.manifest.name, number, new Date(at), reason);
    const target = join(own.folder, next);
    renameSync(join(old, name), target);
    chmodSync(target, 0o600);
    const bytes = sizeOf(target) ?? 0;
    copies[next] = { number, at, reason, bytes, documents: null, codings: null, stamp: null };
    number += 1;
  }
  removePartials(old);
  removeWhenEmpty(old);
  return { ...own.manifest, copies, lastNumber: Math.max(own.manifest.lastNumber, number - 1) };
}

/** Copies of the first versions that no project took over yet, by the name of the file they were made of. */
export function oldCopiesOf(place: string, path: string): readonly ListedCopy[] {
  const base = baseOf(realPath(path));
  const found = subfolders(place)
    .filter((folder) => readManifest(folder) === null)
    .flatMap((folder) =>
      fileNames(folder).map((name) => ({ file: join(folder, name), read: readOldName(name) })),
    )
    .flatMap(({ file, read }) => (read?.base === base ? [{ file, at: read.at, reason: read.reason }] : []))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
  return found
    .map((copy, index) => ({
      ...copy,
      // Older than anything under the present names.
      number: index + 1 - found.length,
      bytes: sizeOf(copy.file) ?? 0,
      documents: null,
      codings: null,
      stamp: null,
    }))
    .toReversed();
}

export function removePartials(folder: string): void {
  sweepFresh(folder);
  for (const name of allNames(folder))
    if (/\.partial(?:-wal|-shm|-journal)?$/u.test(name)) rmSync(join(folder, name), { force: true });
}

/** What processes that ended left unfinished, in a place and in the folders of every project there. */
export function sweepPlace(place: string): void {
  sweepFresh(place);
  for (const folder of subfolders(place)) sweepFresh(folder);
}

function freeFolder(place: string, owner: Owner, path: string): string {
  const name = folderName(owner.name, owner.guid, path, new Date());
  // A folder of that name without a readable list is somebody's all the same: it is ours, whose list was lost.
  return join(place, name);
}

export function fileId(path: string): string | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? null : `${stats.dev}:${stats.ino}`;
}

function exists(path: string): boolean {
  return fileId(path) !== null;
}

function baseOf(path: string): string {
  return basename(path, extname(path) === PROJECT_ENDING ? PROJECT_ENDING : '');
}

function subfolders(place: string): readonly string[] {
  try {
    return readdirSync(place, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !isFresh(entry.name))
      .map((entry) => join(place, entry.name));
  } catch {
    // No such place, or not for us: no copies to be found there.
    return [];
  }
}

function fileNames(folder: string): readonly string[] {
  return allNames(folder).filter((name) => name.endsWith(PROJECT_ENDING));
}

function allNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // No folder yet: nothing in it.
    return [];
  }
}

/** In bytes; `null` when it is not there. */
export function sizeOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.size ?? null;
}

function removeWhenEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Not there, or copies of another one are left in it.
  }
}
