import { statSync } from 'node:fs';
import type { Connection } from '../database/connection.ts';
import { isCorrupt, tableIsSound, tablesToCheck } from '../database/quick-check.ts';

/** Nobody asked for anything for this long: time to look, in milliseconds. */
export const IDLE_MS = 60_000;
/** Between two tables others come first. */
const PAUSE_MS = 20;
/** Up to this size of a file the index of words is looked through too, in bytes: of a large one it takes seconds. */
const INDEX_UP_TO_BYTES = 24 * 1024 * 1024;

/**
 * Looks through every page of an open project once, table by table, while nobody asks for anything: at opening only the
 * ways to the rows of a large one are looked at. When somebody asks, it waits until nobody does.
 */
export class ThoroughCheck {
  readonly #path: string;
  readonly #db: Connection;
  readonly #onDamage: () => void;
  readonly #idleMs: number;
  #waiting: readonly string[] | null = null;
  #timer: NodeJS.Timeout | undefined;
  #isOver = false;
  #isUrgent = false;

  constructor(path: string, db: Connection, onDamage: () => void, idleMs: number = IDLE_MS) {
    this.#path = path;
    this.#db = db;
    this.#onDamage = onDamage;
    this.#idleMs = idleMs;
    this.#wait(this.#idleMs);
  }

  /** Somebody asks for something: they come first. */
  used(): void {
    if (!this.#isOver && !this.#isUrgent) this.#wait(this.#idleMs);
  }

  /** Something went wrong that damage would explain: everything is looked through now. */
  suspect(): void {
    if (!this.#db.open) return;
    this.#isOver = false;
    this.#isUrgent = true;
    this.#waiting = tablesToCheck(this.#db, true);
    this.#wait(0);
  }

  stop(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
  }

  #wait(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), ms);
    this.#timer.unref();
  }

  #look(): void {
    if (this.#isOver || !this.#db.open) return;
    try {
      this.#waiting ??= tablesToCheck(this.#db, statSync(this.#path).size <= INDEX_UP_TO_BYTES);
      const [table, ...rest] = this.#waiting;
      this.#waiting = rest;
      if (table === undefined) return this.stop();
      if (!tableIsSound(this.#db, table)) return this.#found();
      this.#wait(PAUSE_MS);
    } catch (error) {
      if (isCorrupt(error)) return this.#found();
      // The file is being taken away, or somebody holds it: that is told elsewhere.
      this.#wait(this.#idleMs);
    }
  }

  #found(): void {
    this.stop();
    this.#onDamage();
  }
}
