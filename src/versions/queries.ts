import type { InFeature, QueryHandlers } from '../contract/handlers.ts';
import type { Connection } from '../database/connection.ts';
import { found } from '../errors/lookup.ts';
import type { versionsContract } from './contract.ts';
import { compareCodebooks } from './difference.ts';
import { readSnapshot, takeSnapshot, type CodebookSnapshot } from './snapshot.ts';
import { versionReads } from './store.ts';

function snapshotOf(db: Connection, versionId: number): CodebookSnapshot {
  return readSnapshot(found(versionReads(db).snapshotOf.get(versionId), 'version', versionId));
}

export const versionQueries: QueryHandlers<InFeature<typeof versionsContract, 'query'>> = {
  'versions.list': ({ db }) =>
    versionReads(db)
      .list.all()
      .map((row) => ({
        id: row.id,
        guid: row.guid,
        name: row.name,
        reason: row.reason,
        subject: row.subject,
        coderName: row.coder_name,
        createdAt: row.created_at,
        codes: row.codes,
      })),

  'versions.difference': ({ db }, { fromId, toId }) =>
    compareCodebooks(
      snapshotOf(db, fromId),
      toId === null ? takeSnapshot(db) : snapshotOf(db, toId),
      versionReads(db).lineage.all(),
    ),
};
