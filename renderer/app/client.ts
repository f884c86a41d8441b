import { createClient, type CallOptions, type Client, type Transport } from '../../src/contract/client.ts';
import type { CallName } from '../../src/contract/contract.ts';
import type { Answer, CoreEvent } from '../../src/contract/wire.ts';

let current: Transport | null = null;
const waiting: ((transport: Transport) => void)[] = [];

/** Chooses the door, once, before the first call. Tests put their own here. */
export function setTransport(transport: Transport): void {
  current = transport;
  for (const start of waiting.splice(0)) start(transport);
}

const transport: Transport = {
  call(name: CallName, input: unknown, options?: CallOptions): Promise<Answer> {
    if (current === null) return Promise.reject(new Error('No transport was set.'));
    return current.call(name, input, options);
  },
  subscribe(listener: (event: CoreEvent) => void): () => void {
    let end = (): void => undefined;
    if (current === null) {
      waiting.push((started) => {
        end = started.subscribe(listener);
      });
    } else {
      end = current.subscribe(listener);
    }
    return () => end();
  },
  written: () => current?.written?.(),
};

/** Every call of the program: `await client.codings.create({ … })`. Rejects with `CallError`. */
export const client: Client = createClient(transport);

/** Calls by name, for code that is generic over them. */
export const door: Transport = transport;
