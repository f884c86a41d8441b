import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { loadMigrations } from '../database/migrate.ts';
import { noteChange } from '../backups/keep.ts';
import type { CoreEvent } from '../contract/wire.ts';
import { leave, rememberSoon } from '../project/handlers.ts';
import { AppSettingsFile } from '../settings/app-settings.ts';
import type { ReaderPool } from '../readers/pool.ts';
import { closeFolder } from './private-files.ts';
import type { Core, CoreOptions } from './core.ts';
import { dispatch } from './dispatch.ts';
import { sharedReaders } from './readers.ts';
import type { CoreState } from './state.ts';

/** A core in this very thread: for the command line, for tests, and inside the worker. */
export function createCore(options: CoreOptions, readers: ReaderPool = sharedReaders()): Core {
  closeFolder(options.dataDir);
  const listeners = new Set<(event: CoreEvent) => void>();
  const state: CoreState = {
    options,
    settings: new AppSettingsFile(options.dataDir),
    migrations: loadMigrations(join(options.resourcesDir, 'migrations')),
    readers,
    staged: new Map(),
    session: null,
    held: null,
    emit: (event) => {
      if (event.type === 'changed' && state.session !== null) {
        noteChange(state, state.session);
        rememberSoon(state, state.session);
      }
      for (const listener of listeners) listener(event);
    },
  };
  return {
    call: (name, input, callOptions) => dispatch(state, name, input, callOptions),
    stage: async (fileName, bytes) => {
      const id = randomUUID();
      state.staged.set(id, { fileName, bytes });
      return id;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => leave(state),
  };
}
