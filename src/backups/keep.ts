import { rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Connection } from '../database/connection.ts';
import { writeCopy, writeCopyInPieces, writeCopyOfFile } from '../database/verified-copy.ts';
import type { CoreState } from '../host/state.ts';
import type { ProjectSession } from '../project/session.ts';
import { copyIsDue } from './due.ts';
import { copiesIn, nextNumber, sweepPlace, type BackupFolder, type Owner } from './folder.ts';
import { currentFolder, ownFolders } from './list.ts';
import { writeManifest } from './manifest.ts';
import { copyName } from './names.ts';
import { finishMoves } from './move.ts';
import { allPlaces, openPlace, reasonOf } from './places.ts';
import { outdated, type Reason } from './rotation.ts';
import { backupReads } from './store.ts';

/** How often it is looked whether a copy is due, while anything waits for one, in milliseconds. */
const LOOK_EVERY_MS = 60_000;
const MB = 1024 * 1024;

/** What is remembered of the copies of one open project. */
interface Keeper {
  /** What the history stood at when the last copy was made; `null`: there is none. */
  stamp: string | null;
  /** Whether the project held something at opening that is in no copy. */
  isLeft: boolean;
  lastMonotonicMs: number;
  lastWallMs: number;
  /** Why the last attempt failed; `null`: it did not. */
  failed: string | null;
  timer: NodeJS.Timeout | null;
  /** Changes when a copy that is being written is not wanted any more. */
  generation: number;
  /** The copy that is being written between calls; `null`: none is. */
  running: object | null;
}

const keepers = new WeakMap<ProjectSession, Keeper>();

/**
 * Begins to keep copies of a project that was opened for work. Whatever hinders that becomes a warning, never a refusal.
 * What changed since the last copy, because the program ended without making one, is copied as soon as calls leave room.
 */
export function keepBackups(core: CoreState, session: ProjectSession): void {
  const { writer } = session;
  if (writer === null) return;
  const keeper: Keeper = {
    stamp: null,
    lastMonotonicMs: -Infinity,
    lastWallMs: -Infinity,
    isLeft: false,
    failed: null,
    timer: null,
    generation: 0,
    running: null,
  };
  keepers.set(session, keeper);
  attempt(core, session, keeper, () => {
    openPlace(core);
    for (const place of allPlaces(core)) sweepPlace(place);
    finishMoves(core);
    const owner = ownerOf(writer, session.path);
    const newest = ownFolders(core, owner)
      .flatMap(copiesIn)
      .toSorted((a, b) => b.number - a.number)[0];
    keeper.stamp = newest?.stamp ?? null;
    keeper.isLeft = hasChanged(keeper, session);
    // What is as it was copied need not be copied sooner than an hour after it changes.
    if (!keeper.isLeft) {
      keeper.lastMonotonicMs = performance.now();
      keeper.lastWallMs = Date.now();
    } else if (newest !== undefined) keeper.lastWallMs = Date.parse(newest.at);
  });
  noteChange(core, session);
}

/** Something may have changed: from now on it is looked from time to time whether a copy is due. */
export function noteChange(core: CoreState, session: ProjectSession): void {
  const keeper = keepers.get(session);
  if (keeper === undefined || keeper.timer !== null || !hasChanged(keeper, session)) return;
  keeper.timer = setInterval(() => void copyWhenDue(core, session), LOOK_EVERY_MS);
  keeper.timer.unref();
}

/** Makes a copy between calls, if it is time for one. Answers whether it made one. */
export async function copyWhenDue(core: CoreState, session: ProjectSession): Promise<boolean> {
  const keeper = keepers.get(session);
  if (keeper === undefined || keeper.running !== null || !isDue(keeper, session)) return false;
  const { generation } = keeper;
  try {
    return (await copyInPieces(core, session, keeper.isLeft ? 'opening' : 'hourly')) !== null;
  } catch (error) {
    if (keeper.generation === generation && core.session === session)
      noteFailure(core, session, keeper, error);
    return false;
  } finally {
    if (keeper.timer !== null && !hasChanged(keeper, session)) stopLooking(keeper);
  }
}

/** Whether the project holds what is in no copy. */
export function isUncopied(session: ProjectSession): boolean {
  const keeper = keepers.get(session);
  return keeper !== undefined && hasChanged(keeper, session);
}

/**
 * Before something large: what changed since the last copy is copied now, and calls that only look are answered
 * meanwhile. When this resolves the copy is whole and in its place; a failure is a warning.
 */
export async function copyBefore(core: CoreState, session: ProjectSession, reason: Reason): Promise<void> {
  const keeper = keepers.get(session);
  if (keeper === undefined || !hasChanged(keeper, session)) return;
  try {
    await copyInPieces(core, session, reason);
  } catch (error) {
    noteFailure(core, session, keeper, error);
  }
}

/**
 * A copy of the open project, written piece by piece with room for other calls in between; answers its path, or `null`
 * when it was given up because the project was closed. One that was being written is given up. Throws what hinders it.
 */
export async function copyInPieces(
  core: CoreState,
  session: ProjectSession,
  reason: Reason,
): Promise<string | null> {
  const [keeper, db] = [keepers.get(session), session.writer];
  if (keeper === undefined || db === null || !db.open) return null;
  keeper.generation += 1;
  const { generation } = keeper;
  const running = {};
  keeper.running = running;
  const goOn = (): boolean => db.open && keeper.generation === generation && core.session === session;
  try {
    const folder = currentFolder(core, ownerOf(db, session.path));
    const next = nextCopy(db, folder, reason);
    const target = join(folder.folder, next.name);
    if (!(await writeCopyInPieces(db, target, goOn))) return null;
    // What was done meanwhile may be in it or not: it counts as not being in it.
    finish(core, keeper, folder, next);
    return target;
  } finally {
    if (keeper.running === running) keeper.running = null;
  }
}

