import type { CallOptions, Transport } from '../../src/contract/client.ts';
import type { CallName } from '../../src/contract/contract.ts';
import type { Answer, CoreEvent, Request, Response } from '../../src/contract/wire.ts';
import type { Locale } from '../../src/settings/contract.ts';
import { ConnectionLostError, PendingCalls } from './pending-calls.ts';
import type { Connection } from './session.ts';

export interface SocketOptions {
  /** Opens a new socket to the core. */
  readonly connect: () => WebSocket;
  readonly locale: () => Locale;
  readonly onConnection: (state: Connection) => void;
  /** Whether a server answers at all, asked when sockets keep being refused. */
  readonly probe: () => Promise<boolean>;
}

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;
/** After this many refusals in a row, ask whether it is the token that is refused. */
const REFUSALS_BEFORE_PROBE = 3;

/**
 * Carries calls over a WebSocket. While it connects for the first time calls wait; when the connection is lost, calls
 * that have no answer are rejected, new ones too, and it connects again with growing pauses.
 */
export class SocketTransport implements Transport {
  readonly #options: SocketOptions;
  readonly #calls = new PendingCalls();
  readonly #listeners = new Set<(event: CoreEvent) => void>();
  readonly #waiting: string[] = [];
  #socket: WebSocket;
  #state: Connection = 'connecting';
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: SocketOptions) {
    this.#options = options;
    this.#socket = this.#open();
  }

  call(name: CallName, input: unknown, options: CallOptions = {}): Promise<Answer> {
    if (this.#state === 'lost' || this.#state === 'refused') return Promise.reject(new ConnectionLostError());
    const locale = this.#options.locale();
    return this.#calls.start(
      options,
      (id) => this.#send({ type: 'call', id, name, input, locale }),
      (id) => this.#send({ type: 'cancel', id }),
    );
  }

  written(): void {
    this.#send({ type: 'written' });
  }

  subscribe(listener: (event: CoreEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tries again at once. */
  reconnect(): void {
    if (this.#state === 'connected') return;
    clearTimeout(this.#timer);
    this.#socket = this.#open();
  }

  #open(): WebSocket {
    const socket = this.#options.connect();
    socket.addEventListener('open', () => {
      if (socket === this.#socket) this.#opened();
    });
    socket.addEventListener('message', (message) => {
      if (socket === this.#socket) this.#receive(String(message.data));
    });
    socket.addEventListener('close', () => {
      if (socket === this.#socket) this.#closed();
    });
    return socket;
  }

  #opened(): void {
    this.#failures = 0;
    this.#become('connected');
    for (const message of this.#waiting.splice(0)) this.#socket.send(message);
  }

  #closed(): void {
    this.#failures += 1;
    this.#waiting.length = 0;
    this.#become(this.#state === 'refused' ? 'refused' : 'lost');
    this.#calls.failAll(new ConnectionLostError());
    if (this.#failures >= REFUSALS_BEFORE_PROBE) void this.#askWhy();
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (this.#failures - 1));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#socket = this.#open();
    }, wait);
  }

  async #askWhy(): Promise<void> {
    if ((await this.#options.probe()) && this.#state === 'lost') this.#become('refused');
  }

  #become(state: Connection): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#options.onConnection(state);
  }

  #send(message: Request): void {
    const text = JSON.stringify(message);
    if (this.#state === 'connected') this.#socket.send(text);
    else this.#waiting.push(text);
  }

  #receive(text: string): void {
    // Our own server on our own origin wrote this; its shape is checked by the compiler on both sides.
    const message = JSON.parse(text) as Response;
    if (message.type === 'answer') this.#calls.settle(message.id, message.answer);
    else if (message.event.type === 'progress') this.#calls.progress(message.event);
    else for (const listener of this.#listeners) listener(message.event);
  }
}
