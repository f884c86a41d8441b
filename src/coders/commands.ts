import type { CommandHandlers, InFeature, TaskHandlers } from '../contract/handlers.ts';
import { found, uniqueName } from '../errors/lookup.ts';
import { openSession } from '../host/state.ts';
import type { codersContract } from './contract.ts';
import { coderReads, renameCoder } from './store.ts';

export const coderCommands: CommandHandlers<InFeature<typeof codersContract, 'command'>> = {
  'coders.rename': ({ db, session, describe }, { coderId, name }) => {
    const coder = found(coderReads(db).byId.get(coderId), 'coder', coderId);
    uniqueName(name, () => renameCoder(db, coderId, name));
    // Who renames themselves goes on working under the new name.
    if (session.coderName === coder.name) session.coderName = name;
    describe({ from: coder.name, to: name });
    return {};
  },
};

export const coderTasks: TaskHandlers<InFeature<typeof codersContract, 'task'>> = {
  'coders.setCurrent': ({ core }, { name }) => {
    openSession(core).coderName = name;
    return {};
  },
};
