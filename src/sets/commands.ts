import type { CommandHandlers, InFeature } from '../contract/handlers.ts';
import type { Connection } from '../database/connection.ts';
import { found, uniqueName } from '../errors/lookup.ts';
import type { SetKind, setsContract } from './contract.ts';
import { addSet, removeSet, renameSet, setMembers, setReads } from './store.ts';

const MEMBER = { codes: 'code', documents: 'document', participants: 'participant' } as const;

/** Throws `not-found` for the first id that is none of the kind. */
function checkMembers(db: Connection, kind: SetKind, memberIds: readonly number[]): void {
  const known = new Set(setReads(db).known[kind].all(JSON.stringify(memberIds)));
  for (const id of memberIds) found(known.has(id) ? id : undefined, MEMBER[kind], id);
}

export const setCommands: CommandHandlers<InFeature<typeof setsContract, 'command'>> = {
  'sets.create': ({ db, describe }, { kind, name, memberIds }) => {
    checkMembers(db, kind, memberIds);
    const setId = uniqueName(name, () => addSet(db, kind, name));
    setMembers(db, { id: setId, kind }, memberIds);
    describe({ set: name, count: new Set(memberIds).size });
    return { setId };
  },

  'sets.update': ({ db, describe }, { setId, name, memberIds }) => {
    const row = found(setReads(db).byId.get(setId), 'set', setId);
    if (memberIds !== undefined) {
      checkMembers(db, row.kind, memberIds);
      setMembers(db, row, memberIds);
    }
    if (name !== undefined && name !== row.name) uniqueName(name, () => renameSet(db, setId, name));
    describe({ set: name ?? row.name });
    return {};
  },

  'sets.remove': ({ db, describe }, { setId }) => {
    const row = found(setReads(db).byId.get(setId), 'set', setId);
    removeSet(db, setId);
    describe({ set: row.name });
    return {};
  },
};
