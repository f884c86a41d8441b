import type { CallOptions, Transport } from '../../src/contract/client.ts';
import type { CallName } from '../../src/contract/contract.ts';
import type { Answer, CoreEvent } from '../../src/contract/wire.ts';
import type { Locale } from '../../src/settings/contract.ts';
import type { DesktopBridge } from '../desktop-bridge.ts';
import { ConnectionLostError, PendingCalls } from './pending-calls.ts';

/** Carries calls over the bridge of the desktop's window. */
export class DesktopTransport implements Transport {
  readonly #bridge: DesktopBridge;
  readonly #locale: () => Locale;
  readonly #calls = new PendingCalls();
  readonly #listeners = new Set<(event: CoreEvent) => void>();

  constructor(bridge: DesktopBridge, locale: () => Locale) {
    this.#bridge = bridge;
    this.#locale = locale;
    bridge.onEvent((event) => {
      if (event.type === 'progress') this.#calls.progress(event);
      else for (const listener of this.#listeners) listener(event);
    });
  }

  call(name: CallName, input: unknown, options: CallOptions = {}): Promise<Answer> {
    const locale = this.#locale();
    return this.#calls.start(
      options,
      (id) => {
        this.#bridge.invoke({ type: 'call', id, name, input, locale }).then(
          (answer) => this.#calls.settle(id, answer),
          () => this.#calls.fail(id, new ConnectionLostError()),
        );
      },
      (id) => void this.#bridge.invoke({ type: 'cancel', id }),
    );
  }

  written(): void {
    void this.#bridge.invoke({ type: 'written' });
  }

  subscribe(listener: (event: CoreEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
