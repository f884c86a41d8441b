import { openPlace } from '../backups/places.ts';
import { projectBackups } from '../backups/renew.ts';
import type { InFeature, QueryHandlers, TaskHandlers } from '../contract/handlers.ts';
import type { Connection } from '../database/connection.ts';
import { removalImpact } from '../documents/impact.ts';
import { documentReads } from '../documents/store.ts';
import { found } from '../errors/lookup.ts';
import type { CoreState } from '../host/state.ts';
import type { ProjectSession } from '../project/session.ts';
import { forget } from '../pseudonyms/seal.ts';
import { tellEverybody, writable } from '../pseudonyms/tasks.ts';
import type { erasureContract } from './contract.ts';
import type { ErasurePlace } from './erase.ts';
import { eraseDocuments, stepsClosedBy } from './erase-documents.ts';
import { deletedDocuments } from './scope-store.ts';
import { planWithdrawal, withdrawParticipant } from './withdraw.ts';
import { openSteps } from './withdrawal-store.ts';

type Erasure = typeof erasureContract;

export const erasureQueries: QueryHandlers<InFeature<Erasure, 'query'>> = {
  'documents.deleted': ({ db }) => deletedDocuments(db).map((each) => ({ ...each })),

  'documents.erasureImpact': ({ db }, { documentIds }) => {
    mustBeKnown(db, documentIds);
    const { codings, memos } = removalImpact(db, documentIds);
    const scope = { documents: documentIds, participants: [], pseudonyms: [] };
    return { codings, memos, steps: stepsClosedBy(db, scope, openSteps(db)) };
  },

  'participants.withdrawal': ({ db, session }, { participantId }) =>
    planWithdrawal(db, session, participantId),
};

export const erasureTasks: TaskHandlers<InFeature<Erasure, 'task'>> = {
  'documents.deleteForGood': ({ core }, { documentIds }) => {
    const { db, session } = writable(core);
    mustBeKnown(db, documentIds);
    return eraseDocuments(db, documentIds, placeFor(core, session), () => {
      forget(session);
      tellEverybody(core, 'documents.deleteForGood', db, session, documentIds);
    });
  },

  'participants.withdraw': ({ core, locale }, { participantId }) => {
    const { db, session } = writable(core);
    return withdrawParticipant(db, session, participantId, {
      place: placeFor(core, session),
      locale,
      now: new Date().toISOString(),
      onRemoved: () => {
        forget(session);
        tellEverybody(core, 'participants.withdraw', db, session, []);
      },
    });
  },
};

/** Copies on a disk that is not there would keep every word: then nothing is begun. Throws `backups.place-missing`. */
function placeFor(core: CoreState, session: ProjectSession): ErasurePlace {
  openPlace(core);
  return { backups: projectBackups(core, session) };
}

/** A document of the project, or one that was deleted and can still be brought back; else `not-found`. */
function mustBeKnown(db: Connection, documentIds: readonly number[]): void {
  const deleted = new Set(deletedDocuments(db).map(({ id }) => id));
  for (const id of documentIds) if (!deleted.has(id)) found(documentReads(db).byId.get(id), 'document', id);
}
