import type { InFeature, TaskHandlers } from '../contract/handlers.ts';
import type { Connection } from '../database/connection.ts';
import { HISTORY_TABLES } from '../database/history-triggers.ts';
import { RepereError } from '../errors/codes.ts';
import { openSession, type CoreState } from '../host/state.ts';
import type { ProjectSession } from '../project/session.ts';
import type { pseudonymsContract } from './contract.ts';
import { dropOriginals, everyDocument, sealProject } from './seal.ts';

export const pseudonymTasks: TaskHandlers<InFeature<typeof pseudonymsContract, 'task'>> = {
  'pseudonyms.seal': ({ core }, { dropOriginals: drop }) =>
    changing(core, 'pseudonyms.seal', (db, session) =>
      sealProject(db, session, { dropOriginals: drop, dataDir: core.options.dataDir }),
    ),

  'documents.dropOriginals': ({ core }) =>
    changing(core, 'documents.dropOriginals', (db) => ({ dropped: dropOriginals(db) })),
};

/** Runs what changes the project outside of its history, and tells every window to look again. */
function changing<T>(
  core: CoreState,
  command: string,
  work: (db: Connection, session: ProjectSession) => T,
): T {
  const session = openSession(core);
  const db = session.writer;
  if (db === null) throw new RepereError('project.read-only');
  const value = work(db, session);
  const event = {
    type: 'changed',
    origin: 'command',
    command,
    stepId: 0,
    documents: everyDocument(db),
    codes: [],
    tables: HISTORY_TABLES,
  } as const;
  session.changed(event);
  core.emit(event);
  return value;
}
