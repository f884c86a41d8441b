import { AnalysisCache } from '../analysis/cache.ts';
import type { ChangedEvent } from '../contract/wire.ts';
import { changeJournal, checkpoint, type Connection } from '../database/connection.ts';
import type { Lock } from '../database/lock.ts';
import { isCorrupt } from '../database/quick-check.ts';
import { RepereError } from '../errors/codes.ts';
import { TextCache } from '../documents/text-cache.ts';
import type { ImportDraft } from '../imports/draft.ts';
import type { KeptTable } from '../tables/draft.ts';
import { ThoroughCheck } from './thorough-check.ts';
import { Upkeep, type Loss } from './upkeep.ts';

export interface SessionParts {
  readonly path: string;
  readonly guid: string;
  /** `null` when the project is open read-only. */
  readonly writer: Connection | null;
  readonly reader: Connection;
  readonly lock: Lock | null;
  readonly warnings: readonly string[];
  readonly coderName: string;
  /** How long nobody asks for anything before the whole file is looked through, in milliseconds; for tests. */
  readonly idleMs?: number | undefined;
  /** Called once, when the file turns out to be no longer ours. */
  onLoss(session: ProjectSession, loss: Loss): void;
  /** Called when everything is closed, for what only this session needed. */
  onClosed(): void;
}

/** One open project: its two connections, its lock, and what is remembered while it is open. */
export class ProjectSession {
  readonly path: string;
  readonly guid: string;
  readonly writer: Connection | null;
  readonly reader: Connection;
  readonly texts = new TextCache();
  readonly analysis = new AnalysisCache();
  /** Files that were read and wait for the person's word, by draft id. */
  readonly drafts = new Map<string, ImportDraft>();
  /** Tables that were read and wait for the person's word, by draft id. */
  readonly tables = new Map<string, KeptTable>();
  coderName: string;
  #warnings: readonly string[];
  readonly #lock: Lock | null;
  readonly #upkeep: Upkeep | null;
  readonly #thorough: ThoroughCheck | null;
  readonly #onClosed: () => void;

  constructor(parts: SessionParts) {
    this.path = parts.path;
    this.guid = parts.guid;
    this.writer = parts.writer;
    this.reader = parts.reader;
    this.#warnings = parts.warnings;
    this.coderName = parts.coderName;
    this.#lock = parts.lock;
    this.#onClosed = parts.onClosed;
    this.#upkeep =
      parts.writer === null
        ? null
        : new Upkeep(parts.path, parts.writer, parts.lock, (loss) => {
            this.warn(loss);
            parts.onLoss(this, loss);
          });
    this.#thorough =
      parts.writer === null
        ? null
        : new ThoroughCheck(parts.path, parts.reader, () => this.damaged(), parts.idleMs);
  }

  get readOnly(): boolean {
    return this.writer === null;
  }

  /** Codes of what is worth knowing about the file, as `project.info` tells them. */
  get warnings(): readonly string[] {
    return this.#warnings;
  }

  warn(code: string): void {
    if (!this.#warnings.includes(code)) this.#warnings = [...this.#warnings, code];
  }

  /**
   * The connection that changes are made with. Throws `project.read-only`, or says that the file is no longer ours
   * (`project.replaced`, `project.taken-over`): then nothing may be answered with « done ».
   */
  writable(): Connection {
    if (this.writer === null) throw new RepereError('project.read-only');
    this.assertOurs();
    return this.writer;
  }

  /** Throws `project.replaced` or `project.taken-over` once the file is no longer ours. */
  assertOurs(): void {
    const loss = this.#upkeep?.loss() ?? null;
    if (loss !== null) throw new RepereError(`project.${loss}`, { path: this.path, backups: '' });
  }

  /** Whether a copy made now would be what was in hand, also when the file itself was taken away. */
  get isIntact(): boolean {
    return this.#upkeep?.isIntact ?? true;
  }

  /** Says that pages of the file are damaged; `project.damaged` is thrown by whatever would change it from now on. */
  damaged(): void {
    this.warn('damaged');
    this.#upkeep?.damaged();
  }

  /** To be called at every call. */
  used(): void {
    this.#thorough?.used();
  }

  /** To be told what hindered a copy: damage of the file is told, that of the copy lets the file be looked through. */
  hindered(error: unknown): void {
    if (isCorrupt(error)) this.damaged();
    else if (error instanceof RepereError && error.code === 'project.damaged') this.#thorough?.suspect();
  }

  /** Forgets what a change made stale. */
  changed(event: ChangedEvent): void {
    this.analysis.changed(event);
  }

  /** To be called after whatever may have written. */
  wrote(): void {
    this.#upkeep?.wrote();
  }

  /** Closes the file and leaves it as one single file, without side files. */
  close(): void {
    this.#thorough?.stop();
    this.#upkeep?.stop();
    const ours = (this.#upkeep?.loss() ?? null) === null;
    try {
      this.reader.close();
      // The classic journal while nobody has it open: the project is then one file that can be copied or sent.
      if (this.writer !== null && ours) leaveOneFile(this.writer);
    } finally {
      this.writer?.close();
      this.#upkeep?.close();
      this.#lock?.release();
      this.#onClosed();
    }
  }
}

/** While somebody reads, the side file stays; but the file itself holds everything all the same. */
function leaveOneFile(db: Connection): void {
  if (db.pragma('journal_mode', { simple: true }) === 'wal') checkpoint(db, 'passive');
  changeJournal(db, 'delete');
}
