import { Worker } from 'node:worker_threads';
import type { Ending, FromReader, ReadLimits, ReadOrder } from './messages.ts';

/** How often a reader is looked at, in milliseconds. */
const LOOK_MS = 50;
/** Time that passes between two looks counts up to this: a machine that slept was not reading, in milliseconds. */
const LONGEST_LOOK_MS = 1_000;
/** Reading ends when it has taken this part of its memory: it goes on growing while it is being ended. */
const EARLY = 0.8;
/** What grew is the reader's when at least this part of its limit is its own; other threads may grow meanwhile. */
const OWN = 0.5;
/** A reader that does not even say what it uses, in looks: what grew meanwhile is counted as its own. */
const SILENT = 20;
/** A reader that holds more than this when it is done is not kept, in bytes. */
const KEEP_BYTES = 128 * 1024 * 1024;
/**
 * The engine's own limit of a thread, in mebibytes. It ends the whole process where one large piece goes beyond it, so
 * it lies far above what the watch allows.
 */
const ENGINE_LIMIT = 4_000;

interface Hooks {
  readonly onEnded: (id: number, ending: Ending, order: ReadOrder) => void;
  readonly onFree: () => void;
  readonly onGone: () => void;
}

interface Running {
  readonly order: ReadOrder;
  readonly rss: number;
  readonly own: number;
  lookedAt: number;
  takenMs: number;
  silent: number;
}

/**
 * A thread that reads one file at a time, and is ended when that takes too much time or memory, or is stopped. The engine
 * ends a thread where it calls a function, or in most of its loops: what a parser repeats over a long text should do so.
 */
export class Reader {
  readonly #worker: Worker;
  readonly #limits: ReadLimits;
  readonly #hooks: Hooks;
  #isReady = false;
  #isOver = false;
  #order: ReadOrder | null = null;
  #running: Running | null = null;
  /** Bytes of the thread's own, as it said last. */
  #own = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(script: string, limits: ReadLimits, hooks: Hooks) {
    this.#limits = limits;
    this.#hooks = hooks;
    this.#worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: ENGINE_LIMIT } });
    this.#worker.on('message', (_free: FromReader) => void this.#free());
    this.#worker.on('error', (error: Error & { code?: string }) => {
      this.#gone(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? { why: 'memory' }
          : { why: 'crash', reason: error.message },
      );
    });
    this.#worker.on('exit', (code) => this.#gone({ why: 'crash', reason: `exit ${code}` }));
  }

  get isFree(): boolean {
    return this.#order === null && !this.#isOver;
  }

  /** Begins at once, or when the thread is there. */
  read(order: ReadOrder): void {
    this.#order = order;
    if (this.#isReady) this.#begin(order);
  }

  stop(id: number): void {
    if (this.#order?.id === id) this.#gone({ why: 'stopped' });
  }

  end(): void {
    this.#gone({ why: 'stopped' });
  }

  async #free(): Promise<void> {
    const wasReading = this.#running !== null;
    this.#isReady = true;
    clearInterval(this.#timer);
    if (!wasReading) {
      if (this.#order !== null) this.#begin(this.#order);
      return;
    }
    this.#running = null;
    this.#order = null;
    this.#hooks.onFree();
    if (!this.isFree) return;
    await this.#ask();
    if (this.isFree && this.#own > KEEP_BYTES) this.end();
  }

  #begin(order: ReadOrder): void {
    const { port, bytes } = order;
    const rss = process.memoryUsage.rss();
    const running = { order, rss, own: this.#own, lookedAt: performance.now(), takenMs: 0, silent: 0 };
    this.#running = running;
    this.#worker.postMessage(order, [port, bytes.buffer as ArrayBuffer]);
    this.#timer = setInterval(() => this.#look(running), LOOK_MS);
  }

  #look(running: Running): void {
    const now = performance.now();
    running.takenMs += Math.min(now - running.lookedAt, LONGEST_LOOK_MS);
    running.lookedAt = now;
    running.silent += 1;
    const most = this.#limits.memoryBytes * EARLY;
    const isOwn = this.#own - running.own > most * OWN || running.silent > SILENT;
    if (process.memoryUsage.rss() - running.rss > most && isOwn) this.#gone({ why: 'memory' });
    else if (running.takenMs > this.#limits.timeMs) this.#gone({ why: 'time' });
    else void this.#ask().then(() => (running.silent = 0));
  }

  /** Asks what the thread uses; it answers in the midst of its work. */
  async #ask(): Promise<void> {
    const { total_heap_size, external_memory } = await this.#worker
      .getHeapStatistics()
      .catch(() => ({ total_heap_size: 0, external_memory: 0 }));
    this.#own = total_heap_size + external_memory;
  }

  #gone(ending: Ending): void {
    if (this.#isOver) return;
    this.#isOver = true;
    clearInterval(this.#timer);
    const order = this.#order;
    this.#order = null;
    void this.#worker.terminate();
    if (order !== null) this.#hooks.onEnded(order.id, ending, order);
    this.#hooks.onGone();
  }
}
