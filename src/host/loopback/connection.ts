import type { RawData, WebSocket } from 'ws';
import type { CoreEvent, Request, Response } from '../../contract/wire.ts';
import { Carrier, readRequest } from '../carrier.ts';
import type { Core } from '../core.ts';

/** Codes of the WebSocket protocol, RFC 6455 section 7.4.1. */
const UNSUPPORTED_DATA = 1003;
const POLICY_VIOLATION = 1008;

/** A window that takes nothing for so long that this many bytes wait is let go. */
const MAX_WAITING_BYTES = 256 * 1024 * 1024;

/** One window over its socket: its calls go to the core, the answers and its own progress come back. */
export class Connection {
  readonly #socket: WebSocket;
  readonly #carrier: Carrier;

  constructor(socket: WebSocket, core: Core) {
    this.#socket = socket;
    this.#carrier = new Carrier(core, (event) => this.send(event));
    socket.on('message', (data, isBinary) => {
      const message = isBinary ? null : parse(textOf(data));
      if (message === null) socket.close(isBinary ? UNSUPPORTED_DATA : POLICY_VIOLATION);
      else void this.#receive(message);
    });
    socket.on('error', () => socket.terminate());
    socket.on('close', () => this.#carrier.abandon());
  }

  send(event: CoreEvent): void {
    this.#send({ type: 'event', event });
  }

  /** Resolves when what is typed in the window is written, or cannot be waited for. */
  askToWrite(): Promise<void> {
    return this.#carrier.askToWrite();
  }

  async #receive(message: Request): Promise<void> {
    if (message.type === 'written') {
      this.#carrier.written();
    } else if (message.type === 'cancel') {
      this.#carrier.cancel(message.id);
    } else if (this.#carrier.isRunning(message.id)) {
      // Two calls of one number: their answers could not be told apart.
      this.#socket.close(POLICY_VIOLATION);
    } else {
      this.#send({ type: 'answer', id: message.id, answer: await this.#carrier.call(message) });
    }
  }

  #send(message: Response): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    this.#socket.send(JSON.stringify(message));
    if (this.#socket.bufferedAmount > MAX_WAITING_BYTES) this.#socket.terminate();
  }
}

/** The text of a message, whichever way the library hands its bytes over. */
export function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8');
  return (Buffer.isBuffer(data) ? data : Buffer.from(data)).toString('utf8');
}

function parse(text: string): Request | null {
  try {
    return readRequest(JSON.parse(text));
  } catch {
    return null;
  }
}
