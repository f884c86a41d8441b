import { z } from 'zod';
import { timestamp } from '../contract/common.ts';
import { task } from '../contract/define.ts';
import { REASONS } from './rotation.ts';

export const backupCopy = z.strictObject({
  /** Absolute. */
  file: z.string(),
  /** Which copy came after which, whatever the clock said. */
  number: z.number().int(),
  at: timestamp,
  reason: z.enum(REASONS),
  bytes: z.number().int(),
  /** `null` when the copy cannot be read. */
  documents: z.number().int().nullable(),
  codings: z.number().int().nullable(),
});
export type BackupCopy = z.output<typeof backupCopy>;

export const backupList = z.strictObject({
  path: z.string(),
  name: z.string(),
  /** Whether there is a file at the path now. */
  exists: z.boolean(),
  /** Where the project's copies lie; `null` before the first one. */
  folder: z.string().nullable(),
  /** The folder that holds the folders of all projects. */
  place: z.string(),
  /** `false` when the chosen folder is not there, on a disk that is not plugged in, say. */
  placeIsThere: z.boolean(),
  limitMb: z.number().int(),
  bytes: z.number().int(),
  /** Newest first. */
  copies: z.array(backupCopy),
});
export type BackupList = z.output<typeof backupList>;

export const backedUpProject = z.strictObject({
  path: z.string(),
  name: z.string(),
  exists: z.boolean(),
  copies: z.number().int(),
  newestAt: timestamp,
});
export type BackedUpProject = z.output<typeof backedUpProject>;

const path = z.string().min(1).max(4_096);

export const backupsContract = {
  /** The copies of the project at a path, which need not be open, nor whole, nor there. */
  'backups.list': task(z.strictObject({ path }), backupList),
  /** Where copies go, and whether that folder is there now. */
  'backups.place': task(
    z.strictObject({}),
    z.strictObject({ place: z.string(), isUsual: z.boolean(), isThere: z.boolean() }),
  ),
  /** Every project that has copies, the one copied last first. */
  'backups.projects': task(z.strictObject({}), z.array(backedUpProject)),
  /**
   * Takes a copy back: `beside` into a new file (`out`, or a free name beside the project), `in-place` where the project
   * is; what is there is kept under a name that says so. A project that is open here is closed and opened again.
   */
  'backups.restore': task(
    z.strictObject({ path, file: path, to: z.enum(['beside', 'in-place']), out: path.optional() }),
    z.strictObject({
      path: z.string(),
      /** Where what was there is now; `null` when nothing was. */
      kept: z.string().nullable(),
    }),
  ),
  /** Where copies go from now on; `null`: the usual folder. `move` takes those along that are there. */
  'backups.setPlace': task(
    z.strictObject({ place: path.nullable(), move: z.boolean().default(false) }),
    z.strictObject({ place: z.string(), moved: z.number().int(), left: z.number().int() }),
  ),
};
