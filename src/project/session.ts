import { AnalysisCache } from '../analysis/cache.ts';
import type { ChangedEvent } from '../contract/wire.ts';
import { changeJournal, type Connection } from '../database/connection.ts';
import type { Lock } from '../database/lock.ts';
import { TextCache } from '../documents/text-cache.ts';
import type { ImportDraft } from '../imports/draft.ts';
import type { KeptTable } from '../tables/draft.ts';

export interface SessionParts {
  readonly path: string;
  readonly guid: string;
  /** `null` when the project is open read-only. */
  readonly writer: Connection | null;
  readonly reader: Connection;
  readonly lock: Lock | null;
  readonly warnings: readonly string[];
  readonly coderName: string;
}

/** One open project: its two connections, its lock, and what is remembered while it is open. */
export class ProjectSession {
  readonly path: string;
  readonly guid: string;
  readonly writer: Connection | null;
  readonly reader: Connection;
  readonly warnings: readonly string[];
  readonly texts = new TextCache();
  readonly analysis = new AnalysisCache();
  /** Files that were read and wait for the person's word, by draft id. */
  readonly drafts = new Map<string, ImportDraft>();
  /** Tables that were read and wait for the person's word, by draft id. */
  readonly tables = new Map<string, KeptTable>();
  coderName: string;
  readonly #lock: Lock | null;

  constructor(parts: SessionParts) {
    this.path = parts.path;
    this.guid = parts.guid;
    this.writer = parts.writer;
    this.reader = parts.reader;
    this.warnings = parts.warnings;
    this.coderName = parts.coderName;
    this.#lock = parts.lock;
  }

  get readOnly(): boolean {
    return this.writer === null;
  }

  /** Forgets what a change made stale. */
  changed(event: ChangedEvent): void {
    this.analysis.changed(event);
  }

  /** Closes the file and leaves it as one single file, without side files. */
  close(): void {
    try {
      this.reader.close();
      // The classic journal while nobody has it open: the project is then one file that can be copied or sent.
      if (this.writer !== null) changeJournal(this.writer, 'delete');
    } finally {
      this.writer?.close();
      this.#lock?.release();
    }
  }
}
