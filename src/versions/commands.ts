import type { CommandHandlers, InFeature } from '../contract/handlers.ts';
import { found } from '../errors/lookup.ts';
import type { versionsContract } from './contract.ts';
import { takeSnapshot } from './snapshot.ts';
import { addVersion, removeVersion, renameVersion, versionReads } from './store.ts';

export const versionCommands: CommandHandlers<InFeature<typeof versionsContract, 'command'>> = {
  'versions.create': (context, { name }) => {
    const snapshot = JSON.stringify(takeSnapshot(context.db));
    context.describe({ version: name });
    const version = { name, reason: 'named', subject: '', coderId: context.coderId(), snapshot } as const;
    return { versionId: addVersion(context.db, version, context.now) };
  },

  'versions.rename': ({ db, describe }, { versionId, name }) => {
    const row = found(versionReads(db).byId.get(versionId), 'version', versionId);
    if (row.name !== name) renameVersion(db, versionId, name);
    describe({ version: name });
    return {};
  },

  'versions.remove': ({ db, describe }, { versionId }) => {
    const row = found(versionReads(db).byId.get(versionId), 'version', versionId);
    removeVersion(db, versionId);
    describe({ version: row.name === '' ? row.created_at.slice(0, 10) : row.name });
    return {};
  },
};
