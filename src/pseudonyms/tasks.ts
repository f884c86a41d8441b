import { copyBefore } from '../backups/keep.ts';
import { openPlace } from '../backups/places.ts';
import { projectBackups } from '../backups/renew.ts';
import type { InFeature, TaskHandlers } from '../contract/handlers.ts';
import type { Connection } from '../database/connection.ts';
import { HISTORY_TABLES } from '../database/history-triggers.ts';
import { RepereError } from '../errors/codes.ts';
import { openSession, whileHolding, type CoreState } from '../host/state.ts';
import type { ProjectSession } from '../project/session.ts';
import type { pseudonymsContract } from './contract.ts';
import { dropOriginals, everyDocument, sealProject } from './seal.ts';

export const pseudonymTasks: TaskHandlers<InFeature<typeof pseudonymsContract, 'task'>> = {
  'pseudonyms.seal': async ({ core }, { dropOriginals: drop }) => {
    const { db, session } = writable(core);
    // Before anything is taken out: old copies on a disk that is not there would keep every name.
    openPlace(core);
    await whileHolding(core, () => copyBefore(core, session, 'seal'));
    if (core.session !== session) throw new RepereError('project.none');
    session.assertOurs();
    return sealProject(db, session, {
      dropOriginals: drop,
      backups: projectBackups(core, session),
      readers: core.readers,
      isOpen: () => core.session === session,
      onSealed: () => tellEverybody(core, 'pseudonyms.seal', db, session),
    });
  },

  'documents.dropOriginals': ({ core }, { keepBackups }) => {
    const { db, session } = writable(core);
    const result = dropOriginals(db, session, { keepBackups, backups: projectBackups(core, session) });
    tellEverybody(core, 'documents.dropOriginals', db, session);
    return result;
  },
};

/** The open project, to be written to; throws `project.read-only`. */
export function writable(core: CoreState): { readonly db: Connection; readonly session: ProjectSession } {
  const session = openSession(core);
  return { db: session.writable(), session };
}

/** The project changed outside of its history: every window looks again. */
export function tellEverybody(
  core: CoreState,
  command: string,
  db: Connection,
  session: ProjectSession,
  /** Documents that are gone. */
  removed: readonly number[] = [],
): void {
  const event = {
    type: 'changed',
    origin: 'command',
    command,
    stepId: 0,
    documents: [...everyDocument(db), ...removed],
    codes: [],
    tables: HISTORY_TABLES,
  } as const;
  session.changed(event);
  core.emit(event);
}
