import type { Connection } from '../database/connection.ts';
import { backupWarnings } from '../backups/keep.ts';
import { found } from '../errors/lookup.ts';
import type { ProjectInfo } from './contract.ts';
import type { ProjectSession } from './session.ts';
import { projectReads } from './store.ts';

/** What the window shows of the open project. */
export function projectInfoOf(db: Connection, session: ProjectSession): ProjectInfo {
  const row = found(projectReads(db).get.get(), 'project', 1);
  const counts = projectReads(db).counts.get() ?? { documents: 0, participants: 0, codes: 0, codings: 0 };
  return {
    path: session.path,
    guid: row.guid,
    name: row.name,
    description: row.description,
    contacted: row.contacted,
    createdAt: row.created_at,
    readOnly: session.readOnly,
    warnings: [...session.warnings, ...backupWarnings(session)],
    coderName: session.coderName,
    counts,
  };
}
