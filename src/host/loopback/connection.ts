import type { WebSocket } from 'ws';
import type { Core } from '../core.ts';
import { contract, isCallName, type CallName } from '../../contract/contract.ts';
import { request, type Answer, type CoreEvent, type Request, type Response } from '../../contract/wire.ts';
import { describeError, errorMessage } from '../../errors/describe.ts';
import type { Locale } from '../../settings/contract.ts';

/** Codes of the WebSocket protocol, RFC 6455 section 7.4.1. */
const UNSUPPORTED_DATA = 1003;
const POLICY_VIOLATION = 1008;

/** A window that takes nothing for so long that this many bytes wait is let go. */
const MAX_WAITING_BYTES = 256 * 1024 * 1024;

interface Running {
  readonly name: CallName;
  readonly abort: AbortController;
}

/** One window over its socket: its calls go to the core, the answers and its own progress come back. */
export class Connection {
  readonly #socket: WebSocket;
  readonly #core: Core;
  readonly #running = new Map<number, Running>();

  constructor(socket: WebSocket, core: Core) {
    this.#socket = socket;
    this.#core = core;
    socket.on('message', (data, isBinary) => {
      const message = isBinary ? null : readRequest(data.toString());
      if (message === null) socket.close(isBinary ? UNSUPPORTED_DATA : POLICY_VIOLATION);
      else this.#receive(message);
    });
    socket.on('error', () => socket.terminate());
    socket.on('close', () => this.#abandon());
  }

  send(event: CoreEvent): void {
    this.#send({ type: 'event', event });
  }

  #receive(message: Request): void {
    if (message.type === 'cancel') {
      this.#running.get(message.id)?.abort.abort();
      return;
    }
    const { id, name, input, locale } = message;
    if (!isCallName(name)) {
      this.#send({ type: 'answer', id, answer: refusal('call.unknown', { name }, locale) });
    } else if (this.#running.has(id)) {
      this.#socket.close(POLICY_VIOLATION);
    } else {
      void this.#call(id, name, input, locale);
    }
  }

  async #call(id: number, name: CallName, input: unknown, locale: Locale): Promise<void> {
    const abort = new AbortController();
    this.#running.set(id, { name, abort });
    const answer = await this.#answer(id, name, input, locale, abort.signal);
    this.#running.delete(id);
    this.#send({ type: 'answer', id, answer });
  }

  async #answer(
    callId: number,
    name: CallName,
    input: unknown,
    locale: Locale,
    signal: AbortSignal,
  ): Promise<Answer> {
    try {
      return await this.#core.call(name, input, {
        locale,
        signal,
        onProgress: (done, total, label) => this.send({ type: 'progress', callId, done, total, label }),
      });
    } catch (error) {
      return { ok: false, error: describeError(error, locale) };
    }
  }

  #send(message: Response): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    this.#socket.send(JSON.stringify(message));
    if (this.#socket.bufferedAmount > MAX_WAITING_BYTES) this.#socket.terminate();
  }

  /** The window is gone: nobody waits for what it asked, but what it changed is still done. */
  #abandon(): void {
    for (const { name, abort } of this.#running.values()) {
      if (contract[name].kind !== 'command') abort.abort();
    }
  }
}

/** What a window sent, or `null` when it is not a message of the protocol. */
function readRequest(text: string): Request | null {
  try {
    const checked = request.safeParse(JSON.parse(text));
    return checked.success ? checked.data : null;
  } catch {
    return null;
  }
}

function refusal(code: 'call.unknown', details: { readonly name: string }, locale: Locale): Answer {
  return { ok: false, error: { code, message: errorMessage(code, details, locale), details } };
}
