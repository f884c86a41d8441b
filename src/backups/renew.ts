import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncToDisk } from '../database/verified-copy.ts';
import type { CoreState } from '../host/state.ts';
import type { ProjectSession } from '../project/session.ts';
import { copiesIn } from './folder.ts';
import { copyNow, giveUpRunning, ownerOf } from './keep.ts';
import { ownFolders } from './list.ts';
import { UnsavedFile } from '../unsaved/file.ts';
import { readManifest, writeManifest } from './manifest.ts';

/** The copies of this very project, and its words that wait on this machine: they hold what is to go for good. */
export interface ProjectBackups {
  /** Puts one new copy in the place of all; no words wait any more. */
  readonly renew: () => { readonly backup: string; readonly backupsRemoved: number };
  readonly count: () => number;
}

export function projectBackups(core: CoreState, session: ProjectSession): ProjectBackups {
  return { renew: () => renewBackups(core, session), count: () => countBackups(core, session) };
}

/** How many copies of the open project there are, in every place. */
export function countBackups(core: CoreState, session: ProjectSession): number {
  return ownFolders(core, ownerOf(session.reader, session.path)).flatMap(copiesIn).length;
}

/**
 * Puts one new copy in the place of all of this project's, unfinished ones and those of the first versions too, once it
 * is there; answers how many complete ones went, and forgets words that wait to be written. Copies of the same project at another place are not touched.
 */
export function renewBackups(
  core: CoreState,
  session: ProjectSession,
): { readonly backup: string; readonly backupsRemoved: number } {
  giveUpRunning(session);
  const folders = ownFolders(core, ownerOf(session.reader, session.path));
  const old = folders.flatMap(copiesIn).map(({ file }) => file);
  const backup = copyNow(core, session, 'seal');
  for (const file of old) rmSync(file, { force: true });
  // Before anybody says that it is done: a power failure would bring them back.
  for (const folder of new Set(old.map((file) => dirname(file)))) syncToDisk(folder);
  new UnsavedFile(core.options.dataDir, session.guid).forget();
  for (const { folder } of folders) {
    const manifest = readManifest(folder);
    if (manifest === null) continue;
    const left = copiesIn({ folder, manifest });
    if (left.length === 0) rmSync(folder, { recursive: true, force: true });
    else
      writeManifest(folder, {
        ...manifest,
        copies: Object.fromEntries(
          Object.entries(manifest.copies).filter(([name]) => left.some(({ file }) => file.endsWith(name))),
        ),
      });
  }
  return { backup, backupsRemoved: old.length };
}
