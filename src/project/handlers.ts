import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { copyInPieces, endBackups, keepBackups } from '../backups/keep.ts';
import { isBackupCopy } from '../backups/places.ts';
import { canBeOpened } from '../backups/restore.ts';
import { projectBackups } from '../backups/renew.ts';
import { resumeErasure } from '../erasure/erase.ts';
import type { CommandHandlers, InFeature, QueryHandlers, TaskHandlers } from '../contract/handlers.ts';
import { found } from '../errors/lookup.ts';
import { RepereError } from '../errors/codes.ts';
import { openSession, whileHolding, type CoreState } from '../host/state.ts';
import { browse } from './browse.ts';
import { checkProject } from './check.ts';
import type { projectContract, ProjectInfo } from './contract.ts';
import { projectInfoOf } from './info.ts';
import { createProject } from './create.ts';
import { realPath } from '../database/place.ts';
import { PROJECT_EXTENSION } from './file-path.ts';
import { openProject } from './open.ts';
import { perSession } from './per-session.ts';
import { saveCopy } from './save-copy.ts';
import { fillSample } from './sample.ts';
import type { RecentEntry } from '../settings/app-settings.ts';
import type { ProjectSession } from './session.ts';
import { projectReads, projectWrites } from './store.ts';

type Project = typeof projectContract;

export const projectQueries: QueryHandlers<InFeature<Project, 'query'>> = {
  'project.info': ({ db, session }) => projectInfoOf(db, session),
  'project.check': ({ db, locale }) => checkProject(db, locale),
};

export const projectCommands: CommandHandlers<InFeature<Project, 'command'>> = {
  'project.update': ({ db, describe }, { name, description, contacted }) => {
    const row = found(projectReads(db).get.get(), 'project', 1);
    projectWrites(db).update.run({
      name: name ?? row.name,
      description: description ?? row.description,
      contacted: contacted === undefined ? row.contacted : contacted,
    });
    describe({ name: name ?? row.name });
    return {};
  },
};

export const projectTasks: TaskHandlers<InFeature<Project, 'task'>> = {
  'project.create': ({ core }, { path, name }) => enter(core, () => createProject(core, path, name)),

  'project.open': ({ core }, { path, readOnly, takeOver }) => {
    const absolute = realPath(path);
    // Nobody works in a backup: it is looked at, or taken back.
    const reads = readOnly === true || isBackupCopy(core, absolute);
    // Asked again for what is open: stay, rather than close and find our own lock.
    if (core.session?.path === absolute && core.session.readOnly === reads) {
      return projectInfoOf(core.session.reader, core.session);
    }
    // One process never opens a file twice: whoever closes one of them gives back the locks of both.
    if (core.session?.path === absolute) leave(core);
    return enter(core, () => openProject(core, absolute, { readOnly: reads, takeOver: takeOver ?? false }));
  },

  'project.close': ({ core }) => {
    leave(core);
    core.emit({ type: 'project', path: null });
    return {};
  },

  'project.sample': async (context, { path }) => {
    const { core } = context;
    const target =
      path ?? freePath(core.options.documentsDir, context.locale === 'fr' ? 'Étude exemple' : 'Sample study');
    const session = createProject(core, target, undefined);
    try {
      await fillSample(context, session);
    } catch (error) {
      session.close();
      throw error;
    }
    return enter(core, () => session);
  },

  'project.current': ({ core }) =>
    core.session === null ? null : projectInfoOf(core.session.reader, core.session),

  'project.recent': ({ core }) =>
    core.settings
      .recent()
      .map((entry) => ({ ...entry, profile: [...entry.profile], exists: canBeOpened(entry.path) })),

  'project.forget': ({ core }, { path }) => {
    core.settings.forget(path);
    return {};
  },

  'project.backup': async ({ core }) => {
    const session = openSession(core);
    session.writable();
    const path = await whileHolding(core, () => copyInPieces(core, session, 'manual'));
    if (path === null) throw new RepereError('project.none');
    return { path };
  },

  'project.saveCopy': ({ core }, { path }) => saveCopy(openSession(core), path),

  'files.browse': ({ core }, { path }) =>
    browse(path ?? core.options.documentsDir, core.options.documentsDir),
};

/** Closes what is open, takes the new project, remembers it and tells every window. When it cannot be opened, the old one stays. */
export function enter(core: CoreState, open: () => ProjectSession): ProjectInfo {
  const session = open();
  leave(core);
  core.session = session;
  keepBackups(core, session);
  goOnErasing(core, session);
  remember(core, session);
  core.emit({ type: 'project', path: session.path });
  return projectInfoOf(session.reader, session);
}

/** What was being taken out for good when the program ended is taken out now. */
function goOnErasing(core: CoreState, session: ProjectSession): void {
  if (session.writer === null) return;
  const warning = resumeErasure(session.writer, { backups: projectBackups(core, session) });
  if (warning !== null) session.warn(warning);
}

/** Closes the open project, if any. */
export function leave(core: CoreState): void {
  const { session } = core;
  if (session === null) return;
  core.session = null;
  try {
    remember(core, session);
    endBackups(core, session);
  } finally {
    session.close();
  }
}

/** How long after the last change the list of recent projects tells what is in the project, in milliseconds. */
const REMEMBER_MS = 3_000;

const remembering = perSession((): { timer: NodeJS.Timeout | undefined } => ({ timer: undefined }));

/** What the home screen says of a project is not as old as its opening: another start of the program reads it meanwhile. */
export function rememberSoon(core: CoreState, session: ProjectSession): void {
  const mine = remembering(session);
  clearTimeout(mine.timer);
  mine.timer = setTimeout(() => {
    if (core.session === session) remember(core, session);
  }, REMEMBER_MS);
  mine.timer.unref();
}

/** The list of recent projects is a convenience: where it cannot be written, nothing stops. */
function remember(core: CoreState, session: ProjectSession): void {
  if (core.options.rememberRecent === false || isBackupCopy(core, session.path)) return;
  try {
    core.settings.remember(recentEntry(session));
  } catch {
    // A full or read-only data folder, or a file that is gone.
  }
}

function recentEntry(session: ProjectSession): RecentEntry {
  const info = projectInfoOf(session.reader, session);
  const { counts, total } = session.analysis.codeCounts(session.reader);
  const profile = counts
    .map((count) => (total === 0 ? 0 : count.participants / total))
    .toSorted((a, b) => b - a)
    .slice(0, 8);
  return {
    path: info.path,
    name: info.name,
    openedAt: new Date().toISOString(),
    documents: info.counts.documents,
    codes: info.counts.codes,
    profile,
  };
}

/** `folder/name.repere`, or with a number when that file is there. */
function freePath(folder: string, name: string): string {
  for (let number = 1; ; number += 1) {
    const path = join(folder, `${name}${number === 1 ? '' : ` ${number}`}${PROJECT_EXTENSION}`);
    if (!existsSync(path)) return path;
  }
}
