import { checkpoint, type Connection } from '../database/connection.ts';
import { FileMark } from '../database/file-mark.ts';
import type { Lock } from '../database/lock.ts';
import { isCorrupt } from '../database/quick-check.ts';

/** What no command may go on after. */
export type Loss = 'replaced' | 'taken-over' | 'damaged';

/** The file itself is brought up to date when nothing was changed for this long, in milliseconds. */
const IDLE_MS = 1_000;
/** And at the latest after this long of work without a pause. */
const LATEST_MS = 4_000;
/** How often it is looked at whether the file is still there, in milliseconds. */
const LOOK_MS = 5_000;
/** Beyond this many pages in the side file nobody waits for a pause. */
const MANY_PAGES = 4_000;

/**
 * Looks after the file of an open project: soon after each change it is copied from the side file into the file itself,
 * so that a copy of the one file lacks some seconds at most; and whether the file is still ours is known before a
 * command is answered.
 */
export class Upkeep {
  readonly #db: Connection;
  readonly #lock: Lock | null;
  readonly #mark: FileMark;
  readonly #onLoss: (loss: Loss) => void;
  readonly #watch: NodeJS.Timeout;
  #timer: NodeJS.Timeout | undefined;
  #waitingSince: number | null = null;
  #loss: Loss | null = null;

  constructor(path: string, db: Connection, lock: Lock | null, onLoss: (loss: Loss) => void) {
    this.#db = db;
    this.#lock = lock;
    this.#mark = new FileMark(path, db);
    this.#onLoss = onLoss;
    this.#watch = setInterval(() => this.loss(), LOOK_MS);
    this.#watch.unref();
  }

  /** Why nothing may be changed any more; `null` as long as all is well. */
  loss(): Loss | null {
    if (this.#loss !== null || this.#db.inTransaction) return this.#loss;
    if (!this.#mark.isSame()) this.#loss = 'replaced';
    else if (this.#lock?.isHeld() === false) this.#loss = 'taken-over';
    if (this.#loss !== null) {
      clearTimeout(this.#timer);
      this.#onLoss(this.#loss);
    }
    return this.#loss;
  }

  /** Whether the file, wherever it is, still holds what was written here. */
  get isIntact(): boolean {
    return this.#mark.isIntact;
  }

  /** SQLite met a page that is not what it should be: nothing makes it worse from here on. */
  damaged(): void {
    if (this.#loss !== null) return;
    this.#loss = 'damaged';
    clearTimeout(this.#timer);
    this.#onLoss('damaged');
  }

  /** Something was written: the file itself follows. */
  wrote(): void {
    if (this.#loss !== null || !this.#isWriteAhead()) return;
    this.#waitingSince ??= Date.now();
    const latest = this.#waitingSince + LATEST_MS - Date.now();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#bringUpToDate(), Math.max(0, Math.min(IDLE_MS, latest)));
    this.#timer.unref();
  }

  stop(): void {
    clearTimeout(this.#timer);
    clearInterval(this.#watch);
  }

  /** To be called when SQLite has closed the file. */
  close(): void {
    this.stop();
    this.#mark.close();
  }

  #bringUpToDate(): void {
    // A task that holds a transaction open ends in its own time.
    if (this.#db.inTransaction || this.loss() !== null) return this.#again();
    try {
      const { pages, waiting } = checkpoint(this.#db, 'passive');
      if (waiting > 0) return this.#again();
      if (pages > MANY_PAGES) checkpoint(this.#db, 'truncate');
      this.#waitingSince = null;
      this.loss();
    } catch (error) {
      if (isCorrupt(error)) return this.damaged();
      // Somebody reads, or the disk is full: what was answered is safe in the side file, and this is tried again.
      this.#again();
    }
  }

  #again(): void {
    if (this.#loss !== null) return;
    this.#waitingSince = Date.now();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#bringUpToDate(), LATEST_MS / 2);
    this.#timer.unref();
  }

  #isWriteAhead(): boolean {
    return this.#db.open && this.#db.pragma('journal_mode', { simple: true }) === 'wal';
  }
}
