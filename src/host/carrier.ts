import { contract, isCallName, type CallName } from '../contract/contract.ts';
import { request, type Answer, type CoreEvent, type Request } from '../contract/wire.ts';
import { RepereError } from '../errors/codes.ts';
import { describeError } from '../errors/describe.ts';
import type { Locale } from '../settings/contract.ts';
import type { Core } from './core.ts';

export type CallRequest = Extract<Request, { type: 'call' }>;

/** What a window sent, checked; `null` when it is not a message of the protocol. */
export function readRequest(value: unknown): Request | null {
  const checked = request.safeParse(value);
  return checked.success ? checked.data : null;
}

/** How long a program that ends waits for what is typed in its windows, in milliseconds. */
const WRITE_WITHIN_MS = 2_000;

interface Running {
  readonly name: CallName;
  readonly abort: AbortController;
}

/** Carries the calls of one window to the core, whatever the door: answers, own progress, cancelling, leaving. */
export class Carrier {
  readonly #core: Core;
  readonly #send: (event: CoreEvent) => void;
  readonly #running = new Map<number, Running>();
  #onWritten = (): void => undefined;

  /** `send` takes the progress of this window's own calls. */
  constructor(core: Core, send: (event: CoreEvent) => void) {
    this.#core = core;
    this.#send = send;
  }

  /** Whether a call of this number has no answer yet. */
  isRunning(callId: number): boolean {
    return this.#running.has(callId);
  }

  /** Never rejects: whatever goes wrong is an answer with a stable code. */
  async call({ id, name, input, locale }: CallRequest): Promise<Answer> {
    if (!isCallName(name)) return failed(new RepereError('call.unknown', { name }), locale);
    if (this.isRunning(id)) return failed(new RepereError('input.invalid', { path: 'id' }), locale);
    const abort = new AbortController();
    this.#running.set(id, { name, abort });
    try {
      return await this.#core.call(name, input, {
        locale,
        signal: abort.signal,
        onProgress: (done, total, label) => this.#send({ type: 'progress', callId: id, done, total, label }),
      });
    } catch (error) {
      return failed(error, locale);
    } finally {
      this.#running.delete(id);
    }
  }

  cancel(callId: number): void {
    this.#running.get(callId)?.abort.abort();
  }

  /** Asks the window to write what is typed in it; resolves when it has, when it is gone, or after two seconds. */
  async askToWrite(): Promise<void> {
    const late = new Promise<void>((done) => void setTimeout(done, WRITE_WITHIN_MS).unref());
    const answered = new Promise<void>((done) => {
      this.#onWritten = done;
    });
    this.#send({ type: 'closing' });
    await Promise.race([answered, late]);
  }

  /** The window has nothing typed any more. */
  written(): void {
    this.#onWritten();
  }

  /** The window is gone: nobody waits for what it asked, but what it changed is still done. */
  abandon(): void {
    this.#onWritten();
    for (const { name, abort } of this.#running.values()) {
      if (contract[name].kind !== 'command') abort.abort();
    }
  }
}

function failed(error: unknown, locale: Locale): Answer {
  return { ok: false, error: describeError(error, locale) };
}
