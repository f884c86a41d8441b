import type { CallOptions } from '../contract/client.ts';
import type { CallName } from '../contract/contract.ts';
import type { Answer, CoreEvent } from '../contract/wire.ts';
import type { Locale } from '../settings/contract.ts';

/** Where a core finds and keeps things. All paths are absolute. */
export interface CoreOptions {
  /** This person's folder for settings, recent projects and backups. */
  readonly dataDir: string;
  /** The person's documents folder: where new projects and the sample study go by default. */
  readonly documentsDir: string;
  /** Holds `migrations/` and `fixtures/sample-study/`. */
  readonly resourcesDir: string;
  /** Who codes when the settings name nobody; for scripts. */
  readonly coderName?: string;
  /** Whether opened projects enter the list of recent ones; a script's do not. */
  readonly rememberRecent?: boolean;
  /** How long nobody asks for anything before an open project is looked through, in milliseconds; a minute. */
  readonly idleMs?: number;
}

export interface CoreCallOptions extends CallOptions {
  /** The language of messages and step labels. */
  readonly locale: Locale;
}

/**
 * One core holds at most one open project. In process, in a worker thread, or behind a door: the same four methods.
 * `call` never rejects: whatever goes wrong comes back as an answer with a stable code.
 */
export interface Core {
  call(name: CallName, input: unknown, options: CoreCallOptions): Promise<Answer>;
  /** Keeps bytes for a later `import.inspect` and answers their id. */
  stage(fileName: string, bytes: Uint8Array): Promise<string>;
  subscribe(listener: (event: CoreEvent) => void): () => void;
  /** Closes the project and ends the core. */
  close(): Promise<void>;
}
