import type { CoreEvent } from '../contract/wire.ts';
import type { Migration } from '../database/migrate.ts';
import { RepereError } from '../errors/codes.ts';
import type { ReaderPool } from '../readers/pool.ts';
import type { ProjectSession } from '../project/session.ts';
import type { AppSettingsFile } from '../settings/app-settings.ts';
import type { CoreOptions } from './core.ts';

/** What one core holds: at most one open project, this person's settings, and files handed over for import. */
export interface CoreState {
  readonly options: CoreOptions;
  readonly settings: AppSettingsFile;
  readonly migrations: readonly Migration[];
  /** Reads files outside of the core's thread. */
  readonly readers: ReaderPool;
  /** Bytes by staged id. */
  readonly staged: Map<string, { readonly fileName: string; readonly bytes: Uint8Array }>;
  session: ProjectSession | null;
  /** Resolves when a copy that is being made piece by piece leaves room for changes again; `null`: there is none. */
  held: Promise<void> | null;
  emit(event: CoreEvent): void;
}

/** The open project; throws `project.none`. */
export function openSession(core: CoreState): ProjectSession {
  if (core.session === null) throw new RepereError('project.none');
  return core.session;
}

/**
 * Holds back every command and task that comes later, so that what was asked first is done first. Queries need not wait:
 * what they read is not touched.
 */
export async function whileHolding<T>(core: CoreState, work: () => Promise<T>): Promise<T> {
  const { promise, resolve } = Promise.withResolvers<void>();
  core.held = promise;
  try {
    return await work();
  } finally {
    core.held = null;
    resolve();
  }
}
