import { Worker } from 'node:worker_threads';
import type { Answer, CoreEvent } from '../contract/wire.ts';
import { RepereError } from '../errors/codes.ts';
import { describeError } from '../errors/describe.ts';
import type { Core, CoreCallOptions, CoreOptions } from './core.ts';
import { workerScript } from './paths.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

interface Waiting {
  readonly answer: (answer: Answer) => void;
  readonly options: CoreCallOptions;
}

/** Starts a core in a worker thread. When the thread dies, waiting calls answer `internal` and a `lost` event is sent. */
export async function startWorkerCore(options: CoreOptions, path: string = workerScript()): Promise<Core> {
  const worker = new Worker(path);
  const core = new WorkerCore(worker);
  await core.start(options);
  return core;
}

class WorkerCore implements Core {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #others = new Map<number, (stagedId: string) => void>();
  readonly #listeners = new Set<(event: CoreEvent) => void>();
  #nextId = 1;
  #lostReason: string | null = null;
  #started = Promise.withResolvers<void>();

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (message: FromWorker) => this.#receive(message));
    worker.on('error', (error) => this.#lose(error.message));
    worker.on('exit', (code) => this.#lose(`exit ${code}`));
  }

  start(options: CoreOptions): Promise<void> {
    this.#send({ type: 'start', options });
    return this.#started.promise;
  }

  call(name: string, input: unknown, options: CoreCallOptions): Promise<Answer> {
    if (this.#lostReason !== null) return Promise.resolve(lost(this.#lostReason, options));
    const id = this.#nextId++;
    return new Promise((resolve) => {
      this.#waiting.set(id, { answer: resolve, options });
      this.#send({ type: 'call', id, name, input, locale: options.locale });
      const cancel = () => this.#send({ type: 'cancel', id });
      if (options.signal?.aborted === true) cancel();
      else options.signal?.addEventListener('abort', cancel, { once: true });
    });
  }

  stage(fileName: string, bytes: Uint8Array): Promise<string> {
    if (this.#lostReason !== null) return Promise.resolve('');
    const id = this.#nextId++;
    return new Promise((resolve) => {
      this.#others.set(id, resolve);
      this.#send({ type: 'stage', id, fileName, bytes });
    });
  }

  subscribe(listener: (event: CoreEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    if (this.#lostReason !== null) return;
    const id = this.#nextId++;
    await new Promise<void>((resolve) => {
      this.#others.set(id, () => resolve());
      this.#send({ type: 'close', id });
    });
    this.#lostReason = 'closed';
    await this.#worker.terminate();
  }

  #send(message: ToWorker): void {
    this.#worker.postMessage(message);
  }

  #receive(message: FromWorker): void {
    switch (message.type) {
      case 'ready':
        this.#started.resolve();
        return;
      case 'answer':
        this.#waiting.get(message.id)?.answer(message.answer);
        this.#waiting.delete(message.id);
        return;
      case 'progress':
        this.#waiting.get(message.id)?.options.onProgress?.(message.done, message.total, message.label);
        return;
      case 'event':
        for (const listener of this.#listeners) listener(message.event);
        return;
      case 'staged':
      case 'closed':
        this.#others.get(message.id)?.(message.type === 'staged' ? message.stagedId : '');
        this.#others.delete(message.id);
    }
  }

  #lose(reason: string): void {
    if (this.#lostReason !== null) return;
    this.#lostReason = reason;
    // Nobody waits for this any more once the thread was ready.
    this.#started.reject(new Error(reason));
    for (const { answer, options } of this.#waiting.values()) answer(lost(reason, options));
    this.#waiting.clear();
    for (const resolve of this.#others.values()) resolve('');
    this.#others.clear();
    for (const listener of this.#listeners) listener({ type: 'lost', reason });
  }
}

function lost(reason: string, options: CoreCallOptions): Answer {
  return { ok: false, error: describeError(new RepereError('internal', { reason }), options.locale) };
}
