import type { CallOptions } from '../../src/contract/client.ts';
import type { Answer, ProgressEvent } from '../../src/contract/wire.ts';

/** The core went away before it answered: whether the call was done is not known. */
export class ConnectionLostError extends Error {
  constructor() {
    super('The connection to the core was lost.');
    this.name = 'ConnectionLostError';
  }
}

interface Pending {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
  readonly options: CallOptions;
  readonly onAbort: () => void;
}

/** Calls on their way, by their number: their answers, their progress, their cancelling. */
export class PendingCalls {
  readonly #calls = new Map<number, Pending>();
  #lastId = 0;

  /** Registers a call, sends it with its number, and gives its answer. `cancel` is told when the person stops it. */
  start(options: CallOptions, send: (id: number) => void, cancel: (id: number) => void): Promise<Answer> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      const onAbort = (): void => cancel(id);
      this.#calls.set(id, { resolve, reject, options, onAbort });
      options.signal?.addEventListener('abort', onAbort, { once: true });
      send(id);
      if (options.signal?.aborted === true) cancel(id);
    });
  }

  settle(id: number, answer: Answer): void {
    this.#take(id)?.resolve(answer);
  }

  fail(id: number, error: Error): void {
    this.#take(id)?.reject(error);
  }

  failAll(error: Error): void {
    for (const id of [...this.#calls.keys()]) this.fail(id, error);
  }

  progress({ callId, done, total, label }: ProgressEvent): void {
    this.#calls.get(callId)?.options.onProgress?.(done, total, label);
  }

  #take(id: number): Pending | undefined {
    const pending = this.#calls.get(id);
    if (pending === undefined) return undefined;
    this.#calls.delete(id);
    pending.options.signal?.removeEventListener('abort', pending.onAbort);
    return pending;
  }
}
