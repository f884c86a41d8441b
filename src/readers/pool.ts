import { MessageChannel, Worker } from 'node:worker_threads';
import { RepereError } from '../errors/codes.ts';
import { LIMITS } from '../formats/limits.ts';
import type { ReadOptions } from '../formats/parsed-document.ts';
import { endingError, unpackError } from './errors.ts';
import type { JobInput, JobName, JobResult } from './jobs.ts';
import type { FromJob, FromOverseer, OverseerData, ReadLimits, ReadOrder, ToOverseer } from './messages.ts';

export interface ReaderScripts {
  readonly overseer: string;
  readonly reader: string;
}

interface Waiting {
  readonly fileName: string;
  fail(error: Error): void;
}

/**
 * Reads files outside of the thread that asks, within limits of time and memory. A thread that ended badly is replaced
 * by the next file; what nobody waits for keeps no process alive.
 */
export class ReaderPool {
  readonly #scripts: ReaderScripts;
  readonly #limits: ReadLimits;
  readonly #waiting = new Map<number, Waiting>();
  #overseer: Worker | null = null;
  #nextId = 1;

  constructor(
    scripts: ReaderScripts,
    limits: ReadLimits = { timeMs: LIMITS.readMs, memoryBytes: LIMITS.readMemory },
  ) {
    this.#scripts = scripts;
    this.#limits = limits;
  }

  /**
   * What a job makes of a file. Errors: those of the job; `file.too-heavy` (`what`: `time` or `memory`, `limit` in
   * milliseconds or bytes); `call.cancelled` as soon as the signal says so; `file.unreadable` when the reader itself
   * failed. The bytes stay the caller's.
   */
  async read<N extends JobName>(
    job: N,
    bytes: Uint8Array,
    input: JobInput<N>,
    { signal, onProgress }: ReadOptions = {},
  ): Promise<JobResult<N>> {
    const isStopped = (): boolean => signal?.aborted === true;
    if (isStopped()) throw new RepereError('call.cancelled');
    const id = this.#nextId++;
    const { port1, port2 } = new MessageChannel();
    const overseer = this.#running();
    const stop = (): void => this.#waiting.get(id)?.fail(new RepereError('call.cancelled'));
    const result = Promise.withResolvers<unknown>();
    this.#waiting.set(id, { fileName: input.fileName, fail: (error) => result.reject(error) });
    port1.on('message', (message: FromJob) => {
      if (message.type === 'progress') onProgress?.(message.share);
      else if (message.type === 'done') result.resolve(message.value);
      else result.reject(unpackError(message.error, input.fileName));
    });
    signal?.addEventListener('abort', stop, { once: true });
    overseer.ref();
    const copy = new Uint8Array(bytes);
    const order: ReadOrder = { type: 'read', id, job, bytes: copy, input, port: port2 };
    overseer.postMessage(order, [port2, copy.buffer]);
    try {
      return (await result.promise) as JobResult<N>;
    } finally {
      signal?.removeEventListener('abort', stop);
      this.#waiting.delete(id);
      port1.close();
      if (isStopped()) overseer.postMessage({ type: 'stop', id } satisfies ToOverseer);
      if (this.#waiting.size === 0) overseer.unref();
    }
  }

  /** Ends the threads; what they read ends with `call.cancelled`. */
  async close(): Promise<void> {
    const overseer = this.#overseer;
    this.#lose(overseer, new RepereError('call.cancelled'));
    await overseer?.terminate();
  }

  #running(): Worker {
    if (this.#overseer !== null) return this.#overseer;
    const data: OverseerData = { readerScript: this.#scripts.reader, limits: this.#limits };
    const overseer = new Worker(this.#scripts.overseer, { workerData: data });
    overseer.on('message', ({ id, ending }: FromOverseer) => {
      const waiting = this.#waiting.get(id);
      waiting?.fail(endingError(ending, this.#limits, waiting.fileName));
    });
    overseer.on('error', (error) => this.#lose(overseer, error));
    overseer.on('exit', (code) => this.#lose(overseer, new Error(`exit ${code}`)));
    this.#overseer = overseer;
    return overseer;
  }

  #lose(overseer: Worker | null, error: Error): void {
    if (overseer === null || this.#overseer !== overseer) return;
    this.#overseer = null;
    for (const { fail, fileName } of this.#waiting.values()) {
      const known = error instanceof RepereError;
      fail(known ? error : endingError({ why: 'crash', reason: error.message }, this.#limits, fileName));
    }
  }
}