/** At closing: copies what changed, and ends looking. */
export function endBackups(core: CoreState, session: ProjectSession): void {
  const keeper = keepers.get(session);
  if (keeper === undefined) return;
  keeper.generation += 1;
  stopLooking(keeper);
  attempt(core, session, keeper, () => {
    if (hasChanged(keeper, session)) copyNow(core, session, 'closing');
  });
  keepers.delete(session);
}

/** A copy of the open project at once, whether anything changed or not; answers its path. Throws what hinders it. */
export function copyNow(core: CoreState, session: ProjectSession, reason: Reason): string {
  const { writer: db } = session;
  if (db === null) throw new Error('a project that is read has no copies made');
  const folder = currentFolder(core, ownerOf(db, session.path));
  const next = nextCopy(db, folder, reason);
  const target = join(folder.folder, next.name);
  writeCopy(db, target);
  finish(core, keepers.get(session) ?? null, folder, next);
  return target;
}

/** Before a migration the project is not open yet. Answers whether a copy could be made; nothing is thrown. */
export function copyBeforeMigration(core: CoreState, db: Connection, owner: Owner): boolean {
  try {
    const folder = currentFolder(core, owner);
    const next = { ...nextCopy(db, folder, 'migration'), stamp: null };
    writeCopy(db, join(folder.folder, next.name));
    finish(core, null, folder, next);
    return true;
  } catch {
    // It is tried again once the project is open, and said then.
    return false;
  }
}

/** What a restored copy took the place of, from the file as which it was kept. Throws what hinders it. */
export function copyOfKept(core: CoreState, db: Connection, owner: Owner): void {
  const folder = currentFolder(core, owner);
  const next = { ...nextCopy(db, folder, 'restore'), stamp: null };
  writeCopyOfFile(db.name, join(folder.folder, next.name));
  finish(core, null, folder, next);
}

/** Gives up a copy that is being written between calls: what it holds must not stay. */
export function giveUpRunning(session: ProjectSession): void {
  const keeper = keepers.get(session);
  if (keeper !== undefined) keeper.generation += 1;
}

/** `backup-failed` while the last attempt did not succeed. */
export function backupWarnings(session: ProjectSession): readonly string[] {
  return (keepers.get(session)?.failed ?? null) === null ? [] : ['backup-failed'];
}

export function ownerOf(db: Connection, path: string): Owner {
  const reads = backupReads(db);
  const name = reads.name.get() ?? '';
  return { guid: reads.guid.get() ?? '', path, name: name === '' ? basename(path) : name };
}

interface NextCopy {
  readonly name: string;
  readonly number: number;
  readonly at: string;
  readonly reason: Reason;
  readonly documents: number;
  readonly codings: number;
  readonly stamp: string | null;
}

function nextCopy(db: Connection, folder: BackupFolder, reason: Reason): NextCopy {
  const now = new Date();
  const number = nextNumber(folder);
  const counts = backupReads(db).counts.get() ?? { documents: 0, codings: 0 };
  const stamp = backupReads(db).stamp.get() ?? null;
  const name = copyName(folder.manifest.name, number, now, reason);
  return { name, number, at: now.toISOString(), reason, ...counts, stamp };
}

/** Enters a copy that is there into the list, and lets the outdated ones go. */
function finish(core: CoreState, keeper: Keeper | null, own: BackupFolder, next: NextCopy): void {
  const { name, ...copy } = next;
  const bytes = fileBytes(join(own.folder, name));
  const copies = { ...own.manifest.copies, [name]: { ...copy, bytes } };
  const all = copiesIn({ folder: own.folder, manifest: { ...own.manifest, copies } });
  const gone = outdated(all, core.settings.get().backupLimitMb * MB).map(({ file }) => file);
  for (const file of gone) rmSync(file, { force: true });
  const kept = Object.entries(copies).filter(([each]) => !gone.includes(join(own.folder, each)));
  writeManifest(own.folder, { ...own.manifest, lastNumber: next.number, copies: Object.fromEntries(kept) });
  if (keeper === null) return;
  keeper.stamp = next.stamp;
  keeper.isLeft = false;
  keeper.lastMonotonicMs = performance.now();
  keeper.lastWallMs = Date.parse(next.at);
  keeper.failed = null;
  core.emit({ type: 'backups' });
}

function attempt(core: CoreState, session: ProjectSession, keeper: Keeper, work: () => void): void {
  try {
    work();
  } catch (error) {
    noteFailure(core, session, keeper, error);
  }
}

function noteFailure(core: CoreState, session: ProjectSession, keeper: Keeper, error: unknown): void {
  session.hindered(error);
  keeper.failed = reasonOf(error);
  // From the attempt on, so that it is not made anew every minute.
  keeper.lastMonotonicMs = performance.now();
  keeper.lastWallMs = Date.now();
  core.emit({ type: 'backups' });
}

function isDue(keeper: Keeper, session: ProjectSession): boolean {
  return copyIsDue({
    changed: hasChanged(keeper, session),
    monotonicSinceMs: performance.now() - keeper.lastMonotonicMs,
    wallSinceMs: Date.now() - keeper.lastWallMs,
    failed: keeper.failed !== null,
  });
}

function hasChanged(keeper: Keeper, session: ProjectSession): boolean {
  const db = session.writer;
  if (db === null || !db.open) return false;
  return keeper.stamp === null || backupReads(db).stamp.get() !== keeper.stamp;
}

function stopLooking(keeper: Keeper): void {
  if (keeper.timer !== null) clearInterval(keeper.timer);
  keeper.timer = null;
}

function fileBytes(path: string): number {
  return statSync(path).size;
}
