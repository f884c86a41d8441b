import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { checkpointsOf, type Connection } from './connection.ts';

/** By what a file that is open is known again: its own number, and what its first bytes say of the last change. */
interface Mark {
  readonly file: string | null;
  readonly wal: string | null;
  readonly header: string;
  readonly dataVersion: number;
  readonly checkpoints: number;
}

/** Change counter, page count, version-valid-for: they differ after any change of the file itself. */
const HEADER_BYTES = 100;

/**
 * Watches that a project file is still the one that was opened. Clients that synchronise a folder replace files, put
 * other bytes into them, or take folders away; SQLite would go on writing into a file that no name leads to any more.
 */
export class FileMark {
  readonly #path: string;
  readonly #db: Connection;
  /**
   * Kept open as long as SQLite has the file open: closing any descriptor of a file gives back every lock that the
   * process has on it, SQLite's too (https://www.sqlite.org/howtocorrupt.html, 2.2).
   */
  readonly #descriptor: number;
  #mark: Mark;
  #isIntact = true;

  constructor(path: string, db: Connection) {
    this.#path = path;
    this.#db = db;
    this.#descriptor = openSync(path, 'r');
    this.#mark = this.#look();
  }

  /** To be called when SQLite has closed the file. */
  close(): void {
    closeSync(this.#descriptor);
  }

  /** Whether what this connection wrote is still what its file holds, wherever that file is by now. */
  get isIntact(): boolean {
    return this.#isIntact;
  }

  /** Whether path, content and side file are still those of this connection. */
  isSame(): boolean {
    const before = this.#mark;
    let now: Mark;
    try {
      now = this.#look();
    } catch {
      this.#isIntact = false;
      return false;
    }
    const writeAhead = this.#isWriteAhead();
    // Without a side file our own commits change the first bytes; SQLite tells those of others apart.
    this.#isIntact = writeAhead
      ? now.checkpoints !== before.checkpoints || now.header === before.header
      : now.dataVersion === before.dataVersion;
    if (!this.#isIntact) return false;
    if (now.file === null || now.file !== before.file) return false;
    // The side file is made at the first change, and then stays as long as the file is open.
    if (before.wal !== null && before.checkpoints === now.checkpoints && now.wal !== before.wal) return false;
    this.#mark = now;
    return true;
  }

  #look(): Mark {
    return {
      file: numberOf(this.#path),
      wal: numberOf(`${this.#path}-wal`),
      header: headerOf(this.#descriptor),
      dataVersion: Number(this.#db.pragma('data_version', { simple: true })),
      checkpoints: checkpointsOf(this.#db),
    };
  }

  #isWriteAhead(): boolean {
    return this.#db.pragma('journal_mode', { simple: true }) === 'wal';
  }
}

function numberOf(path: string): string | null {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stats === undefined ? null : `${stats.dev}-${stats.ino}`;
}

function headerOf(descriptor: number): string {
  const bytes = Buffer.alloc(HEADER_BYTES);
  readSync(descriptor, bytes, 0, HEADER_BYTES, 0);
  return bytes.toString('latin1');
}
